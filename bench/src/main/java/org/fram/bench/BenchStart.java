package org.fram.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.fram.cli.Fram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench start`: how long it takes from the command `./fram serve` to the first page.
@Command(
        name = "start",
        description = "Starts the application several times and measures how long it takes to its first page.",
        mixinStandardHelpOptions = true)
final class BenchStart implements Callable<Integer> {

    @Option(names = "--runs", paramLabel = "N", description = "how often it is started (default: ${DEFAULT-VALUE})")
    private int runs = 5;

    @Option(
            names = "--launcher",
            paramLabel = "FILE",
            description = "the script to start it with (default: ${DEFAULT-VALUE})")
    private Path launcher = Path.of("fram");

    @Option(names = "--markdown", description = "prints the table as Markdown")
    private boolean markdown;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /// One start: times to the first page, of the clock and of the processors for the application's process.
    private record Run(Duration wall, Duration processors) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!(runs >= 1) || !Files.isExecutable(launcher)) {
            spec.commandLine()
                    .getErr()
                    .println("fram: --runs is 1 or more, and --launcher is the script 'fram', not '" + launcher + "'.");
            return Fram.INPUT;
        }
        Path home = Files.createTempDirectory("fram-bench-start");
        try {
            // So that building, and preparing quick starts, is not measured.
            start(home.resolve("prepared"));
            var first = start(home.resolve("measured"));
            var later = new ArrayList<Run>();
            for (int run = 0; run < runs; run++) {
                later.add(start(home.resolve("measured")));
            }
            var table = new Table(List.of("start", "runs", "wall s, median", "min–max", "CPU s, median", "min–max"));
            table.add(row("the first, which makes the database", List.of(first)));
            table.add(row("the next ones", later));
            spec.commandLine().getOut().println(table.print(markdown));
            return 0;
        } finally {
            delete(home);
        }
    }

    private Run start(Path home) throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (var served = Served.start(launcher, home)) {
            return new Run(Duration.ofNanos(System.nanoTime() - began), served.processors());
        }
    }

    private static List<String> row(String name, List<Run> runs) {
        var walls = runs.stream().map(Run::wall).sorted().toList();
        var processors = runs.stream().map(Run::processors).sorted().toList();
        return List.of(
                name,
                Integer.toString(runs.size()),
                seconds(walls.get(walls.size() / 2)),
                seconds(walls.getFirst()) + "–" + seconds(walls.getLast()),
                seconds(processors.get(processors.size() / 2)),
                seconds(processors.getFirst()) + "–" + seconds(processors.getLast()));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
    }

    /// Removes a folder with all that is in it.
    static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
