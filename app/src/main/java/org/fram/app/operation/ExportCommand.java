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

/// `fram export`: one engagement in one file.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes one engagement into a file that 'fram import' brings into another installation: its rows in all"
                    + " modules, its files, its ledger, and name and e-mail address of the people whom it names.",
            "What its parties keep from each other is in it too. A server may be running."
        },
        footer = {
            "",
            "Examples:",
            "  fram export \"Contact center to the cloud\" engagement.zip",
            "",
            "Exit codes: 0 written; 2 wrong usage, or it cannot be done; 3 a fault in Fram."
        })
final class ExportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "ENGAGEMENT",
            description = "Its name, or the id that stands in the address of its page.")
    private String engagement = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "The archive to write; it must not be there yet.")
    private Path file = Path.of("");

    @Mixin
    private Target target = new Target();

    @Override
    public Integer call() throws SQLException, IOException {
        var out = spec.commandLine().getOut();
        var outcome = new ExportingEngagement(target.installation(), Clock.systemUTC()).to(engagement, file);
        out.println("%s, %s"
                .formatted(Sizes.many(outcome.rows(), "row", "rows"), Sizes.many(outcome.files(), "file", "files")));
        if (!outcome.head().isEmpty()) {
            out.println("Its ledger has the head " + outcome.head());
        }
        out.println("%s: %s, SHA-256 %s".formatted(file, Sizes.of(outcome.bytes()), outcome.sha256()));
        out.flush();
        return 0;
    }
}
