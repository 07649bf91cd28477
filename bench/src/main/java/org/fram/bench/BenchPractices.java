package org.fram.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.fram.cli.Fram;
import org.fram.rules.Checked;
import org.fram.rules.Verdict;
import org.fram.rules.Verdict.Standing;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bench practices`: how long all practices take over engagements of growing size, and after one changed obligation.
@Command(
        name = "practices",
        description = "Enlarges the engagement FACTS and measures how long all practices take over it (by JMH).",
        mixinStandardHelpOptions = true)
final class BenchPractices implements Callable<Integer> {

    @Parameters(paramLabel = "FACTS", description = "facts of an engagement with obligations")
    private Path model = Path.of("");

    @Option(
            names = "--obligations",
            paramLabel = "N",
            split = ",",
            description = "sizes to measure (default: 1000,10000,100000)")
    private List<Integer> sizes = List.of(1_000, 10_000, 100_000);

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "how many times it is measured, after as many to warm up (default: ${DEFAULT-VALUE})")
    private int runs = 5;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "how long it is measured each time (default: ${DEFAULT-VALUE})")
    private double seconds = 2;

    @Option(names = "--markdown", description = "prints the table as Markdown")
    private boolean markdown;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, RunnerException {
        if (!(runs >= 1) || !(seconds > 0) || sizes.stream().anyMatch(size -> !(size >= 1))) {
            spec.commandLine()
                    .getErr()
                    .println("fram: --runs and --obligations are numbers of at least 1, --seconds is more than 0.");
            return Fram.INPUT;
        }
        var table = new Table(List.of(
                "obligations",
                "findings",
                "practices that failed",
                "all ms",
                "± 99.9 %",
                "min–max",
                "after a change ms",
                "± 99.9 %",
                "min–max"));
        for (int size : sizes) {
            var enlarged = PracticesBenchmark.Enlarged.of(model, size);
            var checked = enlarged.checked();
            var all = measured("all", size);
            var change = measured("afterOneChange", size);
            table.add(List.of(
                    Integer.toString(enlarged.obligations()),
                    Integer.toString(checked.findings(null).size()),
                    failed(checked),
                    milliseconds(all.getPrimaryResult().getScore()),
                    milliseconds(all.getPrimaryResult().getScoreError()),
                    spread(all),
                    milliseconds(change.getPrimaryResult().getScore()),
                    milliseconds(change.getPrimaryResult().getScoreError()),
                    spread(change)));
        }
        spec.commandLine().getOut().println(table.print(markdown));
        return 0;
    }

    /// Measured in a virtual machine of its own.
    private RunResult measured(String benchmark, int size) throws RunnerException {
        spec.commandLine().getErr().println("%d obligations, %s".formatted(size, benchmark));
        // It is for us to know what else the machine does.
        System.setProperty("jmh.ignoreLock", "true");
        var time = TimeValue.microseconds(Math.round(seconds * 1e6));
        var options = new OptionsBuilder()
                .include(PracticesBenchmark.class.getName() + "\\." + benchmark + "$")
                .param("model", model.toAbsolutePath().toString())
                .param("obligations", Integer.toString(size))
                .forks(1)
                .warmupIterations(runs)
                .warmupTime(time)
                .measurementIterations(runs)
                .measurementTime(time)
                .jvmArgsAppend("-XX:+UseSerialGC")
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        return new Runner(options).runSingle();
    }

    private static String failed(Checked checked) {
        var failed = checked.verdicts().stream()
                .filter(verdict -> verdict.standing() == Standing.FAILED)
                .map(Verdict::practice)
                .toList();
        return failed.isEmpty() ? "none" : String.join(", ", failed);
    }

    private static String spread(RunResult result) {
        var statistics = result.getPrimaryResult().getStatistics();
        return milliseconds(statistics.getMin()) + "–" + milliseconds(statistics.getMax());
    }

    private static String milliseconds(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.1f", value);
    }
}
