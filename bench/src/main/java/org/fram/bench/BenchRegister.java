package org.fram.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.fram.cli.Fram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench register`: how long registers take with many rows, from the request to the last byte of the answer.
@Command(
        name = "register",
        description = "Fills registers of an application of its own and measures pages, filters, imports and exports.",
        mixinStandardHelpOptions = true)
final class BenchRegister implements Callable<Integer> {

    private static final Pattern CODE = Pattern.compile("with this code: (\\S+)");
    private static final Pattern ENGAGEMENT = Pattern.compile("/engagements/[0-9a-f-]{36}");
    private static final String EMAIL = "bench@fram.example";
    private static final String PASSWORD = "measured by fram bench";
    private static final int TRIES = 600;
    private static final int MILLISECONDS_BETWEEN_TRIES = 100;
    private static final int ROWS_OF_A_FILE = 50_000;
    private static final List<String> COLUMNS = List.of("text", "source", "key", "obligations", "demonstrated");

    @Option(
            names = "--rows",
            paramLabel = "N",
            split = ",",
            description = "sizes of the registers (default: ${DEFAULT-VALUE})")
    private List<Integer> rows = List.of(10_000, 100_000);

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "how often a page is asked for (default: ${DEFAULT-VALUE})")
    private int runs = 7;

    @Option(
            names = "--launcher",
            paramLabel = "FILE",
            description = "the script to start the application with (default: ${DEFAULT-VALUE})")
    private Path launcher = Path.of("fram");

    @Option(names = "--markdown", description = "prints the table as Markdown")
    private boolean markdown;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /// Times of the clock, and of the processors for the application without its database.
    private record Time(Duration wall, Duration processors) {}

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!(runs >= 1) || rows.stream().anyMatch(many -> many < 1) || !Files.isExecutable(launcher)) {
            spec.commandLine()
                    .getErr()
                    .println("fram: --runs and --rows are 1 or more, and --launcher is the script 'fram', not '"
                            + launcher + "'.");
            return Fram.INPUT;
        }
        Path folder = Files.createTempDirectory("fram-bench-register");
        var table = new Table(List.of("rows", "what", "runs", "wall ms, median", "min–max", "CPU ms, median"));
        try (var served = Served.start(launcher, folder.resolve("home"))) {
            var visitor = administrator(served);
            for (int many : rows) {
                measure(served, visitor, folder, many, table);
            }
        } finally {
            BenchStart.delete(folder);
        }
        spec.commandLine().getOut().println(table.print(markdown));
        return 0;
    }

    private static Visitor administrator(Served served) throws IOException, InterruptedException {
        // It is printed soon after the first page is served.
        var code = CODE.matcher(served.output());
        for (int tries = 0; !code.find(); tries++) {
            if (tries >= TRIES) {
                throw new IOException("The application printed no code for its first administrator.");
            }
            Thread.sleep(MILLISECONDS_BETWEEN_TRIES);
            code = CODE.matcher(served.output());
        }
        var visitor = new Visitor(served);
        visitor.get("/first-administrator");
        visitor.post(
                "/first-administrator",
                Map.of("code", code.group(1), "email", EMAIL, "name", "Bench", "password", PASSWORD));
        visitor.post("/sign-in", Map.of("email", EMAIL, "password", PASSWORD));
        return visitor;
    }

    private void measure(Served served, Visitor visitor, Path folder, int many, Table table)
            throws IOException, InterruptedException {
        var made = visitor.post(
                "/engagements",
                Map.of(
                        "name",
                        "Bench " + many,
                        "kind",
                        "TECHNOLOGY_PROJECT",
                        "party",
                        "Bench",
                        "side",
                        "BUYER",
                        "timeZone",
                        "UTC"));
        var engagement = ENGAGEMENT.matcher(made.uri().getPath());
        if (!engagement.find()) {
            throw new IOException("No engagement was made: " + made.uri());
        }
        String register = engagement.group() + "/registers/requirements";

        var looks = new ArrayList<Time>();
        var imports = new ArrayList<Time>();
        for (int from = 0; from < many; from += ROWS_OF_A_FILE) {
            Path file = list(folder, from, Math.min(many, from + ROWS_OF_A_FILE));
            var preview = new ArrayList<String>();
            looks.add(timed(
                    served,
                    () -> preview.add(
                            visitor.upload(register + "/import", file).uri().getPath())));
            imports.add(timed(served, () -> visitor.post(preview.getFirst(), "column", COLUMNS)));
        }
        String all = visitor.get(register).body();
        if (!all.contains(String.format(Locale.ROOT, "of %,d", many))) {
            throw new IOException("Not all of " + many + " rows were imported.");
        }
        table.add(row(many, "a file is looked at (" + looks.size() + " files)", List.of(sum(looks))));
        table.add(row(many, "it is imported", List.of(sum(imports))));
        page(served, visitor, many, "the first page", register, table);
        page(served, visitor, many, "the last page", register + "?page=" + (many + 99) / 100, table);
        page(served, visitor, many, "in the order of the text", register + "?sort=text", table);
        page(served, visitor, many, "a search that finds one row", register + "?q=caller+" + many, table);
        page(served, visitor, many, "a filter of a tenth", register + "?f.source=evaluation&f.key=yes", table);
        page(served, visitor, many, "all as CSV", register + "/export.csv", table);
        page(served, visitor, many, "all as XLSX", register + "/export.xlsx", table);
    }

    private void page(Served served, Visitor visitor, int many, String what, String path, Table table)
            throws IOException, InterruptedException {
        // Once without a watch, so that what is compiled at the first time is not measured.
        visitor.get(path);
        var times = new ArrayList<Time>();
        for (int run = 0; run < runs; run++) {
            times.add(timed(served, () -> visitor.get(path)));
        }
        table.add(row(many, what, times));
    }

    private static Time timed(Served served, Work work) throws IOException, InterruptedException {
        var processors = served.processors();
        long began = System.nanoTime();
        work.run();
        return new Time(
                Duration.ofNanos(System.nanoTime() - began), served.processors().minus(processors));
    }

    private static Time sum(List<Time> times) {
        return new Time(
                times.stream().map(Time::wall).reduce(Duration.ZERO, Duration::plus),
                times.stream().map(Time::processors).reduce(Duration.ZERO, Duration::plus));
    }

    private static List<String> row(int many, String what, List<Time> times) {
        var walls = times.stream().map(Time::wall).sorted().toList();
        var processors = times.stream()
                .map(Time::processors)
                .sorted(Comparator.naturalOrder())
                .toList();
        return List.of(
                String.format(Locale.ROOT, "%,d", many),
                what,
                Integer.toString(times.size()),
                Long.toString(walls.get(walls.size() / 2).toMillis()),
                walls.getFirst().toMillis() + "–" + walls.getLast().toMillis(),
                Long.toString(processors.get(processors.size() / 2).toMillis()));
    }

    /// A list of requirements, each different.
    private static Path list(Path folder, int from, int until) throws IOException {
        var sources = List.of("RFP", "Answer of the vendor", "Evaluation");
        Path file = folder.resolve("list.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("Requirement,Source,Key,Obligations,Demonstrated\n");
            for (int at = from + 1; at <= until; at++) {
                out.write(
                        "\"On line %d, caller %d hears the place in the queue within %d seconds.\",%s,%s,\"O-%03d, O-%03d\",2027-%02d-%02d\n"
                                .formatted(
                                        at % 97,
                                        at,
                                        at % 13 + 2,
                                        sources.get(at % 10 == 0 ? 2 : at % 2),
                                        at % 2 == 0 ? "yes" : "no",
                                        at % 300,
                                        at % 217,
                                        at % 12 + 1,
                                        at % 28 + 1));
            }
        }
        return file;
    }
}
