package org.fram.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.fram.drafting.UnusableTemplateException;
import org.fram.office.UnreadableDocumentException;
import org.fram.rules.UnusableFileException;
import org.fram.schedule.UnusablePlanException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The command `fram`. By itself it only shows what its subcommands are.
///
/// Each way to end has its exit code: 0 all is well, [#FINDINGS], [#INPUT], [#INTERNAL].
@Command(
        name = "fram",
        description = "Reads and reviews statements of work of contact center projects.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ReviewCommand.class,
            CompareCommand.class,
            DraftCommand.class,
            CheckCommand.class,
            ExplainCommand.class,
            VerifyCommand.class,
            SimulateCommand.class,
            HealthCommand.class,
            ConvertCommand.class,
            LevelCommand.class,
            CompletionCommand.class
        },
        exitCodeOnInvalidInput = Fram.INPUT,
        exitCodeOnExecutionException = Fram.INTERNAL,
        footer = {
            "",
            "In a checkout of the sources, ./fram also knows:",
            "  serve        Starts the application, in the browser.",
            "  demo         The same with a sample engagement, on data of its own.",
            "  facts        Prints the facts of an engagement of the application.",
            "  backup       Writes all that the application keeps into one file.",
            "  restore      Makes an installation of a backup.",
            "  export       Writes one engagement into a file.",
            "  import       Brings in an engagement of another installation.",
            "  doctor       Says what is wrong with an installation, and what to do.",
            "  test         Builds Fram and runs all its checks.",
            "  bench        Measures how well and how fast it reviews.",
            "",
            "Exit codes: 0 all is well; 1 findings at or above --fail-on; 2 wrong usage or",
            "unusable input; 3 a fault in Fram (FRAM_DEBUG=1 shows where)."
        })
public final class Fram implements Callable<Integer> {

    /// Exit code: there are findings at or above the severity that was asked about.
    public static final int FINDINGS = 1;

    /// Exit code: the command line is wrong or an input cannot be used; other inputs were still done.
    public static final int INPUT = 2;

    /// Exit code: a fault in Fram itself.
    public static final int INTERNAL = 3;

    @Spec
    private CommandSpec spec;

    Fram() {
        spec = CommandSpec.create();
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return INPUT;
    }

    /// Runs a command and ends the process with its exit code.
    public static void main(String[] args) {
        var out = new PrintWriter(System.out, true, System.out.charset());
        var err = new PrintWriter(System.err, true, System.err.charset());
        System.exit(run(new CommandLine(new Fram()), out, err, args));
    }

    /// Runs one command of a command line and gives its exit code.
    ///
    /// Errors become a message of one line on `err`: what a person can put right with exit code [#INPUT], a
    /// fault of the program with [#INTERNAL], the latter with a stack trace where `FRAM_DEBUG` is set.
    public static int run(CommandLine commands, PrintWriter out, PrintWriter err, String... args) {
        commands.setOut(out).setErr(err).setCaseInsensitiveEnumValuesAllowed(true);
        commands.setParameterExceptionHandler(Fram::explain);
        commands.setExecutionExceptionHandler((failure, _, _) -> report(failure, err));
        try {
            return commands.execute(args);
        } catch (OutOfMemoryError full) {
            err.println("fram: out of memory. Give it more with FRAM_JAVA_OPTS, for example -Xmx4g.");
            return INTERNAL;
        } catch (Error failure) {
            return report(failure, err);
        } finally {
            out.flush();
            err.flush();
        }
    }

    private static int explain(ParameterException wrong, String[] args) {
        var command = wrong.getCommandLine();
        var err = command.getErr();
        err.println("fram: " + wrong.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("See '%s --help'.".formatted(command.getCommandSpec().qualifiedName()));
        return INPUT;
    }

    private static int report(Throwable failure, PrintWriter err) {
        if (failure instanceof UnreadableDocumentException
                || failure instanceof UnusableFileException
                || failure instanceof UnusableTemplateException
                || failure instanceof UnusablePlanException
                || failure instanceof RefusedException) {
            err.println("fram: " + failure.getMessage());
            return INPUT;
        }
        err.println("fram: this is a fault in Fram: " + failure);
        if (System.getenv("FRAM_DEBUG") == null) {
            err.println("Please report it with the output of the same command after: export FRAM_DEBUG=1");
        } else {
            failure.printStackTrace(err);
        }
        return INTERNAL;
    }
}
