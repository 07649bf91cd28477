package org.fram.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.fram.cli.Fram;
import org.fram.facts.FactsDocument;
import org.fram.facts.FactsDocumentBuilder;
import org.fram.facts.SowFactsBuilder;
import org.fram.facts.SowFactsObligationFactBuilder;
import org.fram.rules.Catalogue;
import org.fram.rules.Checked;
import org.fram.rules.Circumstances;
import org.fram.rules.FactsFile;
import org.fram.rules.Verdict.Standing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bench practices`: how long all practices take over engagements of growing size, and after one changed obligation.
@Command(
        name = "practices",
        description = "Enlarges the engagement FACTS and measures how long all practices take over it.",
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

    @Option(names = "--runs", paramLabel = "N", description = "how often each is measured (default: ${DEFAULT-VALUE})")
    private int runs = 5;

    @Option(names = "--markdown", description = "prints the table as Markdown")
    private boolean markdown;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (!(runs >= 1) || sizes.stream().anyMatch(size -> !(size >= 1))) {
            spec.commandLine().getErr().println("fram: --runs and --obligations are numbers of at least 1.");
            return Fram.INPUT;
        }
        var facts = FactsFile.read(Files.readString(model), model.toString());
        var catalogue = Catalogue.standard();
        var circumstances = Circumstances.on(
                Objects.requireNonNull(facts.asOf(), "The facts do not say for which day they are; give them `asOf`."));
        var table = new Table(List.of(
                "obligations",
                "runs",
                "all ms, median",
                "min–max",
                "CPU ms, median",
                "after a change ms, median",
                "min–max",
                "findings",
                "practices that failed"));
        for (int size : sizes) {
            table.add(measured(catalogue, EngagementOfSize.of(facts, size), circumstances));
        }
        spec.commandLine().getOut().println(table.print(markdown));
        return 0;
    }

    /// A row; as many runs again come first, and are not counted.
    private List<String> measured(Catalogue catalogue, FactsDocument facts, Circumstances circumstances) {
        var all = new ArrayList<Long>();
        var processors = new ArrayList<Long>();
        var afterwards = new ArrayList<Long>();
        var checked = catalogue.check(facts, circumstances);
        var changed = changed(facts);
        for (int run = -runs; run < runs; run++) {
            long busy = processorTime();
            long start = System.nanoTime();
            checked = catalogue.check(facts, circumstances);
            long done = System.nanoTime();
            long used = processorTime() - busy;
            catalogue.check(changed, checked);
            if (run >= 0) {
                all.add(done - start);
                processors.add(used);
                afterwards.add(System.nanoTime() - done);
            }
        }
        return List.of(
                Integer.toString(Objects.requireNonNull(
                                Objects.requireNonNull(facts.sow()).obligations())
                        .size()),
                Integer.toString(runs),
                milliseconds(median(all)),
                spread(all),
                milliseconds(median(processors)),
                milliseconds(median(afterwards)),
                spread(afterwards),
                Integer.toString(checked.findings(null).size()),
                failed(checked));
    }

    private static FactsDocument changed(FactsDocument facts) {
        var sow = Objects.requireNonNull(facts.sow());
        var obligations = new ArrayList<>(Objects.requireNonNull(sow.obligations()));
        int middle = obligations.size() / 2;
        obligations.set(
                middle,
                SowFactsObligationFactBuilder.builder(obligations.get(middle))
                        .text("The text of this one is another.")
                        .build());
        return FactsDocumentBuilder.builder(facts)
                .sow(SowFactsBuilder.builder(sow).obligations(obligations).build())
                .build();
    }

    private static String failed(Checked checked) {
        var failed = checked.verdicts().stream()
                .filter(verdict -> verdict.standing() == Standing.FAILED)
                .map(verdict -> verdict.practice())
                .toList();
        return failed.isEmpty() ? "none" : String.join(", ", failed);
    }

    private static long processorTime() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    private static long median(List<Long> values) {
        var sorted = sorted(values);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String spread(List<Long> values) {
        var sorted = sorted(values);
        return "%s–%s".formatted(milliseconds(sorted[0]), milliseconds(sorted[sorted.length - 1]));
    }

    private static long[] sorted(List<Long> values) {
        return values.stream().flatMapToLong(LongStream::of).sorted().toArray();
    }

    private static String milliseconds(long nanoseconds) {
        return String.format(Locale.ROOT, "%.1f", nanoseconds / 1e6);
    }
}
