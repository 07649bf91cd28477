package org.fram.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.fram.cli.ReviewCommand.FailOn;
import org.fram.facts.Gate;
import org.fram.facts.Severity;
import org.fram.report.CheckReport;
import org.fram.rules.Catalogue;
import org.fram.rules.Checked;
import org.fram.rules.CheckedJson;
import org.fram.rules.Finding;
import org.fram.rules.Verdict;
import org.fram.rules.Verdict.Standing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `fram check`: what the practices find in the facts of an engagement.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = "Holds the practices against the facts of an engagement: what is the matter, where, what to do.",
        footer = {
            "",
            "Examples:",
            "  fram check facts.yaml",
            "  fram check facts.yaml --gate cutover --fail-on blocker",
            "  fram check facts.yaml --settings waivers.yaml --json findings.json --html findings.html",
            "  fram check facts.yaml --pack our-practices",
            "  fram check --test --pack our-practices",
            "",
            "Exit codes: 0 all is well; 1 findings at or above --fail-on, or cases that do not hold;",
            "2 wrong usage or unusable input, a practice that failed among it; 3 a fault in Fram."
        })
final class CheckCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final InstantSource clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FACTS", arity = "0..1", description = "A facts document: YAML or JSON.")
    private @Nullable Path facts;

    @Option(
            names = "--test",
            description = "Instead of facts: runs the cases of all packs, and with each check always and never firing.")
    private boolean test;

    @Mixin
    private Rules rules = new Rules();

    @Option(
            names = "--gate",
            paramLabel = "GATE",
            converter = Gates.class,
            completionCandidates = Gates.class,
            description = "Only what is shown at a gate: " + "${COMPLETION-CANDIDATES}.")
    private @Nullable Gate gate;

    @Option(names = "--json", paramLabel = "OUT", description = "Writes the findings as JSON; '-' prints it instead.")
    private @Nullable Path json;

    @Option(names = "--html", paramLabel = "OUT", description = "Writes the findings to read, as one HTML page.")
    private @Nullable Path html;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "Exit with 1 from this severity on: " + "${COMPLETION-CANDIDATES}.")
    private @Nullable FailOn failOn;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "Stops where the practices take longer, with exit code 2; ${DEFAULT-VALUE} without it.")
    private int seconds;

    @Option(names = "--all", description = "Shows all findings, however many a practice has.")
    private boolean everything;

    /// As the command line makes it.
    CheckCommand() {
        this(Terminal.of("out", System.getProperties(), System.getenv()), InstantSource.system());
    }

    /// @param clock against which the time limit is held
    CheckCommand(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var file = facts;
        if (test == (file != null)) {
            throw new ParameterException(
                    spec.commandLine(), "Name a file of facts, or --test to try the packs on their cases.");
        }
        if (seconds < 1) {
            throw new ParameterException(spec.commandLine(), "--seconds is 1 or more, not %d.".formatted(seconds));
        }
        return file == null ? runCases(rules.catalogue()) : check(file);
    }

    private int runCases(Catalogue catalogue) {
        var outcome = rules.cases(catalogue).run();
        var out = spec.commandLine().getOut();
        outcome.failures().forEach(failure -> out.println(Terminal.safe(failure)));
        out.println("%d practices; %d cases and altered conditions as they should be, %d not"
                .formatted(
                        catalogue.packs().stream()
                                .mapToInt(pack -> pack.practices().size())
                                .sum(),
                        outcome.passed(),
                        outcome.failures().size()));
        return outcome.failures().isEmpty() ? 0 : Fram.FINDINGS;
    }

    private int check(Path file) {
        refuseOverwriting(file);
        // Before the packs, whose expressions take a while to check: a file that cannot be used is refused at once.
        var read = rules.facts(file);
        var catalogue = rules.catalogue();
        var limit = new TimeLimit(clock, Duration.ofSeconds(seconds));
        var checked = catalogue.check(read, rules.circumstances(read).stoppedWhen(limit));
        var out = spec.commandLine().getOut();
        boolean printsJson = json != null && json.toString().equals("-");
        if (printsJson) {
            out.print(CheckedJson.write(catalogue, checked, gate));
        } else {
            new CheckSummary(file.toString(), catalogue, checked, gate, everything, terminal, out).print();
            if (json != null) {
                write(json, CheckedJson.write(catalogue, checked, gate));
            }
        }
        if (html != null) {
            write(html, CheckReport.html(catalogue, checked, gate, String.valueOf(file.getFileName())));
        }
        out.flush();
        return exitCode(checked.verdicts(gate, catalogue), checked, catalogue);
    }

    private static void write(Path target, String content) {
        OutputFile.write(target, OutputFile.text(content));
    }

    /// Nothing is written over the facts, and no output over another.
    private void refuseOverwriting(Path input) {
        for (var target : Stream.of(json, html).filter(Objects::nonNull).toList()) {
            if (Outputs.same(target, input)) {
                throw new RefusedException(
                        "%s is an input and would be overwritten; name another output.".formatted(target));
            }
        }
        if (json != null && html != null && Outputs.same(json, html)) {
            throw new RefusedException(
                    "%s is named for two results; name another file for one of them.".formatted(json));
        }
    }

    private int exitCode(List<Verdict> verdicts, Checked checked, Catalogue catalogue) {
        var failed = verdicts.stream()
                .filter(verdict -> verdict.standing() == Standing.FAILED)
                .toList();
        var err = spec.commandLine().getErr();
        var stopped = checked.stopped();
        if (stopped != null) {
            err.println(Terminal.safe(stopped(stopped, catalogue, failed)));
            return Fram.INPUT;
        }
        failed.forEach(verdict -> err.println(
                "fram: %s failed: %s".formatted(verdict.practice(), Terminal.safe(String.valueOf(verdict.reason())))));
        if (!failed.isEmpty()) {
            return Fram.INPUT;
        }
        return checked.findings(gate).stream().anyMatch(this::reaches) ? Fram.FINDINGS : 0;
    }

    private String stopped(String practice, Catalogue catalogue, List<Verdict> failed) {
        return "fram: stopped after %d s, at the practice %s (%s); %d have no verdict. --seconds allows more."
                .formatted(seconds, practice, catalogue.known(practice).place(), failed.size());
    }

    private boolean reaches(Finding finding) {
        return failOn != null
                && finding.waiver() == null
                && (finding.severity() == Severity.BLOCKER
                        || (failOn == FailOn.WARNING && finding.severity() == Severity.WARNING));
    }
}
