package org.fram.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// What each benchmark asks for that starts the application.
final class ServerOptions {

    @Option(
            names = "--launcher",
            paramLabel = "FILE",
            description = "the script to start the application with (default: ${DEFAULT-VALUE})")
    Path launcher = Path.of("fram");

    @Option(names = "--markdown", description = "prints the table as Markdown")
    boolean markdown;

    /// Whether there is something to start.
    boolean canStart() {
        return Files.isExecutable(launcher);
    }
}
