package org.fram.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.fram.facts.Severity;
import org.fram.office.Document;
import org.fram.office.Documents.Revision;
import org.fram.office.UnreadableDocumentException;
import org.fram.report.ReviewReport;
import org.fram.report.Whereabouts;
import org.fram.review.Review;
import org.fram.review.ReviewFacts;
import org.fram.review.ReviewJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `fram review`: who is obliged to what, what is missing and what is wrong in statements of work.
@Command(
        name = "review",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = "Reviews statements of work: who is obliged to what, what is missing, vague, contradictory.",
        footer = {
            "",
            "OUT is a file for one document. For several it is a folder, which is created;",
            "results in it are named after their documents. Nothing is ever half written.",
            "",
            "Examples:",
            "  fram review offer.docx",
            "  fram review offer.pdf --json offer.json --html offer.html",
            "  fram review offer.docx --annotate offer-with-comments.docx",
            "  fram review offer.docx --facts offer.yaml",
            "  fram review contracts/*.docx --html reports --fail-on blocker",
            "",
            "Exit codes: 0 all is well; 1 findings at or above --fail-on; 2 wrong usage or",
            "unusable input (other documents are still reviewed); 3 a fault in Fram."
        })
final class ReviewCommand implements Callable<Integer> {

    /// A severity that one can ask about.
    enum FailOn {
        BLOCKER,
        WARNING;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean reachedBy(Severity severity) {
            return switch (severity) {
                case BLOCKER -> true;
                case WARNING -> this == WARNING;
                case INFORMATION -> false;
            };
        }
    }

    private final ReviewDesk desk;
    private final Terminal terminal;
    private final Terminal errors;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Documents: DOCX, PDF, text or Markdown.")
    private List<Path> files = List.of();

    @Option(names = "--json", paramLabel = "OUT", description = "Writes the review as JSON; '-' prints it instead.")
    private @Nullable Path json;

    @Option(names = "--html", paramLabel = "OUT", description = "Writes a report to read, as one HTML page.")
    private @Nullable Path html;

    @Option(
            names = "--annotate",
            paramLabel = "OUT",
            description = "Writes a copy of the document with a comment at the place of each finding (DOCX, PDF).")
    private @Nullable Path annotated;

    @Option(
            names = "--facts",
            paramLabel = "OUT",
            description = "Writes the statement of work's part of the facts document, as YAML.")
    private @Nullable Path facts;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "Exit with 1 from this severity on: " + "${COMPLETION-CANDIDATES}.")
    private @Nullable FailOn failOn;

    @Option(names = "--all", description = "Shows all findings, however many of one kind there are.")
    private boolean everything;

    @Option(
            names = {"-q", "--quiet"},
            description = "Shows nothing of documents that could be reviewed.")
    private boolean quiet;

    private boolean shown;

    /// As the command line makes it.
    ReviewCommand() {
        this(
                ReviewDesk.real(),
                Terminal.of("out", System.getProperties(), System.getenv()),
                Terminal.of("err", System.getProperties(), System.getenv()));
    }

    ReviewCommand(ReviewDesk desk, Terminal terminal, Terminal errors) {
        this.desk = desk;
        this.terminal = terminal;
        this.errors = errors;
    }

    @Override
    public Integer call() {
        var inputs = withoutRepetition(files);
        boolean printsJson = json != null && json.toString().equals("-");
        if (printsJson && inputs.size() > 1) {
            throw new ParameterException(
                    spec.commandLine(), "--json - prints one document; name a folder for several.");
        }
        var results = printsJson ? List.<Result>of() : results(inputs);
        var progress = new Progress(inputs.size(), errors, spec.commandLine().getErr());
        int worst = 0;
        for (var input : inputs) {
            progress.next(String.valueOf(input.getFileName()));
            worst = Math.max(worst, exitCode(input, results, printsJson, progress));
        }
        progress.end();
        return worst;
    }

    private int exitCode(Path input, List<Result> results, boolean printsJson, Progress progress) {
        var err = spec.commandLine().getErr();
        try {
            return review(input, results, printsJson, progress);
        } catch (UnreadableDocumentException | RefusedException e) {
            progress.clear();
            err.println("fram: " + Terminal.safe(String.valueOf(e.getMessage())));
            return Fram.INPUT;
        } catch (OutOfMemoryError e) {
            progress.clear();
            err.println("fram: %s needs more memory. Give it more with FRAM_JAVA_OPTS, for example -Xmx4g."
                    .formatted(Terminal.safe(input.toString())));
            return Fram.INTERNAL;
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            progress.clear();
            err.println("fram: this is a fault in Fram, met in %s: %s"
                    .formatted(Terminal.safe(input.toString()), Terminal.safe(e.toString())));
            if (System.getenv("FRAM_DEBUG") != null) {
                e.printStackTrace(err);
            }
            return Fram.INTERNAL;
        }
    }

    private int review(Path input, List<Result> results, boolean printsJson, Progress progress) {
        var document = desk.read(input, Revision.ACCEPTED);
        var review = desk.review(document);
        var out = spec.commandLine().getOut();
        progress.clear();
        if (printsJson) {
            out.print(ReviewJson.write(review));
        } else if (!quiet) {
            if (shown) {
                out.println();
            }
            shown = true;
            new ReviewSummary(review, Whereabouts.in(document), everything, terminal, out).print();
        }
        out.flush();
        for (var result : results) {
            result.write(new Reviewed(input, document, review));
        }
        return failed(review) ? Fram.FINDINGS : 0;
    }

    private boolean failed(Review review) {
        var least = failOn;
        return least != null && review.findings().stream().anyMatch(finding -> least.reachedBy(finding.severity()));
    }

    /// A document and its review.
    private record Reviewed(Path input, Document document, Review review) {}

    /// One kind of result that was asked for, and where it goes.
    private record Result(Outputs outputs, Face face) {

        /// What a review looks like in a file.
        private interface Face {
            OutputFile.Content of(Reviewed reviewed);
        }

        void write(Reviewed reviewed) {
            OutputFile.write(outputs.of(reviewed.input()), face.of(reviewed));
        }
    }

    private List<Result> results(List<Path> inputs) {
        var results = new ArrayList<Result>();
        if (json != null) {
            results.add(new Result(
                    Outputs.plan(json, inputs, _ -> ".json"),
                    reviewed -> OutputFile.text(ReviewJson.write(reviewed.review()))));
        }
        if (html != null) {
            results.add(new Result(
                    Outputs.plan(html, inputs, _ -> ".html"),
                    reviewed -> OutputFile.text(
                            ReviewReport.html(reviewed.review(), Whereabouts.in(reviewed.document()), desk.topics()))));
        }
        if (facts != null) {
            results.add(new Result(
                    Outputs.plan(facts, inputs, _ -> ".facts.yaml"),
                    reviewed -> OutputFile.text(ReviewFacts.yaml(reviewed.review()))));
        }
        if (annotated != null) {
            results.add(new Result(Outputs.plan(annotated, inputs, Outputs::reviewedExtension), this::annotated));
        }
        refuseSharedFiles(results);
        return results;
    }

    private OutputFile.Content annotated(Reviewed reviewed) {
        var document = reviewed.document();
        switch (document.format()) {
            case TEXT, MARKDOWN ->
                throw new RefusedException("%s is text and cannot carry comments; --html writes a report beside it."
                        .formatted(reviewed.input()));
            case DOCX, PDF -> {}
        }
        var remarks = ReviewRemarks.of(reviewed.review(), document);
        return file -> desk.annotate(reviewed.input(), remarks, file);
    }

    private static void refuseSharedFiles(List<Result> results) {
        var taken = new ArrayList<Path>();
        for (var result : results) {
            for (var target : result.outputs().targets()) {
                if (taken.stream().anyMatch(other -> Outputs.same(other, target))) {
                    throw new RefusedException(
                            "%s is named for two results; name another file for one of them.".formatted(target));
                }
                taken.add(target);
            }
        }
    }

    private static List<Path> withoutRepetition(List<Path> files) {
        var seen = new LinkedHashSet<Path>();
        for (var file : files) {
            if (seen.stream().noneMatch(other -> Outputs.same(other, file))) {
                seen.add(file);
            }
        }
        return List.copyOf(seen);
    }
}
