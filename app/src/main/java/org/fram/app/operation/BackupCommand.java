package org.fram.app.operation;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `fram backup`: an installation in one file.
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes everything that the application keeps into one file: all rows as they are at one moment, and all files"
                    + " that were brought in.",
            "A server may be running. The file holds everything, so keep it as you keep the installation."
        },
        footer = {
            "",
            "Examples:",
            "  fram backup /var/backups/fram-monday.zip",
            "  fram backup --demo demo.zip",
            "",
            "Exit codes: 0 backed up; 1 backed up, but something in the installation is missing or was changed;",
            "2 wrong usage, or it cannot be done; 3 a fault in Fram."
        })
final class BackupCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "FILE", description = "The archive to write; it must not be there yet.")
    private Path file = Path.of("");

    @Mixin
    private Target target = new Target();

    @Override
    public Integer call() throws SQLException, IOException {
        var out = spec.commandLine().getOut();
        var outcome = new BackingUp(target.installation(), Clock.systemUTC(), out::println).to(file);
        out.println("%s: %s, SHA-256 %s".formatted(file, Sizes.of(outcome.bytes()), outcome.sha256()));
        outcome.complaints().forEach(out::println);
        if (!outcome.complaints().isEmpty()) {
            out.println("All else was backed up. './fram doctor --files' tells more.");
        }
        out.flush();
        return outcome.complaints().isEmpty() ? 0 : OperationCommands.FINDINGS;
    }
}
