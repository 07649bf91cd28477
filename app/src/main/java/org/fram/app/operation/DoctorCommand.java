package org.fram.app.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.fram.app.platform.start.CannotStartException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `fram doctor`: what is wrong with an installation.
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Says what is wrong with an installation of the application and what to do: settings, Java, folder, disk,"
                    + " database, schema, row security, ledgers, files, clocks, mail, backups.",
            "It changes nothing, and a server may be running."
        },
        footer = {
            "",
            "Examples:",
            "  fram doctor",
            "  fram doctor --files --json health.json",
            "",
            "Exit codes: 0 nothing is wrong; 1 something is; 2 wrong usage; 3 a fault in Fram."
        })
final class DoctorCommand implements Callable<Integer> {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final InstantSource clock = Clock.systemUTC();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--files", description = "Also reads each file and compares it with its digest.")
    private boolean files;

    @Option(names = "--json", paramLabel = "OUT", description = "Also writes what it saw to a file, as JSON.")
    private @Nullable Path json;

    @Mixin
    private Target target = new Target();

    @Override
    public Integer call() throws SQLException, IOException {
        var diagnosis = diagnosis();
        var out = spec.commandLine().getOut();
        for (var remark : diagnosis.remarks()) {
            out.printf("%-6s %-13s %s%n", remark.fine() ? "fine" : "WRONG", remark.about(), Words.safe(remark.says()));
            if (!remark.fine()) {
                out.printf("%-20s → %s%n", "", Words.safe(remark.advice()));
            }
        }
        int findings = diagnosis.findings().size();
        out.println(findings == 0 ? "Nothing is wrong." : Sizes.many(findings, "thing is wrong.", "things are wrong."));
        out.flush();
        Path file = json;
        if (file != null) {
            Files.writeString(file, JSON.writeValueAsString(diagnosis) + "\n");
        }
        return findings == 0 ? 0 : OperationCommands.FINDINGS;
    }

    private Diagnosis diagnosis() throws SQLException, IOException {
        try {
            return new Doctor(target.installation(), target.given(), clock, files).examine();
        } catch (CannotStartException settings) {
            return Doctor.of(settings, clock);
        }
    }
}
