package org.fram.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.fram.report.PlanWorkbook;
import org.fram.schedule.level.LevelSettings;
import org.fram.schedule.level.Levelled;
import org.fram.schedule.level.LevelledJson;
import org.fram.schedule.level.Levelling;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `fram level`: a plan that can be done by those who are there.
@Command(
        name = "level",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Moves activities until no resource is booked beyond what there is of it, and finds the shortest such plan that"
                    + " it can. Says how much shorter a plan could be at most.",
            "Reads plans of Microsoft Project (MPP, XML, MPX), Primavera P6 (XER, XML), Planner, and PSPLIB (.sm, .rcp)."
                    + " Ctrl-C ends the search and gives the best so far."
        },
        footer = {
            "",
            "Examples:",
            "  fram level plan.mpp",
            "  fram level plan.xer --seconds 60 --json out.json",
            "",
            "Exit codes: 0 levelled; 2 wrong usage or unusable input; 3 a fault in Fram."
        })
final class LevelCommand implements Callable<Integer> {

    private static final double USUAL_SECONDS = 10;

    private final Terminal terminal;
    private final Terminal errors;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "PLAN", description = "The plan.")
    private Path file = Path.of("");

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long it searches at most (default: 10, or without end where there is an effort).")
    private @Nullable Double seconds;

    @Option(
            names = "--effort",
            paramLabel = "N",
            description =
                    "How many rounds it searches, each of a second or so. The same seed and effort give the same plan.")
    private @Nullable Integer effort;

    @Option(names = "--seed", paramLabel = "N", description = "Of the search's randomness (default: 1).")
    private long seed = 1;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            converter = Zone.class,
            description = "Time zone of the plan, such as Europe/Oslo (default: UTC).")
    private ZoneId zone = ZoneId.of("UTC");

    @Option(names = "--json", paramLabel = "OUT", description = "Writes the result as JSON; '-' prints it instead.")
    private @Nullable Path json;

    /// As the command line makes it.
    LevelCommand() {
        this(
                Terminal.of("out", System.getProperties(), System.getenv()),
                Terminal.of("err", System.getProperties(), System.getenv()));
    }

    LevelCommand(Terminal terminal, Terminal errors) {
        this.terminal = terminal;
        this.errors = errors;
    }

    @Override
    public Integer call() {
        if (seconds != null && !(seconds > 0 && seconds <= 1e6)) {
            throw new RefusedException("--seconds is more than 0 and at most 1000000, not %s.".formatted(seconds));
        }
        if (effort != null && effort < 1) {
            throw new RefusedException("--effort is at least 1, not %d.".formatted(effort));
        }
        boolean printsJson = json != null && json.toString().equals("-");
        var jsonFile = json == null || printsJson ? null : output(json);
        var read = PlanWorkbook.read(file, zone);
        var settings = LevelSettings.USUAL
                .seeded(seed)
                .effort(effort == null ? 0 : effort)
                .on(Runtime.getRuntime().availableProcessors());
        var out = spec.commandLine().getOut();
        try (var interruption = new Interruption()) {
            var levelled = search(read.plan(), settings, interruption);
            if (printsJson) {
                out.print(LevelledJson.write(read.plan(), settings, levelled));
            } else {
                new LevelSummary(read, levelled, terminal, out).print();
            }
            out.flush();
            if (jsonFile != null) {
                OutputFile.write(jsonFile, OutputFile.text(LevelledJson.write(read.plan(), settings, levelled)));
            }
        }
        return 0;
    }

    private Levelled search(org.fram.schedule.Plan plan, LevelSettings settings, Interruption interruption) {
        BooleanSupplier time = effort != null && seconds == null
                ? () -> false
                : new TimeLimit(
                        InstantSource.system(),
                        Duration.ofMillis(Math.round((seconds == null ? USUAL_SECONDS : seconds) * 1000)));
        var shown = new Shown(plan.zone(), errors, spec.commandLine().getErr());
        try {
            return Levelling.of(plan, settings, new Levelling.Course() {
                @Override
                public boolean stopped() {
                    return interruption.asked() || time.getAsBoolean();
                }

                @Override
                public void reached(long finish, long earliestFinish) {
                    shown.reached(finish, earliestFinish);
                }
            });
        } finally {
            shown.clear();
        }
    }

    private Path output(Path out) {
        if (Outputs.same(out, file)) {
            throw new RefusedException("%s is an input and would be overwritten; name another output.".formatted(out));
        }
        return Outputs.plan(out, List.of(file), _ -> ".json").of(file);
    }

    /// A line that says what was found so far. Only somebody who watches sees it.
    private record Shown(ZoneId zone, Terminal terminal, PrintWriter err) {

        void reached(long finish, long earliestFinish) {
            if (terminal.watched()) {
                err.print("\r\u001b[K"
                        + Terminal.cut(
                                "Finishes on %s, and no sooner than on %s; searching on (Ctrl-C takes it)"
                                        .formatted(
                                                LevelSummary.date(finish, zone),
                                                LevelSummary.date(earliestFinish, zone)),
                                terminal.width() - 2)
                        + " …");
                err.flush();
            }
        }

        void clear() {
            if (terminal.watched()) {
                err.print("\r\u001b[K");
                err.flush();
            }
        }
    }
}
