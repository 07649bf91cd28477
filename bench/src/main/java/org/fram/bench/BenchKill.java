package org.fram.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import org.fram.cli.Fram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench kill`: whether anything that was saved is lost when the server is killed.
@Command(
        name = "kill",
        description = {
            "Kills the application (SIGKILL) at random moments while clients save, sign and invite guests by mail, starts it"
                    + " again, and says whether all that was answered as saved is there, once and not by halves, and the"
                    + " ledger whole.",
            "In every third round the database is killed too. Exit code 1: something was lost."
        },
        mixinStandardHelpOptions = true)
final class BenchKill implements Callable<Integer> {

    @Option(names = "--rounds", paramLabel = "N", description = "how often it is killed (default: ${DEFAULT-VALUE})")
    private int rounds = 30;

    @Option(names = "--clients", paramLabel = "N", description = "how many save at once (default: ${DEFAULT-VALUE})")
    private int clients = 8;

    @Option(
            names = "--most",
            paramLabel = "MS",
            description = "how long clients save before the kill, at most (default: ${DEFAULT-VALUE})")
    private int most = 3000;

    @Option(names = "--seed", paramLabel = "N", description = "of the moments (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Mixin
    private ServerOptions options = new ServerOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (rounds < 1 || clients < 1 || most < 1 || !options.canStart()) {
            spec.commandLine()
                    .getErr()
                    .println("fram: --rounds, --clients and --most are 1 or more, and --launcher is the script 'fram', "
                            + "not '" + options.launcher + "'.");
            return Fram.INPUT;
        }
        Path folder = Files.createTempDirectory("fram-bench-kill");
        try (var mails = Mails.start()) {
            var outcome = new KillRounds(
                            options.launcher,
                            folder.resolve("home"),
                            mails,
                            clients,
                            Duration.ofMillis(most),
                            new Random(seed))
                    .run(rounds);
            print(outcome);
            return outcome.fine() ? 0 : Fram.FINDINGS;
        } finally {
            BenchStart.delete(folder);
        }
    }

    private void print(KillRounds.Outcome outcome) {
        var table = new Table(List.of("what", "figure"));
        table.add(List.of("kills", Integer.toString(outcome.rounds())));
        table.add(List.of("of them with the database", Integer.toString(outcome.withDatabase())));
        outcome.saved()
                .forEach((what, many) ->
                        table.add(List.of(what + " answered as saved", String.format(Locale.ROOT, "%,d", many))));
        table.add(List.of("requests that got no answer", Integer.toString(outcome.unanswered())));
        table.add(List.of("requests that were refused", Integer.toString(outcome.refused())));
        table.add(List.of("lost", Integer.toString(outcome.lost().size())));
        table.add(List.of("doubled", Integer.toString(outcome.doubled().size())));
        table.add(List.of("saved by halves", Integer.toString(outcome.half().size())));
        table.add(List.of("mails handed over again under the same Message-ID", Integer.toString(outcome.again())));
        table.add(List.of("entries of the ledger", String.format(Locale.ROOT, "%,d", outcome.entries())));
        table.add(List.of(
                "breaches of the ledger", Integer.toString(outcome.breaches().size())));
        var starts = outcome.starts().stream().sorted().toList();
        table.add(List.of(
                "start to the first page, median s",
                String.format(Locale.ROOT, "%.1f", starts.get(starts.size() / 2).toMillis() / 1000.0)));
        var out = spec.commandLine().getOut();
        out.println(table.print(options.markdown));
        outcome.lost().forEach(mark -> out.println("lost: " + mark));
        outcome.doubled().forEach(mark -> out.println("doubled: " + mark));
        outcome.half().forEach(mark -> out.println("by halves: " + mark));
        outcome.breaches().forEach(out::println);
    }
}
