package org.fram.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.fram.cli.Fram;
import org.fram.schedule.files.PlanFiles;
import org.fram.schedule.level.LevelSettings;
import org.fram.schedule.level.LevelSettings.Engine;
import org.fram.schedule.level.Levelling;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `bench schedule`: how near to the best known schedules of PSPLIB levelling comes.
///
/// Each schedule is held against the instance as it stands in the file, by code that shares nothing with
/// the engine. Before the first instance one is levelled for two seconds, so that libraries are loaded;
/// it counts nothing.
@Command(
        name = "schedule",
        description = "Levels instances of PSPLIB, checks each schedule, and compares with the best known ones.",
        mixinStandardHelpOptions = true)
final class BenchSchedule implements Callable<Integer> {

    private static final double MINUTES_A_PERIOD = 1440;
    private static final double WARM_UP = 2;

    @Option(
            names = "--instances",
            required = true,
            paramLabel = "DIR|ZIP",
            description = "a folder or an archive with .sm files")
    private Path instances = Path.of("");

    @Option(names = "--seconds", paramLabel = "N", description = "for each instance (default: ${DEFAULT-VALUE})")
    private double seconds = 30;

    @Option(
            names = "--best",
            paramLabel = "CSV",
            description =
                    "the best known bounds: columns instance, best_lb, best_ub (default: best_known.csv beside them)")
    private @Nullable Path known;

    @Option(names = "--group-sample", description = "only the first instance of each group")
    private boolean groupSample;

    @Option(
            names = "--every",
            paramLabel = "N",
            description = "of those, only each so many (default: ${DEFAULT-VALUE})")
    private int every = 1;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "threads of a search (default: as many as there are processors)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--plain", description = "levels each a second time, by one call of CP-SAT for the whole")
    private boolean plain;

    @Option(names = "--json", paramLabel = "OUT", description = "writes makespan, lower bound and starts of each")
    private @Nullable Path json;

    @Option(names = "--markdown", description = "prints the table as Markdown")
    private boolean markdown;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private record Known(int lower, int upper) {}

    /// What a search gave.
    record Found(
            long makespan,
            long lowerBound,
            boolean proven,
            double seconds,
            double processorSeconds,
            List<Long> starts) {}

    private record Row(
            String instance,
            @Nullable Integer bestKnown,
            @Nullable Integer bestKnownLowerBound,
            long makespan,
            long lowerBound,
            boolean proven,
            double seconds,
            double processorSeconds,
            boolean valid,
            List<Long> starts,
            @Nullable Found plain) {}

    @Override
    public Integer call() throws IOException {
        if (!(seconds > 0) || threads < 1 || every < 1) {
            spec.commandLine().getErr().println("fram: --seconds, --threads and --every are more than 0.");
            return Fram.INPUT;
        }
        var files = chosen(files());
        if (files.isEmpty()) {
            spec.commandLine().getErr().println("fram: there is no .sm file in %s.".formatted(instances));
            return Fram.INPUT;
        }
        var best = best();
        var err = spec.commandLine().getErr();
        var rows = new ArrayList<Row>();
        int faulty = 0;
        level(files.firstEntry().getKey(), files.firstEntry().getValue(), Engine.BOTH, Math.min(WARM_UP, seconds));
        for (var file : files.entrySet()) {
            var found = level(file.getKey(), file.getValue(), Engine.BOTH, seconds);
            var beside = plain ? level(file.getKey(), file.getValue(), Engine.CONSTRAINTS, seconds) : null;
            var instance = PsplibInstance.read(new String(file.getValue(), StandardCharsets.UTF_8));
            var faults = new ArrayList<>(instance.faults(found.starts(), found.makespan()));
            if (beside != null) {
                faults.addAll(instance.faults(beside.starts(), beside.makespan()));
            }
            var bounds = best.get(file.getKey());
            if (bounds != null && (found.makespan() < bounds.lower() || found.lowerBound() > bounds.upper())) {
                faults.add("the makespan %d or the bound %d contradicts the known bounds %d and %d"
                        .formatted(found.makespan(), found.lowerBound(), bounds.lower(), bounds.upper()));
            }
            faults.forEach(fault -> err.println("%s: %s".formatted(file.getKey(), fault)));
            faulty += faults.isEmpty() ? 0 : 1;
            rows.add(new Row(
                    file.getKey(),
                    bounds == null ? null : bounds.upper(),
                    bounds == null ? null : bounds.lower(),
                    found.makespan(),
                    found.lowerBound(),
                    found.proven(),
                    found.seconds(),
                    found.processorSeconds(),
                    faults.isEmpty(),
                    found.starts(),
                    beside));
            err.println("%d/%d %s %d..%d, best known %s"
                    .formatted(
                            rows.size(),
                            files.size(),
                            file.getKey(),
                            found.lowerBound(),
                            found.makespan(),
                            bounds == null ? "?" : bounds.lower() + ".." + bounds.upper()));
            err.flush();
            if (json != null) {
                write(json, rows);
            }
        }
        var out = spec.commandLine().getOut();
        out.println(table(rows).print(markdown));
        out.println("%d of %d schedules are valid.".formatted(rows.size() - faulty, rows.size()));
        return faulty == 0 ? 0 : Fram.FINDINGS;
    }

    private Table table(List<Row> rows) {
        var table = new Table(List.of(
                "engine",
                "instances",
                "best known reached",
                "% above best known",
                "most %",
                "% above best bound known",
                "proven",
                "seconds each",
                "processor seconds each"));
        table.add(line("ours", rows, rows.stream().map(BenchSchedule::ours).toList()));
        if (plain) {
            var others = rows.stream().map(Row::plain).filter(Objects::nonNull).toList();
            table.add(line("plain CP-SAT", rows, others));
        }
        return table;
    }

    private static Found ours(Row row) {
        return new Found(row.makespan, row.lowerBound, row.proven, row.seconds, row.processorSeconds, row.starts);
    }

    private static List<String> line(String engine, List<Row> rows, List<Found> found) {
        int reached = 0;
        int proven = 0;
        int compared = 0;
        double above = 0;
        double most = 0;
        double aboveBound = 0;
        double time = 0;
        double processors = 0;
        for (int k = 0; k < found.size(); k++) {
            var one = found.get(k);
            proven += one.proven() ? 1 : 0;
            time += one.seconds();
            processors += one.processorSeconds();
            var best = rows.get(k).bestKnown();
            var lower = rows.get(k).bestKnownLowerBound();
            if (best != null && lower != null) {
                compared++;
                double deviation = 100.0 * (one.makespan() - best) / best;
                reached += one.makespan() <= best ? 1 : 0;
                above += deviation;
                most = Math.max(most, deviation);
                aboveBound += 100.0 * (one.makespan() - lower) / lower;
            }
        }
        return List.of(
                engine,
                Integer.toString(found.size()),
                Integer.toString(reached),
                figure(above / Math.max(1, compared), 3),
                figure(most, 2),
                figure(aboveBound / Math.max(1, compared), 3),
                Integer.toString(proven),
                figure(time / found.size(), 1),
                figure(processors / found.size(), 1));
    }

    private static String figure(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    private Found level(String name, byte[] content, Engine engine, double time) {
        var plan = PlanFiles.read(name, content, ZoneId.of("UTC")).plan();
        var settings = LevelSettings.USUAL.on(threads).by(engine);
        long began = System.nanoTime();
        long processors = processors();
        var levelled = Levelling.of(plan, settings, () -> System.nanoTime() - began > time * 1e9);
        double took = (System.nanoTime() - began) / 1e9;
        double used = (processors() - processors) / 1e9;
        long first = levelled.timetable().start();
        var starts = levelled.timetable().windows().stream()
                .map(window -> Math.round((window.start() - first) / MINUTES_A_PERIOD))
                .toList();
        return new Found(
                Math.round(levelled.makespan()),
                Math.round(levelled.lowerBound()),
                levelled.proven(),
                took,
                used,
                starts);
    }

    private static long processors() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private SortedMap<String, byte[]> files() throws IOException {
        var files = new TreeMap<String, byte[]>(Comparator.comparing(BenchSchedule::order));
        if (Files.isDirectory(instances)) {
            try (var all = Files.walk(instances)) {
                for (var file : all.filter(Files::isRegularFile).toList()) {
                    add(files, file.getFileName().toString(), Files.readAllBytes(file));
                }
            }
            return files;
        }
        try (var zip = new ZipInputStream(Files.newInputStream(instances))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    add(files, entry.getName().replaceAll(".*/", ""), zip.readAllBytes());
                }
            }
        }
        return files;
    }

    private static void add(Map<String, byte[]> files, String name, byte[] content) {
        if (name.toLowerCase(Locale.ROOT).endsWith(".sm")) {
            files.put(name, content);
        }
    }

    /// Numbers within names as numbers: `j3010_2` after `j309_1`.
    private static String order(String name) {
        return Pattern.compile("\\d+")
                .matcher(name)
                .replaceAll(number -> "0".repeat(Math.max(0, 9 - number.group().length())) + number.group());
    }

    private SortedMap<String, byte[]> chosen(SortedMap<String, byte[]> files) {
        var chosen = new TreeMap<String, byte[]>(files.comparator());
        var groups = new HashSet<String>();
        int number = 0;
        for (var file : files.entrySet()) {
            if ((!groupSample || groups.add(file.getKey().replaceAll("_.*", ""))) && number++ % every == 0) {
                chosen.put(file.getKey(), file.getValue());
            }
        }
        return chosen;
    }

    private Map<String, Known> best() throws IOException {
        var table = known != null ? known : instances.toAbsolutePath().resolveSibling("best_known.csv");
        var best = new HashMap<String, Known>();
        if (!Files.exists(table)) {
            return best;
        }
        var lines = Files.readAllLines(table);
        var header = List.of(lines.getFirst().split(","));
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split(",");
            best.put(
                    cells[header.indexOf("instance")],
                    new Known(
                            Integer.parseInt(cells[header.indexOf("best_lb")]),
                            Integer.parseInt(cells[header.indexOf("best_ub")])));
        }
        return best;
    }

    private static void write(Path out, List<Row> rows) throws IOException {
        Files.writeString(
                out,
                JsonMapper.builder()
                                .enable(SerializationFeature.INDENT_OUTPUT)
                                .build()
                                .writeValueAsString(Map.of("instances", rows))
                        + "\n");
    }
}
