package org.fram.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.fram.cli.Fram;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// `bench speed`: how long the command `review` takes and how much memory, from its start to its result.
@Command(
        name = "speed",
        description = "Makes documents of 100 and 2,000 pages and of 200 MB and measures how long their reviews take.",
        mixinStandardHelpOptions = true)
final class BenchSpeed implements Callable<Integer> {

    private static final long SEED = 20_260_101;
    private static final long LARGE = 200_000_000;
    private static final long MILLISECONDS_BETWEEN_LOOKS = 50;

    @Option(names = "--runs", paramLabel = "N", description = "how often each is measured (default: ${DEFAULT-VALUE})")
    private int runs = 3;

    @Option(names = "--heap", paramLabel = "SIZE", description = "heap of each review (default: ${DEFAULT-VALUE})")
    private String heap = "1g";

    @Option(names = "--only", paramLabel = "NAME", description = "only documents whose name contains NAME")
    private String only = "";

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            description = "ends a review that takes longer (default: ${DEFAULT-VALUE})")
    private long patience = 900;

    @Option(names = "--launcher", paramLabel = "FILE", description = "the script to run (default: ${DEFAULT-VALUE})")
    private Path launcher = Path.of("fram");

    @Option(names = "--markdown", description = "prints the table as Markdown")
    private boolean markdown;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /// A document to be made.
    private record Sample(String name, Making making) {}

    @FunctionalInterface
    private interface Making {
        void write(Path file) throws IOException;
    }

    /// One measurement: of the clock and of the processors, in milliseconds; the most memory, in MB.
    private record Run(long wall, long processors, long memory, long obligations) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!(runs >= 1) || !Files.isExecutable(launcher)) {
            spec.commandLine()
                    .getErr()
                    .println("fram: --runs is 1 or more, and --launcher is the script 'fram', not '" + launcher + "'.");
            return Fram.INPUT;
        }
        var out = spec.commandLine().getOut();
        var table = new Table(List.of(
                "document",
                "MB",
                "runs",
                "wall s, median",
                "min–max",
                "CPU s in all",
                "peak RSS MB",
                "obligations",
                "outcome"));
        var folder = Files.createTempDirectory("fram-bench");
        try {
            // So that building, and preparing quick starts, is not measured.
            var prepared = folder.resolve("prepared.txt");
            SampleFiles.text(SampleText.pages(1, SEED), prepared);
            review(prepared);
            Files.delete(prepared);
            for (var sample : samples()) {
                if (!sample.name.contains(only)) {
                    continue;
                }
                var file = folder.resolve(sample.name);
                sample.making.write(file);
                table.add(measured(sample.name, file));
                Files.delete(file);
            }
        } finally {
            try (var left = Files.list(folder)) {
                for (var file : left.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
        out.println(machine());
        out.println();
        out.println(table.print(markdown));
        return 0;
    }

    private static List<Sample> samples() {
        var samples = new ArrayList<Sample>();
        for (int pages : new int[] {100, 2000}) {
            samples.add(new Sample(
                    pages + "-pages.docx", file -> SampleFiles.docx(SampleText.pages(pages, SEED), 0, file)));
            samples.add(new Sample(pages + "-pages.pdf", file -> SampleFiles.pdf(SampleText.pages(pages, SEED), file)));
            samples.add(
                    new Sample(pages + "-pages.txt", file -> SampleFiles.text(SampleText.pages(pages, SEED), file)));
        }
        samples.add(new Sample(
                "200-MB-of-pictures.docx", file -> SampleFiles.docx(SampleText.pages(100, SEED), LARGE, file)));
        samples.add(new Sample("200-MB.txt", file -> SampleFiles.text(SampleText.pages(100, SEED), LARGE, file)));
        return samples;
    }

    private List<String> measured(String name, Path file) throws IOException, InterruptedException {
        var done = new ArrayList<Run>();
        var outcome = "reviewed";
        for (int run = 0; run < runs && outcome.equals("reviewed"); run++) {
            spec.commandLine().getErr().println(name + ", run " + (run + 1) + " of " + runs);
            var review = review(file);
            outcome = review.outcome();
            if (review.run() != null) {
                done.add(review.run());
            }
        }
        var size = String.format(Locale.ROOT, "%.1f", Files.size(file) / 1e6);
        if (done.isEmpty()) {
            return List.of(name, size, "0", "–", "–", "–", "–", "–", outcome);
        }
        var walls = done.stream().mapToLong(Run::wall).toArray();
        return List.of(
                name,
                size,
                Integer.toString(done.size()),
                seconds(median(walls)),
                seconds(LongStream.of(walls).min().orElse(0)) + "–"
                        + seconds(LongStream.of(walls).max().orElse(0)),
                seconds(median(done.stream().mapToLong(Run::processors).toArray())),
                Long.toString(done.stream().mapToLong(Run::memory).max().orElse(0)),
                Long.toString(done.getFirst().obligations()),
                outcome);
    }

    /// A review that was measured, or how else it ended.
    private record Measured(@Nullable Run run, String outcome) {}

    /// Runs the command as people do.
    private Measured review(Path file) throws IOException, InterruptedException {
        var result = Files.createTempFile(file.getParent(), "review", ".json");
        var said = Files.createTempFile(file.getParent(), "said", ".txt");
        try {
            var command = new ProcessBuilder(
                            launcher.toAbsolutePath().toString(),
                            "review",
                            file.toString(),
                            "--json",
                            result.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(said.toFile());
            command.environment().put("FRAM_JAVA_OPTS", "-Xmx" + heap);
            long start = System.nanoTime();
            var process = command.start();
            long processors = 0;
            long memory = 0;
            // The launcher becomes the command, so this is the same process; what it took is lost with it.
            while (!process.waitFor(MILLISECONDS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
                processors = process.info()
                        .totalCpuDuration()
                        .map(Duration::toMillis)
                        .orElse(0L);
                memory = Math.max(memory, mostMemory(process.pid()));
                if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(patience)) {
                    process.destroyForcibly().waitFor();
                    return new Measured(null, "not done in " + patience + " s");
                }
            }
            long wall = (System.nanoTime() - start) / 1_000_000;
            if (process.exitValue() != 0) {
                return new Measured(null, lastLine(said));
            }
            var obligations =
                    JsonMapper.shared().readTree(result).path("obligations").size();
            return new Measured(new Run(wall, processors, memory, obligations), "reviewed");
        } finally {
            Files.delete(result);
            Files.delete(said);
        }
    }

    private static String lastLine(Path said) throws IOException {
        var lines = Files.readAllLines(said).stream()
                .filter(line -> !line.isBlank())
                .toList();
        return lines.isEmpty() ? "failed" : lines.getLast();
    }

    /// The peak of the resident set, in MB; 0 where the system does not tell.
    private static long mostMemory(long process) {
        try (var status = Files.lines(Path.of("/proc", Long.toString(process), "status"))) {
            return status.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }

    private static long median(long[] values) {
        var sorted = LongStream.of(values).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String seconds(long milliseconds) {
        return String.format(Locale.ROOT, "%.1f", milliseconds / 1000.0);
    }

    private String machine() {
        long memory = 0;
        if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
            memory = system.getTotalMemorySize() / (1 << 20);
        }
        return "%s %s, %d processors, %d MB of memory, JDK %s (%s), -Xmx%s -XX:+UseSerialGC"
                .formatted(
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors(),
                        memory,
                        Runtime.version(),
                        System.getProperty("java.vendor"),
                        heap);
    }
}
