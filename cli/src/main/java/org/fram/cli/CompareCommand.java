package org.fram.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.fram.office.Documents.Revision;
import org.fram.report.ComparisonReport;
import org.fram.report.ComparisonWords;
import org.fram.review.Comparison;
import org.fram.review.ReviewJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `fram compare`: what changed between two versions of a statement of work.
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Says what changed between two versions of a statement of work: obligations added, dropped,"
                    + " reworded or moved to another party, other dates, quantities and prices, topics and findings.",
            "With one document, its tracked changes: the original against the state with all of them accepted."
        },
        footer = {
            "",
            "Examples:",
            "  fram compare offer-v1.docx offer-v2.docx",
            "  fram compare offer-v1.docx offer-v2.pdf --html changes.html",
            "  fram compare redlined.docx --json changes.json",
            "",
            "Exit codes: 0 compared; 2 wrong usage or unusable input; 3 a fault in Fram."
        })
final class CompareCommand implements Callable<Integer> {

    private final ReviewDesk desk;
    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "OLD", description = "The old version, or the only document.")
    private Path old = Path.of("");

    @Parameters(index = "1", arity = "0..1", paramLabel = "NEW", description = "The new version.")
    private @Nullable Path now;

    @Option(names = "--json", paramLabel = "OUT", description = "Writes the comparison as JSON; '-' prints it instead.")
    private @Nullable Path json;

    @Option(names = "--html", paramLabel = "OUT", description = "Writes the comparison to read, as one HTML page.")
    private @Nullable Path html;

    /// As the command line makes it.
    CompareCommand() {
        this(ReviewDesk.real(), Terminal.of("out", System.getProperties(), System.getenv()));
    }

    CompareCommand(ReviewDesk desk, Terminal terminal) {
        this.desk = desk;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean printsJson = json != null && json.toString().equals("-");
        var jsonFile = json == null || printsJson ? null : file(json, ".json");
        var htmlFile = html == null ? null : file(html, ".html");
        if (jsonFile != null && htmlFile != null && Outputs.same(jsonFile, htmlFile)) {
            throw new RefusedException(
                    "%s is named for two results; name another file for one of them.".formatted(jsonFile));
        }
        var newer = now;
        var comparison = newer == null ? ofTrackedChanges() : ofVersions(newer);
        var out = spec.commandLine().getOut();
        if (printsJson) {
            out.print(ReviewJson.write(comparison));
        } else {
            new ComparisonSummary(ComparisonWords.page(comparison, desk.topics()), terminal, out).print();
        }
        out.flush();
        if (jsonFile != null) {
            OutputFile.write(jsonFile, OutputFile.text(ReviewJson.write(comparison)));
        }
        if (htmlFile != null) {
            OutputFile.write(htmlFile, OutputFile.text(ComparisonReport.html(comparison, desk.topics())));
        }
        return 0;
    }

    private Comparison ofVersions(Path newer) {
        return Comparison.of(
                desk.review(desk.read(old, Revision.ACCEPTED)), desk.review(desk.read(newer, Revision.ACCEPTED)));
    }

    private Comparison ofTrackedChanges() {
        var accepted = desk.read(old, Revision.ACCEPTED);
        if (accepted.changes().isEmpty()) {
            throw new RefusedException("%s has no tracked changes; name two versions to compare.".formatted(old));
        }
        var original = desk.read(old, Revision.ORIGINAL);
        return Comparison.of(desk.review(original), desk.review(accepted))
                .named(original.name() + " (original)", accepted.name() + " (changes accepted)");
    }

    private Path file(Path out, String extension) {
        var inputs = new ArrayList<>(List.of(old));
        if (now != null) {
            inputs.add(now);
        }
        for (var input : inputs) {
            if (Outputs.same(out, input)) {
                throw new RefusedException(
                        "%s is an input and would be overwritten; name another output.".formatted(out));
            }
        }
        return Outputs.plan(out, List.of(inputs.getLast()), _ -> extension).of(inputs.getLast());
    }
}
