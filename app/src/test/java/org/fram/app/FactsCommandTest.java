package org.fram.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import org.fram.app.engagement.CreatingEngagement;
import org.fram.app.engagement.Kind;
import org.fram.app.engagement.Side;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.rules.FactsFile;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FactsCommandTest {

    private static final RunningApp APP = RunningApp.shared();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theFactsOfAnEngagementArePrintedAsItsOwnerSeesThemAndCheckReadsThem() {
        engagement("A line for permits");

        assertThat(facts("a line for PERMITS")).isZero();

        assertThat(err.toString()).contains("As person", "sees it");
        var facts = FactsFile.read(out.toString(), "facts.yaml");
        assertThat(facts.engagement()).isNotNull();
        assertThat(out.toString()).contains("name: A line for permits");
    }

    @Test
    void withoutANameEngagementsAreListed() {
        var owner = engagement("A line for licences");

        assertThat(facts("--as", owner.email())).isZero();

        assertThat(out.toString()).containsPattern("(?m)^[0-9a-f-]{36}  A line for licences$");
    }

    @Test
    void whoIsNotInItSeesNothingOfIt() {
        engagement("A line for taxes");
        var stranger = APP.person("Stranger");

        assertThat(facts("--as", stranger.email(), "A line for taxes")).isEqualTo(2);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("no engagement that " + stranger.email() + " sees");
    }

    @Test
    void aNameThatIsNoneIsAnsweredWithThoseThatThereAre() {
        var owner = engagement("A line for parking");

        assertThat(facts("--as", owner.email(), "parkin")).isEqualTo(2);

        assertThat(err.toString()).contains("no engagement is called 'parkin'", "A line for parking");
    }

    private static TestPerson engagement(String name) {
        var owner = APP.person("Owner");
        var wish = new CreatingEngagement.Wish(name, Kind.TECHNOLOGY_PROJECT, "Office", Side.BUYER, ZoneId.of("UTC"));
        assertThat(APP.get(CreatingEngagement.class).create(owner.actor(), wish))
                .isInstanceOf(CreatingEngagement.Outcome.Created.class);
        return owner;
    }

    private int facts(String... arguments) {
        var command = new FactsCommand();
        var line = new CommandLine(command).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        line.parseArgs(arguments);
        return command.print(APP.parts());
    }
}
