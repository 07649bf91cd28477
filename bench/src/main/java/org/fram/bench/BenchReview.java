package org.fram.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.fram.bench.ReviewRun.Scored;
import org.fram.cli.Fram;
import org.fram.review.ObligationModel;
import org.fram.review.ReviewSettings;
import org.fram.review.Reviewer;
import org.jspecify.annotations.Nullable;
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

    @Option(
            names = "--learn",
            paramLabel = "DIR",
            description = "with --leave-one-out: other labelled documents to learn from, which are not scored")
    private List<Path> learn = List.of();

    @Option(names = "--json", paramLabel = "OUT", description = "writes all scores and errors to a file")
    private @Nullable Path json;

    @Option(names = "--peers", description = "measures what plain words reach, too")
    private boolean peers;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        var out = spec.commandLine().getOut();
        if (!Files.isDirectory(folder)) {
            return refused(folder + " is no folder. Name one with documents and their *.gold.json.");
        }
        var run = ReviewRun.below(folder, only);
        if (run.documents().isEmpty()) {
            return refused("No labelled document below " + folder + ". Labels are files called *.gold.json.");
        }
        if (peers) {
            out.println("Peer: each sentence with shall, will or must is an obligation of its subject");
            report(out, run.scored(PlainWords::review));
        }
        Map<String, Map<String, Double>> thresholds = Map.of();
        List<Scored> scored;
        if (leaveOneOut) {
            var outcome = LeaveOneOut.of(run, ReviewSettings.standard(), learning(run));
            thresholds = outcome.chosen();
            scored = outcome.scored();
            out.println(chosen(thresholds));
        } else {
            out.println("With the thresholds and weights of library/review, which may have been fitted to these very "
                    + "documents; --leave-one-out shows what they are worth on others.");
            scored = run.scored(new Reviewer()::review);
        }
        report(out, scored);
        if (json != null) {
            Files.writeString(json, ScoreJson.of(scored, thresholds));
        }
        return scored.stream().allMatch(one -> one.failed().isEmpty()) ? 0 : Fram.FINDINGS;
    }

    /// Weights are fitted once for each choice of statements to leave out.
    private LeaveOneOut.Learning learning(ReviewRun run) throws IOException {
        var samples = new ArrayList<>(run.documents());
        for (var folder : learn) {
            samples.addAll(ReviewRun.below(folder, "").documents());
        }
        var training = new ReviewRun(List.copyOf(samples));
        var models = new HashMap<Set<String>, ObligationModel>();
        return (heldOut, settings) ->
                new Reviewer(settings, models.computeIfAbsent(heldOut, names -> Fitting.of(training, names)))::review;
    }

    private int refused(String message) {
        spec.commandLine().getErr().println("fram: " + message);
        return Fram.INPUT;
    }

    private static String chosen(Map<String, Map<String, Double>> thresholds) {
        var text = new StringBuilder("Leave one document out: each statement of work (all its files together) is scored"
                + " with weights fitted and thresholds chosen on the others:");
        thresholds.forEach(
                (name, values) -> text.append("\n  ").append(name).append(' ').append(values));
        return text.toString();
    }

    private void report(PrintWriter out, List<Scored> scored) {
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
