package org.fram.app.platform.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.fram.app.platform.register.RowActs.Seen;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.HttpBrowser.FormFile;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.SampleRows;
import org.fram.app.testing.TestEngagement;
import org.jooq.DSLContext;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/// What happened to rows, and taking it back.
class HistoryTest {

    private static final RunningApp APP = RunningApp.shared();

    private final TestEngagement engagement = TestEngagement.create();
    private final SampleRows assumptions = new SampleRows(engagement, "assumptions");

    @Test
    void aRowTellsWhoChangedWhatAndWhatStoodThereBefore() throws Exception {
        var row = assumptions.added(engagement.customer(), "The network carries the calls.", "owner", "IT lead");
        assumptions.changed(
                engagement.vendor(),
                row.id(),
                new Seen.Version(0),
                "owner",
                "Carrier",
                "validateBy",
                SampleRows.day(6, 14));

        var history = page(engagement.customer(), "/rows/" + row.id()).select(".history li");

        assertThat(history).hasSize(2);
        assertThat(history.get(0).text())
                .contains("Changed", engagement.vendor().name(), "Owner IT lead Carrier", "Validate by 14 Jun 2027");
        assertThat(history.get(0).select("del").eachText()).containsExactly("IT lead");
        assertThat(history.get(1).text())
                .contains("Added", engagement.customer().name());
    }

    @Test
    void whatWasPrivateStaysSoWhenTheRowIsShown() throws Exception {
        var row = assumptions.added(engagement.customer(), "They sign in any case.", "seenBy", true);
        assumptions.changed(engagement.customer(), row.id(), new Seen.Version(0), "text", "They sign at the price.");
        assumptions.changed(engagement.customer(), row.id(), new Seen.Version(1), "seenBy", null);
        assumptions.changed(engagement.customer(), row.id(), new Seen.Version(2), "owner", "Sponsor");

        assertThat(page(engagement.vendor(), "/rows/" + row.id()).select(".history li"))
                .singleElement()
                .satisfies(line -> assertThat(line.text()).contains("Sponsor"));
        assertThat(page(engagement.customer(), "/rows/" + row.id()).select(".history li"))
                .hasSize(4);
    }

    @Test
    void whatOneDidIsTakenBackStepByStep() throws Exception {
        var first = assumptions.added(engagement.customer(), "First.");
        var second = assumptions.added(engagement.customer(), "Second.");
        assumptions.changed(engagement.customer(), first.id(), new Seen.Version(0), "owner", "IT lead");
        assumptions.delete(engagement.customer(), second);

        assertThat(undone(engagement.customer())).contains("One row is as it was.");
        assertThat(assumptions.seenBy(engagement.customer())).hasSize(2);
        assertThat(undone(engagement.customer())).contains("One row is as it was.");
        assertThat(assumptions.seenBy(engagement.customer()).getFirst().get("owner"))
                .isNull();
        undone(engagement.customer());
        undone(engagement.customer());
        assertThat(assumptions.seenBy(engagement.customer())).isEmpty();
        assertThat(undone(engagement.customer())).contains("There was nothing to undo.");
    }

    @Test
    void anImportIsTakenBackAsAWhole() throws Exception {
        var customer = HttpBrowser.signedIn(engagement.customer());
        String register = engagement.path("registers/assumptions");
        customer.get(register + "/import");
        var preview = customer.upload(
                register + "/import",
                List.of(FormFile.of("file", "list.csv", "Assumption,Owner\nOne,IT\nTwo,IT\nThree,IT\n")));
        customer.post(preview.uri().getPath(), "column", List.of("text", "owner"));
        assertThat(assumptions.seenBy(engagement.customer())).hasSize(3);
        assertThat(Jsoup.parse(customer.get(register + "/rows/"
                                        + assumptions
                                                .seenBy(engagement.customer())
                                                .getFirst()
                                                .id())
                                .body())
                        .select(".history")
                        .text())
                .contains("from a list");

        assertThat(undone(engagement.customer())).contains("3 rows are as they were.");
        assertThat(assumptions.seenBy(engagement.customer())).isEmpty();
    }

    @Test
    void whatSomebodyElseChangedSinceStays() throws Exception {
        var row = assumptions.added(engagement.customer(), "The network carries the calls.");
        assumptions.changed(engagement.customer(), row.id(), new Seen.Version(0), "owner", "IT lead");
        assumptions.changed(engagement.vendor(), row.id(), new Seen.Version(1), "owner", "Carrier");

        assertThat(undone(engagement.customer())).contains("One row stays, as somebody else changed it");
        assertThat(assumptions.seenBy(engagement.customer()).getFirst().get("owner"))
                .isEqualTo("Carrier");
    }

    @Test
    void nobodyUndoesWhatAnotherDid() throws Exception {
        assumptions.added(engagement.customer(), "Ours.");

        assertThat(undone(engagement.vendor())).contains("There was nothing to undo.");
        assertThat(assumptions.seenBy(engagement.customer())).hasSize(1);
    }

    @Test
    void nobodyRewritesHistory() {
        assumptions.added(engagement.customer(), "For good.");

        for (var statement : List.of("update register.change set kind = 'added'", "delete from register.change")) {
            assertThatThrownBy(() -> engagement
                            .customer()
                            .asks(() -> APP.get(DSLContext.class).execute(statement)))
                    .hasMessageContaining("permission denied");
        }
    }

    private String undone(RunningApp.TestPerson person) throws Exception {
        var browser = HttpBrowser.signedIn(person);
        browser.get(engagement.path("registers/assumptions"));
        var answer = browser.post(engagement.path("registers/assumptions/undo"), Map.of("query", ""));
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parse(answer.body()).text();
    }

    private Document page(RunningApp.TestPerson person, String below) throws Exception {
        return Jsoup.parse(HttpBrowser.signedIn(person)
                .get(engagement.path("registers/assumptions") + below)
                .body());
    }
}
