package org.fram.app.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.fram.app.platform.register.RowActs.Seen;
import org.fram.app.platform.runs.Round;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.SampleRows;
import org.fram.app.testing.TestEngagement;
import org.junit.jupiter.api.Test;

/// From an assumption that fails to the change that is weighed because of it.
class OpeningChangesTest {

    private static final RunningApp APP = RunningApp.shared();

    private final TestEngagement engagement = TestEngagement.create();
    private final SampleRows assumptions = new SampleRows(engagement, "assumptions");
    private final OpeningChanges opening = APP.get(OpeningChanges.class);

    @Test
    void aFalseAssumptionOpensOneChangeInTheNameOfWhoeverSaidSo() {
        var row = assumptions.added(engagement.vendor(), "The building has power.");
        opening.open();
        assertThat(changes(engagement.customer())).isEmpty();

        assumptions.changed(
                engagement.vendor(), row.id(), new Seen.Version(row.version()), "holds", false, "evidence", "A visit");
        opening.open();
        opening.open();

        assertThat(changes(engagement.customer()))
                .containsExactly(row.ref() + " does not hold: The building has power.");
    }

    @Test
    void anAssumptionWhoseDayPassedOpensOneToo() {
        var row = assumptions.added(engagement.customer(), "There is a room.", "validateBy", LocalDate.of(2020, 1, 31));
        APP.all(Round.class).stream()
                .filter(round -> round.name().equals("assumptions"))
                .forEach(round -> round.work().run());
        opening.open();

        assertThat(changes(engagement.vendor()))
                .containsExactly("Nobody found out in time whether " + row.ref() + " holds: There is a room.");
    }

    @Test
    void ofWhatOnePartyAloneSeesTheChangeIsItsOwn() {
        assumptions.added(
                engagement.customer(), "They deliver.", "holds", false, "evidence", "A letter", "seenBy", true);
        opening.open();

        assertThat(changes(engagement.customer())).hasSize(1);
        assertThat(changes(engagement.vendor())).isEmpty();
    }

    private List<String> changes(TestPerson person) {
        return person.asks(() -> APP.get(ProposedChanges.class).of(engagement.id())).stream()
                .map(ProposedChange::text)
                .toList();
    }
}
