package org.fram.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
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
        report(out, run.scored(new Reviewer()::review));
        return 0;
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
