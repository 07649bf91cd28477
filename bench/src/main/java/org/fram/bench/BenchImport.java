package org.fram.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.fram.cli.Fram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bench import DIR`: brings documents into the application as people do, accepts all of their obligations, and takes
/// out what can be taken out.
@Command(
        name = "import",
        description = {
            "Starts an application of its own and brings every document below a folder into it: uploads it, waits for",
            "its review, accepts all obligations, looks at each page and exports the draft, findings, facts and labels."
        },
        mixinStandardHelpOptions = true)
final class BenchImport implements Callable<Integer> {

    private static final Pattern REVIEWED = Pattern.compile("href=\"(/engagements/[^\"]*/sow/[0-9a-f-]{36})[^\"]*\"");
    private static final Pattern ENDED = Pattern.compile("run-(failed|cancelled)");
    private static final Pattern ALERT = Pattern.compile("role=\"alert\">([^<]*)");
    private static final Pattern OBLIGATION = Pattern.compile("<article class=\"obligation ");
    private static final Pattern FINDING = Pattern.compile("<li class=\"finding ");
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final int MILLISECONDS_BETWEEN_LOOKS = 50;

    @Parameters(paramLabel = "DIR", description = "folder with documents")
    private Path folder = Path.of(".");

    @Option(names = "--only", paramLabel = "NAME", description = "only documents whose file name contains NAME")
    private String only = "";

    @Mixin
    private ServerOptions options = new ServerOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isDirectory(folder) || !options.canStart()) {
            spec.commandLine()
                    .getErr()
                    .println("fram: DIR is a folder with documents, and --launcher the script 'fram'; not '" + folder
                            + "' and '" + options.launcher + "'.");
            return Fram.INPUT;
        }
        Path own = Files.createTempDirectory("fram-bench-import");
        var table = new Table(List.of(
                "document",
                "obligations",
                "findings before",
                "and after",
                "upload ms",
                "review s",
                "workspace ms",
                "accept all ms",
                "draft ms",
                "findings ms",
                "exports ms"));
        var refused = new ArrayList<String>();
        try (var served = Served.start(options.launcher, own.resolve("home"))) {
            var visitor = Visitor.administrator(served);
            String engagement = visitor.engagement("Bench");
            for (var file : DocumentFiles.below(folder, only)) {
                measure(served, visitor, engagement, file, table, refused);
            }
        } finally {
            BenchStart.delete(own);
        }
        var out = spec.commandLine().getOut();
        out.println(table.print(options.markdown));
        refused.forEach(out::println);
        return refused.isEmpty() ? 0 : Fram.FINDINGS;
    }

    private void measure(
            Served served, Visitor visitor, String engagement, Path file, Table table, List<String> refused)
            throws IOException, InterruptedException {
        var pages = new ArrayList<String>();
        visitor.get(engagement + "/sow");
        var upload = Timing.of(
                served,
                () -> pages.add(visitor.upload(engagement + "/sow", "document", file)
                        .uri()
                        .getPath()));
        String run = pages.removeLast();
        var review = Timing.of(served, () -> pages.add(ended(visitor, run)));
        var reviewed = REVIEWED.matcher(pages.removeLast());
        if (!reviewed.find()) {
            refused.add("not reviewed: " + folder.relativize(file) + ": "
                    + alert(visitor.get(run).body()));
            return;
        }
        String sow = reviewed.group(1);
        var workspace =
                Timing.of(served, () -> pages.add(visitor.get(sow + "/review").body()));
        long obligations = OBLIGATION.matcher(pages.removeLast()).results().count();
        long before = findings(visitor, sow);
        var accept = Timing.of(served, () -> visitor.post(sow + "/review/accept", Map.of()));
        var draft = Timing.of(served, () -> visitor.get(sow));
        var findings =
                Timing.of(served, () -> pages.add(visitor.get(sow + "/findings").body()));
        long after = FINDING.matcher(pages.removeLast()).results().count();
        var exports = Timing.of(served, () -> {
            for (var export : List.of("/draft.docx", "/findings.xlsx", "/facts.yaml", "/labels.json")) {
                visitor.get(sow + export);
            }
        });
        table.add(List.of(
                folder.relativize(file).toString(),
                Long.toString(obligations),
                Long.toString(before),
                Long.toString(after),
                milliseconds(upload),
                String.format(Locale.ROOT, "%.1f", review.wall().toMillis() / 1000.0),
                milliseconds(workspace),
                milliseconds(accept),
                milliseconds(draft),
                milliseconds(findings),
                milliseconds(exports)));
    }

    /// The state of a run once it has ended.
    private static String ended(Visitor visitor, String run) throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (System.nanoTime() - began < PATIENCE.toNanos()) {
            String state = visitor.get(run + "/state").body();
            if (REVIEWED.matcher(state).find() || ENDED.matcher(state).find()) {
                return state;
            }
            Thread.sleep(MILLISECONDS_BETWEEN_LOOKS);
        }
        throw new IOException("The run " + run + " has not ended after " + PATIENCE);
    }

    /// Waits until a document is reviewed.
    ///
    /// @return the path of the statement of work
    static String reviewed(Visitor visitor, String run) throws IOException, InterruptedException {
        var reviewed = REVIEWED.matcher(ended(visitor, run));
        if (!reviewed.find()) {
            throw new IOException(
                    "It was not reviewed: " + alert(visitor.get(run).body()));
        }
        return reviewed.group(1);
    }

    private static long findings(Visitor visitor, String sow) throws IOException, InterruptedException {
        return FINDING.matcher(visitor.get(sow + "/findings").body()).results().count();
    }

    private static String alert(String page) {
        var alert = ALERT.matcher(page);
        return alert.find() ? alert.group(1).strip() : "for no reason that the page says";
    }

    private static String milliseconds(Timing timing) {
        return Long.toString(timing.wall().toMillis());
    }
}
