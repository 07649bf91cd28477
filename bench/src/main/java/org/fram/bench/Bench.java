package org.fram.bench;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.fram.cli.Fram;
import org.fram.cli.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The command `fram bench`. By itself it only shows what its subcommands are; exit codes are those of
/// [Fram].
@Command(
        name = "fram bench",
        description = "Measures how well and how fast Fram works.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            BenchReview.class,
            BenchRead.class,
            BenchSpeed.class,
            BenchStart.class,
            BenchRegister.class,
            BenchSow.class,
            BenchRaid.class,
            BenchImport.class,
            BenchFit.class,
            BenchPractices.class,
            BenchSimulation.class,
            BenchPlans.class,
            BenchKill.class,
            BenchPeople.class,
            BenchSchedule.class
        })
public final class Bench implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    Bench() {
        spec = CommandSpec.create();
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Fram.INPUT;
    }

    /// Runs a measurement and ends the process with its exit code.
    public static void main(String[] args) {
        var out = new PrintWriter(System.out, true, System.out.charset());
        var err = new PrintWriter(System.err, true, System.err.charset());
        System.exit(Fram.run(new CommandLine(new Bench()), out, err, args));
    }
}
