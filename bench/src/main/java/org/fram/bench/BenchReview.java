package org.fram.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.fram.review.ReviewSettings;
import org.fram.review.Reviewer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bench review DIR`: scores reviews against the labels below a folder.
@Command(
        name = "review",
        description = "Scores the review of every labelled document below a folder against its labels (*.gold.json).",
        mixinStandardHelpOptions = true)
final class BenchReview implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "folder with documents and their labels")
    private Path folder = Path.of(".");

    @Option(names = "--only", paramLabel = "NAME", description = "only documents whose file name contains NAME")
    private String only = "";

    @Option(names = "--errors", description = "lists what is missed, false and wrong")
    private boolean errors;

    @Option(names = "--markdown", description = "prints tables as Markdown")
    private boolean markdown;

    @Option(names = "--leave-one-out", description = "chooses the thresholds for each document on the other ones only")
    private boolean leaveOneOut;

    @Option(names = "--peers", description = "measures what plain words reach, too")
    private boolean peers;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        var out = spec.commandLine().getOut();
        var run = ReviewRun.below(folder, only);
        if (peers) {
            out.println("Peer: each sentence with shall, will or must is an obligation of its subject");
            report(out, run.scored(PlainWords::review));
        }
        if (leaveOneOut) {
            var outcome = LeaveOneOut.of(run, ReviewSettings.standard(), settings -> new Reviewer(settings)::review);
            out.println(chosen(outcome));
            report(out, outcome.scored());
        } else {
            out.println("Thresholds as in library/review/settings.yaml.");
            report(out, run.scored(new Reviewer()::review));
        }
        return 0;
    }

    private static String chosen(LeaveOneOut.Outcome outcome) {
        if (outcome.chosen().values().stream().allMatch(Map::isEmpty)) {
            return "Leave one document out: the review has no free threshold, nothing was chosen on any document.";
        }
        var text = new StringBuilder("Leave one document out: each is scored with thresholds chosen on the others:");
        outcome.chosen()
                .forEach((name, values) ->
                        text.append("\n  ").append(name).append(' ').append(values));
        return text.toString();
    }

    private void report(PrintWriter out, List<ReviewRun.Scored> scored) {
        if (errors) {
            scored.forEach(one -> out.println(ScoreTables.errors(one)));
        }
        out.println(ScoreTables.print(scored, markdown));
        for (var one : scored) {
            if (!one.failed().isEmpty()) {
                out.println("FAILED " + one.of().file().getFileName() + ": "
                        + one.failed().size() + " quotes do not occur in the document; the first: "
                        + one.failed().getFirst());
            }
        }
    }
}
