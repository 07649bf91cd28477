package org.fram.cli;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.fram.report.HealthReport;
import org.fram.report.PlanWorkbook;
import org.fram.schedule.Plan;
import org.fram.schedule.Plan.Status;
import org.fram.schedule.health.Health;
import org.fram.schedule.health.Health.Verdict;
import org.fram.schedule.health.HealthJson;
import org.fram.schedule.health.HealthLimits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `fram health`: whether a plan is built so that its dates can be trusted.
@Command(
        name = "health",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Holds the 14 checks of a schedule assessment (DCMA) against a plan: missing links, leads and lags, hard"
                    + " constraints, float, long activities, dates on the wrong side of the status date, resources, and"
                    + " how the plan stands against its baseline.",
            "Each check says what was measured, its threshold, its verdict and the activities concerned. What the plan"
                    + " does not have, such as a baseline, gives no verdict."
        },
        footer = {
            "",
            "Examples:",
            "  fram health plan.mpp",
            "  fram health plan.xer --status-date 2027-03-31 --html health.html --fail-on failed",
            "",
            "Exit codes: 0 all is well; 1 checks that failed, or could not be told, as --fail-on says;",
            "2 wrong usage or unusable input; 3 a fault in Fram."
        })
final class HealthCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "PLAN", description = "The plan.")
    private Path file = Path.of("");

    @Option(
            names = "--status-date",
            paramLabel = "DATE",
            description = "Up to when progress is known, such as 2027-03-31 (its end); without it, as the plan says.")
    private @Nullable String statusDate;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            converter = Zone.class,
            description = "Time zone of the plan, such as Europe/Oslo (default: UTC).")
    private ZoneId zone = ZoneId.of("UTC");

    @Option(names = "--json", paramLabel = "OUT", description = "Writes the checks as JSON; '-' prints it instead.")
    private @Nullable Path json;

    @Option(names = "--html", paramLabel = "OUT", description = "Writes the checks to read, as one HTML page.")
    private @Nullable Path html;

    @Option(
            names = "--fail-on",
            paramLabel = "VERDICT",
            description = "Exit with 1 when a check failed, or also when one could not be told: "
                    + "${COMPLETION-CANDIDATES}.")
    private @Nullable FailOn failOn;

    @Option(names = "--all", description = "Shows all activities that a check found, however many.")
    private boolean everything;

    /// From which verdict on the exit code tells.
    enum FailOn {
        failed,
        untold
    }

    /// As the command line makes it.
    HealthCommand() {
        this(Terminal.of("out", System.getProperties(), System.getenv()));
    }

    HealthCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var results = PlanResults.of(file, json, html);
        var until = statusDate == null ? null : PlanResults.date(statusDate);
        var read = PlanWorkbook.read(file, zone);
        var plan = until == null ? read.plan() : read.plan().with(status(read.plan(), until));
        var health = Health.of(plan, read.costs(), HealthLimits.library());
        var out = spec.commandLine().getOut();
        if (results.printsJson()) {
            out.print(HealthJson.write(plan, health));
        } else {
            new HealthSummary(read, health, everything, terminal, out).print();
        }
        out.flush();
        results.writeJson(() -> HealthJson.write(plan, health));
        results.writeHtml(() -> HealthReport.html(read, health));
        boolean reached = failOn != null
                && (health.count(Verdict.FAILED) > 0 || (failOn == FailOn.untold && health.count(Verdict.UNTOLD) > 0));
        return reached ? Fram.FINDINGS : 0;
    }

    /// Another date, and what is not done is moved behind it only where the plan does so by itself.
    private static Status status(Plan plan, LocalDateTime date) {
        var known = plan.status();
        return new Status(date, known != null && known.moves());
    }
}
