package org.fram.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.fram.cli.Fram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench people`: how many people edit one engagement at the same time, and how long they wait.
@Command(
        name = "people",
        description = {
            "Lets people edit the rows of one engagement at the same time, and says how many edits a second are stored, how"
                    + " long each took, and whether one was lost.",
            "Clients and server share the machine. Exit code 1: an update was lost, or something failed."
        },
        mixinStandardHelpOptions = true)
final class BenchPeople implements Callable<Integer> {

    private static final double NANOSECONDS_PER_MILLISECOND = 1e6;
    private static final double TO_SECONDS = 1e9;

    @Option(names = "--people", paramLabel = "N", description = "how many there are (default: ${DEFAULT-VALUE})")
    private int people = 50;

    @Option(names = "--rows", paramLabel = "N", description = "how many rows they edit (default: ${DEFAULT-VALUE})")
    private int rows = 100;

    @Option(names = "--seconds", paramLabel = "N", description = "for how long (default: ${DEFAULT-VALUE})")
    private int seconds = 120;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "seconds before that in which nothing is measured (default: ${DEFAULT-VALUE})")
    private int warmUp = 60;

    @Option(
            names = "--think",
            paramLabel = "MS",
            description =
                    "the longest time that one thinks before storing, and before reading the next (default: ${DEFAULT-VALUE})")
    private int think = 350;

    @Option(names = "--seed", paramLabel = "N", description = "of who edits what (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Mixin
    private ServerOptions options = new ServerOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        boolean sensible = Stream.of(people, rows, seconds).allMatch(one -> one >= 1) && warmUp >= 0 && think >= 0;
        if (!sensible || rows > Crowd.MOST_ROWS || !options.canStart()) {
            spec.commandLine()
                    .getErr()
                    .println("fram: --people, --rows and --seconds are 1 or more, --rows at most " + Crowd.MOST_ROWS
                            + ", --warm-up and --think not negative, and --launcher is the script 'fram', not '"
                            + options.launcher
                            + "'.");
            return Fram.INPUT;
        }
        Path folder = Files.createTempDirectory("fram-bench-people");
        try (var served = Served.start(options.launcher, folder.resolve("home"))) {
            var crowd = Crowd.gather(served, people, rows, Duration.ofMillis(think), new Random(seed));
            var before = served.processors();
            var outcome = crowd.edit(Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds));
            print(outcome, served.processors().minus(before));
            return outcome.lost().isEmpty() && outcome.errors().isEmpty() ? 0 : Fram.FINDINGS;
        } finally {
            BenchStart.delete(folder);
        }
    }

    private void print(Crowd.Outcome outcome, Duration processors) {
        double time = outcome.time().toNanos() / TO_SECONDS;
        var table = new Table(List.of("what", "figure"));
        table.add(List.of("people", Integer.toString(people)));
        table.add(List.of("seconds", String.format(Locale.ROOT, "%.0f", time)));
        table.add(List.of("edits stored", String.format(Locale.ROOT, "%,d", outcome.edits())));
        table.add(List.of("edits per second", String.format(Locale.ROOT, "%.1f", outcome.edits() / time)));
        table.add(List.of("conflicts that were told", String.format(Locale.ROOT, "%,d", outcome.conflicts())));
        table.add(List.of("errors", Integer.toString(outcome.errors().size())));
        table.add(List.of(
                "rows with a lost update", Integer.toString(outcome.lost().size())));
        table.add(List.of("a row is opened, ms: median, p95, p99", percentiles(outcome.opens())));
        table.add(List.of("an edit is stored, ms: median, p95, p99", percentiles(outcome.saves())));
        table.add(List.of(
                "processor s of the application, warm-up included",
                String.format(Locale.ROOT, "%.0f", processors.toNanos() / TO_SECONDS)));
        var out = spec.commandLine().getOut();
        out.println(table.print(options.markdown));
        outcome.errors().stream().limit(10).forEach(out::println);
        outcome.lost().forEach(row -> out.println("lost in row " + row));
    }

    private static String percentiles(List<Duration> sorted) {
        if (sorted.isEmpty()) {
            return "none";
        }
        return String.join(
                ", ", Stream.of(0.5, 0.95, 0.99).map(part -> at(sorted, part)).toList());
    }

    private static String at(List<Duration> sorted, double part) {
        int index = Math.min(sorted.size() - 1, (int) (sorted.size() * part));
        return String.format(Locale.ROOT, "%.0f", sorted.get(index).toNanos() / NANOSECONDS_PER_MILLISECOND);
    }
}
