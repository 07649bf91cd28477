package org.fram.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.zip.ZipInputStream;
import org.fram.schedule.UnusablePlanException;
import org.fram.schedule.files.PlanFiles;
import org.fram.schedule.files.ReadPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bench plans`: which plan files can be read, and how many of the dates that their programs computed come out.
@Command(
        name = "plans",
        description = "Reads all plans of folders, archives and files, and compares dates with those stored in them.",
        mixinStandardHelpOptions = true)
final class BenchPlans implements Callable<Integer> {

    private static final ZoneId ZONE = ZoneId.of("UTC");

    @Parameters(paramLabel = "PLANS", arity = "1..*", description = "plans, or folders or ZIP archives of plans")
    private List<Path> inputs = List.of();

    @Option(names = "--markdown", description = "prints the table as Markdown")
    private boolean markdown;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private int files;
    private int read;
    private int activities;
    private int same;
    private final Map<String, Integer> reasons = new TreeMap<>();

    @Override
    public Integer call() throws IOException {
        var table = new Table(List.of("plan", "activities", "links", "same finish", "others, and why", "ms"));
        var refused = new ArrayList<String>();
        for (var input : inputs) {
            for (var file : files(input)) {
                if (file.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
                    readArchive(file, table, refused);
                } else {
                    add(file.getFileName().toString(), Files.readAllBytes(file), table, refused);
                }
            }
        }
        var out = spec.commandLine().getOut();
        out.println(table.print(markdown));
        refused.forEach(out::println);
        out.println("%d of %d files were read; %d of %d activities finish on the day stored in the file."
                .formatted(read, files, same, activities));
        reasons.forEach((reason, count) -> out.println("%4d  %s".formatted(count, reason)));
        return 0;
    }

    private static List<Path> files(Path input) throws IOException {
        try (var all = Files.walk(input)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void readArchive(Path archive, Table table, List<String> refused) throws IOException {
        try (InputStream in = Files.newInputStream(archive);
                var zip = new ZipInputStream(in)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    add(entry.getName(), zip.readAllBytes(), table, refused);
                }
            }
        }
    }

    private void add(String name, byte[] content, Table table, List<String> refused) {
        files++;
        long began = System.nanoTime();
        ReadPlan plan;
        try {
            plan = PlanFiles.read(name, content, ZONE);
            read++;
            var differing = new Differing(plan);
            int stored = differing.compared();
            int agreeing = stored - differing.count();
            differing.reasons().forEach((reason, count) -> reasons.merge(reason, count, Integer::sum));
            activities += stored;
            same += agreeing;
            table.add(List.of(
                    name,
                    Integer.toString(plan.plan().activities().size()),
                    Integer.toString(plan.plan().links().size()),
                    agreeing + " of " + stored,
                    differing.words(),
                    Long.toString((System.nanoTime() - began) / 1_000_000)));
        } catch (UnusablePlanException e) {
            refused.add("refused: " + e.getMessage());
        }
    }
}
