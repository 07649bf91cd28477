package org.fram.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.fram.cli.Fram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench sow`: how long the pages of a long statement of work take, from the request to the last byte of the answer.
@Command(
        name = "sow",
        description = "Brings two versions of a long statement of work into an application of its own and measures its"
                + " pages.",
        mixinStandardHelpOptions = true)
final class BenchSow implements Callable<Integer> {

    private static final Pattern STATE = Pattern.compile("run-(done|failed|cancelled)");
    private static final Pattern ALL = Pattern.compile("Accept all ([^ ]+) that are open");
    private static final Pattern CLAUSE = Pattern.compile("id=\"k-([0-9a-f-]{36})\"");
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final int MILLISECONDS_BETWEEN_LOOKS = 20;

    @Option(names = "--clauses", paramLabel = "N", description = "how many clauses (default: ${DEFAULT-VALUE})")
    private int clauses = 1_500;

    @Option(names = "--obligations", paramLabel = "N", description = "how many promises (default: ${DEFAULT-VALUE})")
    private int obligations = 4_000;

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "how often a page is asked for (default: ${DEFAULT-VALUE})")
    private int runs = 7;

    @Option(names = "--seed", paramLabel = "N", description = "of what differs (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Mixin
    private ServerOptions options = new ServerOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (clauses < 1 || obligations < 1 || runs < 1 || !options.canStart()) {
            spec.commandLine()
                    .getErr()
                    .println("fram: --clauses, --obligations and --runs are 1 or more, and --launcher is the script"
                            + " 'fram', not '" + options.launcher + "'.");
            return Fram.INPUT;
        }
        Path folder = Files.createTempDirectory("fram-bench-sow");
        var table = new Table(PageTimes.columns("obligations"));
        try (var served = Served.start(options.launcher, folder.resolve("home"))) {
            measure(served, Visitor.administrator(served), folder, table);
        } finally {
            BenchStart.delete(folder);
        }
        spec.commandLine().getOut().println(table.print(options.markdown));
        return 0;
    }

    private void measure(Served served, Visitor visitor, Path folder, Table table)
            throws IOException, InterruptedException {
        String engagement = visitor.engagement("Bench");
        var statement = new LongStatement(clauses, obligations, seed);
        var brought = new ArrayList<String>();
        visitor.get(engagement + "/sow");
        var first = Timing.of(
                served, () -> brought.add(bringIn(visitor, engagement + "/sow", folder, statement.version(1))));
        String sow = brought.getFirst();
        var all = ALL.matcher(visitor.get(sow + "/review").body());
        if (!all.find()) {
            throw new IOException("The workspace does not say how many obligations there are.");
        }
        int many = Integer.parseInt(all.group(1).replaceAll("\\D", ""));
        var times = new PageTimes(served, visitor, table, PageTimes.size(many), runs);
        times.add("a document is brought in and reviewed", List.of(first));
        times.add(
                "its next version",
                List.of(Timing.of(served, () -> bringIn(visitor, sow + "/versions", folder, statement.version(2)))));
        times.page("document and obligations", sow + "/review");
        times.add("all are accepted", List.of(Timing.of(served, () -> visitor.post(sow + "/review/accept", Map.of()))));
        times.page("document and obligations in the middle", sow + "/review?part=10");
        times.page("draft", sow);
        times.page("findings", sow + "/findings");
        times.page("sign gate", sow + "/gate");
        times.page("agreement", sow + "/agreement");
        times.page("what changed, as a page", sow + "/redline");
        times.page("what changed, as a Word file", sow + "/redline.docx");
        times.add("what changed, as a PDF (run)", List.of(Timing.of(served, () -> {
            visitor.get(sow + "/redline");
            done(visitor, visitor.post(sow + "/redline/pdf", Map.of()).uri().getPath());
        })));
        visitor.get(sow + "/clauses");
        times.add(
                "a working copy is begun",
                List.of(Timing.of(served, () -> visitor.post(sow + "/clauses/begin", Map.of()))));
        times.page("clauses", sow + "/clauses");
        times.add("a clause is added on top", added(served, visitor, sow));
        times.page("what the working copy changes", sow + "/clauses/changes");
        times.page("changes of the engagement", engagement + "/changes");
    }

    private List<Timing> added(Served served, Visitor visitor, String sow) throws IOException, InterruptedException {
        var timings = new ArrayList<Timing>();
        for (int run = 0; run < runs; run++) {
            var clause = CLAUSE.matcher(visitor.get(sow + "/clauses").body());
            if (!clause.find()) {
                throw new IOException("The working copy has no clauses.");
            }
            var fields = Map.of("after", clause.group(1), "shape", "paragraph", "text", "The Vendor shall listen.");
            timings.add(Timing.of(served, () -> visitor.post(sow + "/clauses/add", fields)));
        }
        return timings;
    }

    /// @return the path of the statement of work
    private static String bringIn(Visitor visitor, String path, Path folder, String text)
            throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("statement.md"), text);
        return BenchImport.reviewed(
                visitor, visitor.upload(path, "document", file).uri().getPath());
    }

    /// Waits until a run is done.
    private static void done(Visitor visitor, String run) throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (System.nanoTime() - began < PATIENCE.toNanos()) {
            var state = STATE.matcher(visitor.get(run + "/state").body());
            if (state.find()) {
                if (!state.group(1).equals("done")) {
                    throw new IOException("The run %s has ended as %s.".formatted(run, state.group(1)));
                }
                return;
            }
            Thread.sleep(MILLISECONDS_BETWEEN_LOOKS);
        }
        throw new IOException("The run %s has not ended after %s.".formatted(run, PATIENCE));
    }
}
