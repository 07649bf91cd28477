package org.fram.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import org.fram.cli.Fram;
import org.fram.schedule.Activity;
import org.fram.schedule.CriticalPath;
import org.fram.schedule.Link;
import org.fram.schedule.Plan;
import org.fram.schedule.WorkCalendar;
import org.fram.schedule.risk.Distribution;
import org.fram.schedule.risk.RiskModel;
import org.fram.schedule.risk.Simulation;
import org.fram.schedule.risk.SimulationSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench simulation`: how many activity-samples a second plans are simulated with, and how long a critical path takes.
///
/// The networks are random, of activities that wait for two of the thirty before each. The times include all of a
/// simulation of finishes, the laying out of the plan and its distributions among it.
@Command(
        name = "simulation",
        description = "Measures simulations and critical paths of random networks.",
        mixinStandardHelpOptions = true)
final class BenchSimulation implements Callable<Integer> {

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "how many times each is measured, after half as many to warm up (default: ${DEFAULT-VALUE})")
    private int runs = 7;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "threads of a simulation (default: as many as there are processors)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--numpy",
            paramLabel = "SCRIPT",
            description =
                    "a Python script that measures the same in NumPy; it is run between, and what it prints shown")
    private @Nullable Path numpy;

    @Option(names = "--markdown", description = "prints the tables as Markdown")
    private boolean markdown;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (!(runs >= 1) || !(threads >= 1)) {
            spec.commandLine().getErr().println("fram: --runs and --threads are at least 1.");
            return Fram.INPUT;
        }
        var out = spec.commandLine().getOut();
        var table = new Table(List.of(
                "simulation",
                "activities",
                "samples",
                "million a second",
                "min–max",
                "seconds",
                "CPU seconds",
                "heap MB"));
        for (var pert : new boolean[] {true, false}) {
            simulate(table, pert, 1_000, 20_000);
            simulate(table, pert, 1_000, 100_000);
            simulate(table, pert, 10_000, 100_000);
        }
        out.println(table.print(markdown));
        if (numpy != null) {
            out.println(numpySays(numpy));
        }
        out.println(criticalPaths().print(markdown));
        out.flush();
        return 0;
    }

    private void simulate(Table table, boolean pert, int activities, int samples) {
        var plan = network(activities, WorkCalendar.ALWAYS);
        var model = ranges(plan, pert);
        var settings = SimulationSettings.USUAL.exactly(samples).finishesOnly().on(threads);
        int measured = activities > 1_000 ? Math.max(1, runs / 3) : runs;
        var times = measured(() -> Simulation.of(plan, model, settings), measured);
        double work = (double) activities * samples / 1e6;
        table.add(List.of(
                pert ? "PERT" : "triangular",
                Integer.toString(activities),
                Integer.toString(samples),
                figure(work / times.median(), "%.0f"),
                figure(work / times.longest(), "%.0f") + "–" + figure(work / times.shortest(), "%.0f"),
                figure(times.median(), "%.2f"),
                figure(times.processors(), "%.2f"),
                Long.toString(heap(() -> Simulation.of(plan, model, settings)) >> 20)));
    }

    /// Bytes that the heap holds at most while something is done, garbage that was not collected yet among it.
    private static long heap(Callable<?> work) {
        System.gc();
        var pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
        try {
            work.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    private Table criticalPaths() {
        var table = new Table(List.of("critical path", "activities", "ms", "min–max", "CPU ms"));
        for (int size : new int[] {10_000, 100_000}) {
            for (var calendar : List.of(WorkCalendar.ALWAYS, WorkCalendar.STANDARD)) {
                var plan = network(size, calendar);
                var times = measured(() -> CriticalPath.of(plan), runs);
                table.add(List.of(
                        calendar.name(),
                        Integer.toString(size),
                        figure(times.median() * 1e3, "%.0f"),
                        figure(times.shortest() * 1e3, "%.0f") + "–" + figure(times.longest() * 1e3, "%.0f"),
                        figure(times.processors() * 1e3, "%.0f")));
            }
        }
        return table;
    }

    private static String figure(double value, String format) {
        return String.format(Locale.ROOT, format, value);
    }

    /// Seconds of the clock, and of the processors on average.
    private record Times(double shortest, double median, double longest, double processors) {}

    private static Times measured(Callable<?> work, int runs) {
        try {
            for (int k = 0; k < (runs + 1) / 2; k++) {
                work.call();
            }
            var times = new double[runs];
            long processors = processors();
            for (int k = 0; k < runs; k++) {
                long began = System.nanoTime();
                work.call();
                times[k] = (System.nanoTime() - began) / 1e9;
            }
            double used = (processors() - processors) / 1e9 / runs;
            Arrays.sort(times);
            return new Times(times[0], times[runs / 2], times[runs - 1], used);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static long processors() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static String numpySays(Path script) throws IOException {
        var process = new ProcessBuilder("python3", script.toString())
                .redirectErrorStream(true)
                .start();
        try (var in = process.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Plan network(int size, WorkCalendar calendar) {
        var random = new Random(1);
        var activities = new ArrayList<Activity>();
        var links = new ArrayList<Link>();
        for (int k = 0; k < size; k++) {
            activities.add(Activity.of("A" + k, "Activity " + k, random.nextInt(1, 20) * 30L));
            for (int p = 0; p < Math.min(k, 2); p++) {
                links.add(Link.of(random.nextInt(Math.max(0, k - 30), k), k));
            }
        }
        return Plan.of("network", ZoneId.of("UTC"), LocalDateTime.of(2026, 1, 5, 8, 0), calendar, activities, links);
    }

    private static RiskModel ranges(Plan plan, boolean pert) {
        var random = new Random(2);
        var ranges = new ArrayList<RiskModel.Range>();
        for (int k = 0; k < plan.activities().size(); k++) {
            double best = random.nextDouble(1, 5) * 480;
            double likely = best + random.nextDouble(1, 5) * 480;
            double worst = likely + random.nextDouble(2, 15) * 480;
            ranges.add(new RiskModel.Range(
                    k,
                    pert
                            ? new Distribution.Pert(best, likely, worst)
                            : new Distribution.Triangular(best, likely, worst),
                    "bench",
                    false));
        }
        return new RiskModel(ranges, List.of(), List.of());
    }
}
