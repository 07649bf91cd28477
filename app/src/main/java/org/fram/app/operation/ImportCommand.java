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

/// `fram import`: an engagement of another installation.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Brings an engagement of another installation into this one: all of it or nothing. Both have the same version of"
                    + " Fram.",
            "Who has an account here under the same e-mail address is that person; for everyone else an account without a"
                    + " password is made. The ledger stays as it was, and is verified. A server may be running."
        },
        footer = {
            "",
            "Examples:",
            "  fram import engagement.zip",
            "",
            "Exit codes: 0 brought in; 2 wrong usage, or it cannot be done; 3 a fault in Fram."
        })
final class ImportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "FILE", description = "What './fram export' wrote.")
    private Path file = Path.of("");

    @Mixin
    private Target target = new Target();

    @Override
    public Integer call() throws SQLException, IOException {
        var out = spec.commandLine().getOut();
        var outcome = new ImportingEngagement(target.installation()).from(file);
        out.println("'%s' is here: %s, %s."
                .formatted(
                        Words.safe(outcome.name()),
                        Sizes.many(outcome.rows(), "row", "rows"),
                        Sizes.many(outcome.files(), "file", "files")));
        out.println("Known here by their e-mail address: %d of its people.".formatted(outcome.known()));
        for (String email : outcome.added()) {
            out.println("New, without a password: " + Words.safe(email));
        }
        if (!outcome.head().isEmpty()) {
            out.println("Its ledger is whole, with the head " + outcome.head());
        }
        out.println("Its page is /engagements/" + outcome.engagement());
        out.flush();
        return 0;
    }
}
