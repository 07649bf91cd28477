package org.fram.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.fram.cli.Fram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench speed`: how long a review takes and how much memory, each in a virtual machine of its own.
@Command(
        name = "speed",
        description = "Makes documents of 100 and 2,000 pages and of 200 MB and measures how long their reviews take.",
        mixinStandardHelpOptions = true)
final class BenchSpeed implements Callable<Integer> {

    private static final long SEED = 20_260_101;
    private static final long LARGE = 200_000_000;

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

    /// One measurement: times in milliseconds, memory in MB.
    private record Run(long wall, long began, long read, long review, long processors, long memory, long obligations) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!(runs >= 1)) {
            spec.commandLine().getErr().println("fram: --runs " + runs + ". Give at least 1.");
            return Fram.INPUT;
        }
        var out = spec.commandLine().getOut();
        var table = new Table(List.of(
                "document",
                "MB",
                "runs",
                "wall s, median",
                "min–max",
                "JVM s",
                "read s",
                "review s",
                "CPU s in all",
                "peak RSS MB",
                "obligations",
                "outcome"));
        var folder = Files.createTempDirectory("fram-bench");
        try {
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
        for (int run = 0; run < runs; run++) {
            spec.commandLine().getErr().println(name + ", run " + (run + 1) + " of " + runs);
            long start = System.nanoTime();
            var said = said(file);
            long wall = (System.nanoTime() - start) / 1_000_000;
            if (!said.startsWith("done ")) {
                outcome = said;
                break;
            }
            var figures = List.of(said.split(" ", -1)).stream()
                    .skip(1)
                    .map(Long::parseLong)
                    .toList();
            done.add(new Run(
                    wall,
                    figures.get(0),
                    figures.get(1),
                    figures.get(2),
                    figures.get(3),
                    figures.get(4),
                    figures.get(5)));
        }
        var size = String.format(Locale.ROOT, "%.1f", Files.size(file) / 1e6);
        if (done.isEmpty()) {
            return List.of(name, size, "0", "–", "–", "–", "–", "–", "–", "–", "–", outcome);
        }
        var walls = done.stream().mapToLong(Run::wall).toArray();
        return List.of(
                name,
                size,
                Integer.toString(done.size()),
                seconds(median(walls)),
                seconds(LongStream.of(walls).min().orElse(0)) + "–"
                        + seconds(LongStream.of(walls).max().orElse(0)),
                seconds(median(done.stream().mapToLong(Run::began).toArray())),
                seconds(median(done.stream().mapToLong(Run::read).toArray())),
                seconds(median(done.stream().mapToLong(Run::review).toArray())),
                seconds(median(done.stream().mapToLong(Run::processors).toArray())),
                Long.toString(done.stream().mapToLong(Run::memory).max().orElse(0)),
                Long.toString(done.getFirst().obligations()),
                outcome);
    }

    /// The one line of [OneReview], or how else the process ended.
    private String said(Path file) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var process = new ProcessBuilder(
                        java.toString(),
                        "-Xmx" + heap,
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OneReview.class.getName(),
                        file.toString())
                .redirectErrorStream(false)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(patience, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return "not done in " + patience + " s";
        }
        var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("done ") || line.startsWith("refused") || line.startsWith("out of"))
                .toList();
        return lines.isEmpty() ? "failed, exit code " + process.exitValue() : lines.getLast();
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
