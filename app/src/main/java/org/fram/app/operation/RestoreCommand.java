package org.fram.app.operation;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `fram restore`: an installation of a backup.
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes an installation of a backup, where there is none yet: in an empty FRAM_HOME, or with an empty database"
                    + " of FRAM_DATABASE_URL.",
            "The backup may come from another machine, another version of PostgreSQL, and an older Fram. It is checked"
                    + " before anything is written, and the ledgers after; either all is restored or nothing."
        },
        footer = {
            "",
            "Examples:",
            "  FRAM_HOME=/var/lib/fram-restored fram restore /var/backups/fram-monday.zip",
            "",
            "Exit codes: 0 restored; 1 restored, but something was missing or changed when it was backed up;",
            "2 wrong usage, or it cannot be done; 3 a fault in Fram."
        })
final class RestoreCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "FILE", description = "What './fram backup' wrote.")
    private Path file = Path.of("");

    @Mixin
    private Target target = new Target();

    @Override
    public Integer call() throws SQLException, IOException {
        var out = spec.commandLine().getOut();
        var installation = target.installation();
        var outcome = new Restoring(installation, out::println).from(file);
        if (outcome.newer() > 0) {
            out.println(
                    "The schema was brought up to date by %s.".formatted(Sizes.many(outcome.newer(), "step", "steps")));
        }
        outcome.complaints().forEach(out::println);
        out.println("Restored into %s. './fram serve' starts it.".formatted(installation.home()));
        out.flush();
        return outcome.complaints().isEmpty() ? 0 : OperationCommands.FINDINGS;
    }
}
