package org.fram.app.operation;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Set;
import org.fram.app.platform.start.CannotStartException;
import org.fram.postgres.PostgresException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/// The commands by which an installation is operated. Exit codes: 0 all is well; 1 something is wrong with what was
/// looked at; 2 wrong usage, or it cannot be done; 3 a fault in Fram.
@Command(
        name = "fram",
        subcommands = {
            BackupCommand.class,
            RestoreCommand.class,
            DoctorCommand.class,
            ExportCommand.class,
            ImportCommand.class
        })
public final class OperationCommands {

    static final int FINDINGS = 1;
    static final int INPUT = 2;
    static final int INTERNAL = 3;

    private OperationCommands() {}

    /// Whether this is the name of one of them.
    public static boolean knows(String name) {
        return names().contains(name);
    }

    /// Their names.
    public static Set<String> names() {
        return new CommandLine(new OperationCommands()).getSubcommands().keySet();
    }

    /// Runs one of them.
    ///
    /// @param arguments its name first
    /// @return the exit code
    public static int run(String... arguments) {
        // What libraries tell of their work is for the log of a server.
        LoggingSystem.get(OperationCommands.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
        return run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments);
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new OperationCommands())
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(OperationCommands::explain)
                .setExecutionExceptionHandler((failure, _, _) -> report(failure, err))
                .execute(arguments);
    }

    private static int explain(ParameterException wrong, String[] arguments) {
        var command = wrong.getCommandLine();
        command.getErr().println("fram: " + wrong.getMessage());
        command.getErr()
                .println("See '%s --help'.".formatted(command.getCommandSpec().qualifiedName()));
        return INPUT;
    }

    private static int report(Throwable failure, PrintWriter err) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedException
                    || cause instanceof CannotStartException
                    || cause instanceof PostgresException) {
                err.println("fram: " + cause.getMessage());
                return INPUT;
            }
        }
        if (failure instanceof IOException || failure instanceof SQLException) {
            err.println("fram: that cannot be done: " + failure.getMessage());
            trace(failure, err);
            return INPUT;
        }
        err.println("fram: a fault in Fram: " + failure + " (FRAM_DEBUG=1 shows where)");
        trace(failure, err);
        return INTERNAL;
    }

    private static void trace(Throwable failure, PrintWriter err) {
        if (System.getenv("FRAM_DEBUG") != null) {
            failure.printStackTrace(err);
        }
    }
}
