package org.fram.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.fram.office.UnreadableDocumentException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class FramTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void withoutArgumentsItShowsItsUsageAndAsksForACommand() {
        assertThat(fram()).isEqualTo(2);
        assertThat(err.toString()).startsWith("Usage: fram");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void helpIsAnAnswerAndNotAnError() {
        assertThat(fram("--help")).isZero();
        assertThat(out.toString()).contains("Usage: fram", "test", "bench", "Exit codes");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void theVersionNamesTheJavaThatRunsIt() {
        assertThat(fram("--version")).isZero();
        assertThat(out.toString()).startsWith("fram ").contains("Java " + Runtime.version());
    }

    @Test
    void everyCommandHasHelp() {
        for (var command : new CommandLine(new Fram()).getSubcommands().values()) {
            assertThat(fram(command.getCommandName(), "--help"))
                    .as(command.getCommandName())
                    .isZero();
        }
    }

    @Test
    void aWrongOptionIsAnErrorOfUsageWithAWayToTheHelp() {
        assertThat(fram("--colour")).isEqualTo(2);
        assertThat(err.toString()).contains("--colour", "See 'fram --help'.");
    }

    @Test
    void aWrongOptionOfACommandLeadsToTheHelpOfThatCommand() {
        assertThat(fram("sound", "--colour")).isEqualTo(2);
        assertThat(err.toString()).contains("See 'fram sound --help'.");
    }

    @Test
    void aCommandSaysHowItEnded() {
        assertThat(fram("sound", "--findings")).isEqualTo(Fram.FINDINGS);
    }

    @Test
    void anUnreadableDocumentIsTheInputsFault() {
        assertThat(fram("sound", "--unreadable")).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("fram: a.docx is empty.%n".formatted());
    }

    @Test
    void aFaultOfTheProgramIsSaidWithoutAStackTrace() {
        assertThat(fram("sound", "--fault")).isEqualTo(3);
        assertThat(err.toString()).contains("fault in Fram", "ran aground").doesNotContain("\tat ");
    }

    @Test
    void evenErrorsOfTheVirtualMachineAreSaidWithoutAStackTrace() {
        assertThat(fram("sound", "--endless")).isEqualTo(3);
        assertThat(err.toString()).contains("fault in Fram").doesNotContain("\tat ");
    }

    private int fram(String... args) {
        var commands = new CommandLine(new Fram()).addSubcommand(new Sound());
        return Fram.run(commands, new PrintWriter(out), new PrintWriter(err), args);
    }

    /// A command that ends in the way that it is told to.
    @Command(name = "sound", mixinStandardHelpOptions = true)
    private static final class Sound implements java.util.concurrent.Callable<Integer> {

        @Option(names = "--findings")
        private boolean findings;

        @Option(names = "--unreadable")
        private boolean unreadable;

        @Option(names = "--fault")
        private boolean fault;

        @Option(names = "--endless")
        private boolean endless;

        @Override
        public Integer call() {
            if (unreadable) {
                throw new UnreadableDocumentException(UnreadableDocumentException.Reason.EMPTY, "a.docx is empty.");
            }
            if (fault) {
                throw new IllegalStateException("ran aground");
            }
            if (endless) {
                throw new StackOverflowError();
            }
            return findings ? Fram.FINDINGS : 0;
        }
    }
}
