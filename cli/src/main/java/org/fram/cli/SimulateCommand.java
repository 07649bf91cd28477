package org.fram.cli;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.fram.office.Cell;
import org.fram.office.Sheet;
import org.fram.office.Sheets;
import org.fram.report.PlanWorkbook;
import org.fram.report.SimulationReport;
import org.fram.schedule.UnusablePlanException;
import org.fram.schedule.files.ReadPlan;
import org.fram.schedule.risk.DefaultRanges;
import org.fram.schedule.risk.RiskModel;
import org.fram.schedule.risk.RiskTable;
import org.fram.schedule.risk.Simulation;
import org.fram.schedule.risk.SimulationJson;
import org.fram.schedule.risk.SimulationJson.Asked;
import org.fram.schedule.risk.SimulationSettings;
import org.fram.schedule.risk.WhatIf;
import org.fram.schedule.risk.WhatIfFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `fram simulate`: how certain the dates of a plan are.
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Says on which dates a plan may finish, and how likely each is: durations vary, risks happen or do not,"
                    + " and each sample is scheduled on the plan's calendars.",
            "Reads plans of Microsoft Project (MPP, XML, MPX), Primavera P6 (XER, XML), Planner, and PSPLIB (.sm, .rcp)."
                    + " Where the plan has no ranges, durations vary as by default for their kind of activity."
        },
        footer = {
            "",
            "Examples:",
            "  fram simulate plan.mpp --by 2027-03-31",
            "  fram simulate plan.xer --risks risks.csv --json out.json --html out.html",
            "",
            "Exit codes: 0 simulated; 2 wrong usage or unusable input; 3 a fault in Fram."
        })
final class SimulateCommand implements Callable<Integer> {

    /// Of each sample its finish and its cost stay, with copies of them in order.
    private static final long BYTES_A_SAMPLE = 80;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "PLAN", description = "The plan.")
    private Path file = Path.of("");

    @Option(
            names = "--by",
            paramLabel = "DATE",
            description = "The date whose probability is asked for, such as 2027-03-31 (its end) or 2027-03-31T17:00.")
    private @Nullable String by;

    @Option(
            names = "--samples",
            paramLabel = "N",
            description =
                    "Exactly so many samples; without it, until the P80 date is known well enough, at most 100000.")
    private @Nullable Integer samples;

    @Option(
            names = "--risks",
            paramLabel = "CSV",
            description = "Ranges, risks, orders, costs, and what varies together (docs/reference/risks.md).")
    private @Nullable Path risks;

    @Option(
            names = "--correlations",
            paramLabel = "CSV",
            description = "Correlations of durations: rows of two ids and a coefficient from -1 to 1.")
    private @Nullable Path correlations;

    @Option(
            names = "--budget",
            paramLabel = "AMOUNT",
            description = "The cost whose probability is asked for, by itself and together with --by.")
    private @Nullable Double budget;

    @Option(
            names = "--what-if",
            paramLabel = "YAML",
            description = "Changes whose gain is asked for, on the same samples (docs/reference/what-ifs.md).")
    private @Nullable Path whatIf;

    @Option(names = "--seed", paramLabel = "N", description = "The same seed gives the same answer (default: 1).")
    private long seed = 1;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            converter = Zone.class,
            description = "Time zone of the plan, such as Europe/Oslo (default: UTC).")
    private ZoneId zone = ZoneId.of("UTC");

    @Option(names = "--json", paramLabel = "OUT", description = "Writes the result as JSON; '-' prints it instead.")
    private @Nullable Path json;

    @Option(names = "--html", paramLabel = "OUT", description = "Writes the result to read, as one HTML page.")
    private @Nullable Path html;

    /// As the command line makes it.
    SimulateCommand() {
        this(Terminal.of("out", System.getProperties(), System.getenv()));
    }

    SimulateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (samples != null && samples < 1) {
            throw new RefusedException("--samples is at least 1, not %d.".formatted(samples));
        }
        long most = Runtime.getRuntime().maxMemory() / BYTES_A_SAMPLE;
        if (samples != null && samples > most) {
            throw new RefusedException(
                    "--samples %d do not fit into memory; at most %d do. Take fewer, or give it more with FRAM_JAVA_OPTS, for example -Xmx16g."
                            .formatted(samples, most));
        }
        if (budget != null && !Double.isFinite(budget)) {
            throw new RefusedException("--budget is an amount, not %s.".formatted(budget));
        }
        var results = PlanResults.of(file, json, html, risks, correlations, whatIf);
        var date = by == null ? null : PlanResults.date(by);
        var read = PlanWorkbook.read(file, zone);
        var plan = read.plan();
        if (plan.activities().isEmpty()) {
            throw new RefusedException("%s has no activities: there is nothing to simulate.".formatted(file));
        }
        var given = given(read);
        var model = model(read, given.model());
        var options = whatIf == null
                ? List.<WhatIf.Option>of()
                : named(whatIf, list -> WhatIfFile.read(plan, model, InputFiles.text(list)));
        var settings =
                SimulationSettings.USUAL.seeded(seed).on(Runtime.getRuntime().availableProcessors());
        if (samples != null) {
            settings = settings.exactly(samples);
        }
        var result = Simulation.of(plan, given.costs(), model, settings);
        if (budget != null && result.costs() == null) {
            throw new RefusedException(
                    "--budget asks for a cost, and nothing costs anything. Give the plan costs, or rows of costs in --risks.");
        }
        var used = settings.exactly(result.finishes().samples());
        var asked = new Asked(date, budget, WhatIf.of(plan, model, used, options));
        var out = spec.commandLine().getOut();
        if (results.printsJson()) {
            out.print(SimulationJson.write(plan, model, used, result, asked));
        } else {
            new SimulationSummary(read, model, result, asked, terminal, out).print();
        }
        out.flush();
        results.writeJson(() -> SimulationJson.write(plan, model, used, result, asked));
        results.writeHtml(() -> SimulationReport.html(read, model, result, asked));
        return 0;
    }

    private RiskTable.Read given(ReadPlan read) {
        var nothing = new RiskModel(List.of(), List.of(), List.of());
        return risks == null
                ? new RiskTable.Read(nothing, read.costs())
                : named(risks, table -> RiskTable.read(read.plan(), read.costs(), rows(table)));
    }

    private RiskModel model(ReadPlan read, RiskModel given) {
        var ranges = new ArrayList<>(given.ranges());
        ranges.addAll(DefaultRanges.library().of(read.plan(), given.ranges()));
        var pairs = new ArrayList<>(given.correlations());
        if (correlations != null) {
            pairs.addAll(named(correlations, table -> RiskTable.readCorrelations(read.plan(), rows(table))));
        }
        return given.withRanges(ranges).withCorrelations(pairs);
    }

    /// What is wrong with a table is said with its name.
    private static <T> T named(Path table, Function<Path, T> reading) {
        try {
            return reading.apply(table);
        } catch (UnusablePlanException e) {
            throw new RefusedException("%s: %s".formatted(table, e.getMessage()), e);
        }
    }

    /// The rows of a table, each at its number: those that hold nothing are empty.
    private static List<List<String>> rows(Path table) {
        var sheets = Sheets.read(table, table.toString());
        var rows = new ArrayList<List<String>>();
        for (var line :
                sheets.isEmpty() ? List.<Sheet.Line>of() : sheets.getFirst().lines()) {
            while (!rows.isEmpty() && rows.size() < line.number() - 1) {
                rows.add(List.of());
            }
            rows.add(line.cells().stream().map(Cell::text).toList());
        }
        return rows;
    }
}
