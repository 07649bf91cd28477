package org.fram.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.fram.cli.Fram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench raid`: how long the pages of the weekly work take with many risks, issues, decisions and actions in many
/// engagements, from the request to the last byte of the answer.
@Command(
        name = "raid",
        description = "Fills the registers of the weekly work of several engagements in an application of its own and"
                + " measures pages, the search and the status report.",
        mixinStandardHelpOptions = true)
final class BenchRaid implements Callable<Integer> {

    private static final List<String> OWNERS =
            List.of("Project manager", "IT lead", "Contact center lead", "Design engineer", "Trainer");
    private static final Pattern ROW = Pattern.compile("name=\"row\" value=\"([0-9a-f-]{36})");
    private static final List<String> THINGS =
            List.of("circuit", "trunk", "queue", "prompt", "report", "headset", "interface");

    @Option(names = "--engagements", paramLabel = "N", description = "how many engagements (default: ${DEFAULT-VALUE})")
    private int engagements = 20;

    @Option(
            names = "--items",
            paramLabel = "N",
            description = "risks, issues, decisions and actions in each (default: ${DEFAULT-VALUE})")
    private int items = 5_000;

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
        if (engagements < 1 || items < 10 || runs < 1 || !options.canStart()) {
            spec.commandLine()
                    .getErr()
                    .println("fram: --engagements and --runs are 1 or more, --items 10 or more, and --launcher is the"
                            + " script 'fram', not '" + options.launcher + "'.");
            return Fram.INPUT;
        }
        Path folder = Files.createTempDirectory("fram-bench-raid");
        var table = new Table(PageTimes.columns("items"));
        try (var served = Served.start(options.launcher, folder.resolve("home"))) {
            measure(served, Visitor.administrator(served), folder, table);
        } finally {
            BenchStart.delete(folder);
        }
        spec.commandLine().getOut().println(table.print(options.markdown));
        return 0;
    }

    private void measure(Served served, Visitor visitor, Path folder, Table table)
            throws IOException, InterruptedException {
        var all = new ArrayList<String>();
        var fills = new ArrayList<Timing>();
        for (int at = 1; at <= engagements; at++) {
            String engagement = visitor.engagement("Bench " + at);
            all.add(engagement);
            fills.add(Timing.of(served, () -> fill(visitor, engagement, folder)));
        }
        String engagement = all.getLast();
        var times = new PageTimes(
                served, visitor, table, PageTimes.size(engagements) + " × " + PageTimes.size(items), runs);
        times.add("the registers of an engagement are imported", fills);
        times.page("home page of an engagement", engagement);
        times.page("risks", engagement + "/registers/risks");
        times.page("issues, by due day", engagement + "/registers/issues?sort=due");
        times.page("actions of an owner", engagement + "/registers/actions?f.owner=IT+lead");
        times.page("decisions, last page", engagement + "/registers/decisions?page=" + Math.max(1, items / 10 / 100));
        times.page("an item", item(visitor, engagement));
        times.page("risks at a glance", engagement + "/risks/matrix");
        times.page("who owes what next", engagement + "/waiting");
        times.page("calendar, a month", engagement + "/calendar");
        times.page("calendar, a month of everybody", engagement + "/calendar?whom=everybody");
        times.page("calendar, a week of everybody", engagement + "/calendar?view=week&whom=everybody");
        times.page("meetings", engagement + "/meetings");
        String minutes = visitor.post(engagement + "/meetings/now", Map.of("name", "Call with the carrier"))
                .uri()
                .getPath();
        times.page("minutes, with their agenda", minutes);
        var lines = new ArrayList<Timing>();
        for (int run = 1; run <= runs; run++) {
            var line = Map.of("point", "general", "line", "! Ask for date no. " + run + " +3");
            lines.add(Timing.of(served, () -> visitor.post(minutes + "/notes", line)));
        }
        times.add("a line of minutes that is an action", lines);
        times.page("minutes, what others wrote", minutes + "/said");
        times.page("readiness", engagement + "/registers/sign-offs");
        times.page("legacy exit", engagement + "/registers/legacy-exit");
        times.page("delays", engagement + "/registers/delays");
        times.page("escalation", engagement + "/escalation");
        times.page("search: a word of very many", engagement + "/search/hits?q=headset");
        times.page("search: three words of few", engagement + "/search/hits?q=prompt+office+" + items / 20);
        times.page("search: a number", engagement + "/search/hits?q=AC-" + items / 4);
        times.page("search: nothing", engagement + "/search/hits?q=xylophone");
        times.page("status report", engagement + "/status");
        times.page("status report, as a PDF", engagement + "/status/report.pdf");
        var kept = new ArrayList<Timing>();
        for (int run = 0; run < runs; run++) {
            kept.add(Timing.of(served, () -> visitor.post(engagement + "/status/reports", Map.of())));
        }
        times.add("status report, kept and sent", kept);
        for (String other : all) {
            visitor.get(other + "/status");
            visitor.post(other + "/status/reports", Map.of());
        }
        times.page("my work, over all engagements", "/mine");
        times.page("portfolio", "/portfolio");
        times.page("calendar, over all engagements", "/calendar");
        times.page("calendar of everybody, over all engagements", "/calendar?whom=everybody");
        times.page("calendar of everybody, over all engagements, a week", "/calendar?view=week&whom=everybody");
        times.page("calendar of everybody, over all engagements, a day", "/calendar?view=day&whom=everybody");
    }

    /// A tenth of them are risks, three tenths issues, a tenth decisions and half actions.
    private void fill(Visitor visitor, String engagement, Path folder) throws IOException, InterruptedException {
        var today = LocalDate.now(ZoneOffset.UTC);
        bring(
                visitor,
                engagement + "/registers/risks",
                folder,
                items / 10,
                List.of("text", "owner", "probability", "days", "response"),
                at -> "The %s of office %d comes %d days late,%s,%d,%d,Ask each week"
                        .formatted(thing(at), at % 31, at % 40, owner(at), 5 + at % 90, at % 30));
        bring(
                visitor,
                engagement + "/registers/issues",
                folder,
                items * 3 / 10,
                List.of("text", "owner", "due", "closed"),
                at -> "Office %d has no %s since day %d,%s,%s,%s"
                        .formatted(
                                at % 31,
                                thing(at),
                                at,
                                owner(at),
                                today.plusDays(at % 120 - 20),
                                at % 3 == 0 ? "" : today.minusDays(at % 50)));
        bring(
                visitor,
                engagement + "/registers/decisions",
                folder,
                items / 10,
                List.of("text", "deciders", "reason"),
                at -> "The %s of office %d is replaced,Steering committee,It is the cheaper way in case %d"
                        .formatted(thing(at), at % 31, at));
        bring(
                visitor,
                engagement + "/registers/actions",
                folder,
                items / 2,
                List.of("text", "owner", "due", "done"),
                at -> "Ask about the %s of office %d for the time no. %d,%s,%s,%s"
                        .formatted(
                                thing(at),
                                at % 31,
                                at,
                                owner(at),
                                today.plusDays(at % 90 - 30),
                                at % 4 == 0 ? "" : today.minusDays(at % 60)));
    }

    private static void bring(
            Visitor visitor, String register, Path folder, int many, List<String> columns, IntFunction<String> line)
            throws IOException, InterruptedException {
        Path file = folder.resolve("list.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write(String.join(",", columns) + "\n");
            for (int at = 1; at <= many; at++) {
                out.write(line.apply(at) + "\n");
            }
        }
        visitor.get(register);
        visitor.post(visitor.upload(register + "/import", "file", file).uri().getPath(), "column", columns);
        if (!visitor.get(register).body().contains(String.format(Locale.ROOT, "of %,d", many))) {
            throw new IOException("Not all of %,d rows of %s were imported.".formatted(many, register));
        }
    }

    private static String thing(int at) {
        return THINGS.get(at % THINGS.size());
    }

    private static String owner(int at) {
        return OWNERS.get(at % OWNERS.size());
    }

    /// The page of the first issue.
    private static String item(Visitor visitor, String engagement) throws IOException, InterruptedException {
        var id = ROW.matcher(visitor.get(engagement + "/registers/issues").body());
        if (!id.find()) {
            throw new IOException("The register of issues has no rows.");
        }
        return engagement + "/raid/issues/" + id.group(1);
    }
}
