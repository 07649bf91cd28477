package org.fram.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.fram.cli.Fram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench register`: how long registers take with many rows, from the request to the last byte of the answer.
@Command(
        name = "register",
        description = "Fills registers of an application of its own and measures pages, filters, imports and exports.",
        mixinStandardHelpOptions = true)
final class BenchRegister implements Callable<Integer> {

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

    @Mixin
    private ServerOptions options = new ServerOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!(runs >= 1) || rows.stream().anyMatch(many -> many < 1) || !options.canStart()) {
            spec.commandLine()
                    .getErr()
                    .println("fram: --runs and --rows are 1 or more, and --launcher is the script 'fram', not '"
                            + options.launcher + "'.");
            return Fram.INPUT;
        }
        Path folder = Files.createTempDirectory("fram-bench-register");
        var table = new Table(PageTimes.columns("rows"));
        try (var served = Served.start(options.launcher, folder.resolve("home"))) {
            var visitor = Visitor.administrator(served);
            for (int many : rows) {
                measure(served, visitor, folder, many, table);
            }
        } finally {
            BenchStart.delete(folder);
        }
        spec.commandLine().getOut().println(table.print(options.markdown));
        return 0;
    }

    private void measure(Served served, Visitor visitor, Path folder, int many, Table table)
            throws IOException, InterruptedException {
        String register = visitor.engagement("Bench " + many) + "/registers/requirements";

        var looks = new ArrayList<Timing>();
        var imports = new ArrayList<Timing>();
        for (int from = 0; from < many; from += ROWS_OF_A_FILE) {
            Path file = list(folder, from, Math.min(many, from + ROWS_OF_A_FILE));
            var preview = new ArrayList<String>();
            looks.add(Timing.of(
                    served,
                    () -> preview.add(visitor.upload(register + "/import", "file", file)
                            .uri()
                            .getPath())));
            imports.add(Timing.of(served, () -> visitor.post(preview.getFirst(), "column", COLUMNS)));
        }
        String all = visitor.get(register).body();
        if (!all.contains(String.format(Locale.ROOT, "of %,d", many))) {
            throw new IOException("Not all of " + many + " rows were imported.");
        }
        var times = new PageTimes(served, visitor, table, PageTimes.size(many), runs);
        times.add("a file is looked at (" + looks.size() + " files)", List.of(Timing.sum(looks)));
        times.add("it is imported", List.of(Timing.sum(imports)));
        times.page("the first page", register);
        times.page("the last page", register + "?page=" + (many + 99) / 100);
        times.page("in the order of the text", register + "?sort=text");
        times.page("a search that finds one row", register + "?q=caller+" + many);
        times.page("a filter of a tenth", register + "?f.source=evaluation&f.key=yes");
        times.page("all as CSV", register + "/export.csv");
        times.page("all as XLSX", register + "/export.xlsx");
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
