package org.fram.app.sow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fram.app.platform.register.RowActs.Seen;
import org.fram.app.sow.AssumptionFailed.Reason;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.SampleRows;
import org.fram.app.testing.TestEngagement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

class WatchingAssumptionsTest {

    private static final RunningApp APP = RunningApp.shared();
    private static final List<AssumptionFailed> HEARD = new CopyOnWriteArrayList<>();

    private final TestEngagement engagement = TestEngagement.create();
    private final SampleRows assumptions = new SampleRows(engagement, "assumptions");
    private final WatchingAssumptions watching = APP.get(WatchingAssumptions.class);

    @BeforeAll
    static void listen() {
        ((ConfigurableApplicationContext) APP.parts()).addApplicationListener(event -> {
            if (event instanceof PayloadApplicationEvent<?> told
                    && told.getPayload() instanceof AssumptionFailed failed) {
                HEARD.add(failed);
            }
        });
    }

    @Test
    void whatDoesNotHoldIsSaidOnceWhenSomebodySaysSo() {
        var row = assumptions.added(engagement.customer(), "The building has power.");
        assertThat(heard(row.id())).isEmpty();

        var failed = assumptions.changed(
                engagement.customer(),
                row.id(),
                new Seen.Version(row.version()),
                "holds",
                false,
                "evidence",
                "The visit of Monday");
        assertThat(heard(row.id())).singleElement().satisfies(event -> {
            assertThat(event.engagement()).isEqualTo(engagement.id());
            assertThat(event.ref()).isEqualTo(row.ref());
            assertThat(event.reason()).isEqualTo(Reason.FALSE);
            assertThat(event.privateTo()).isNull();
        });
        // Another cell of it says nothing new.
        assumptions.changed(
                engagement.customer(), row.id(), new Seen.Version(failed.version()), "owner", "Site manager");
        assertThat(heard(row.id())).hasSize(1);
    }

    @Test
    void whatIsRefusedOrHoldsIsNotSaid() {
        var row = assumptions.added(engagement.customer(), "The building has power.");
        assumptions.change(engagement.customer(), row.id(), new Seen.Version(row.version()), "holds", false);
        assumptions.added(engagement.customer(), "There is water.", "holds", true, "evidence", "Seen");

        assertThat(HEARD).noneMatch(event -> event.engagement().equals(engagement.id()));
    }

    @Test
    void aRowThatComesAsFalseIsSaidAndWhoAloneSeesIt() {
        var row = assumptions.added(
                engagement.customer(), "They deliver.", "holds", false, "evidence", "Seen", "seenBy", true);

        assertThat(heard(row.id()))
                .singleElement()
                .satisfies(event -> assertThat(event.privateTo()).isEqualTo(engagement.customerParty()));
    }

    @Test
    void aDayThatPassedIsSaidOnceHoweverOftenSomebodyLooks() {
        var past = LocalDate.of(2020, 1, 31);
        var row = assumptions.added(engagement.customer(), "The building has power.", "validateBy", past);
        var later = assumptions.added(engagement.customer(), "Later", "validateBy", LocalDate.of(2199, 1, 1));
        var known = assumptions.added(
                engagement.customer(), "Known", "validateBy", past, "holds", true, "evidence", "Seen");

        watching.look();
        watching.look();

        assertThat(heard(row.id())).extracting(AssumptionFailed::reason).containsExactly(Reason.OVERDUE);
        assertThat(heard(later.id())).isEmpty();
        assertThat(heard(known.id())).isEmpty();

        // A new day that passes too is another time.
        assumptions.changed(
                engagement.customer(),
                row.id(),
                new Seen.Version(row.version()),
                "validateBy",
                LocalDate.of(2020, 2, 29));
        watching.look();
        assertThat(heard(row.id())).hasSize(2);
    }

    @Test
    void whatIsNotStoredIsNotKeptAsSaid() {
        var row = assumptions.added(engagement.customer(), "Nobody listens", "validateBy", LocalDate.of(2020, 1, 31));
        refuseOnce(row.id());
        assertThatThrownBy(watching::look).hasMessage("No.");
        HEARD.clear();

        watching.look();

        assertThat(heard(row.id())).hasSize(1);
    }

    @Test
    void theWayToAChangeIsBelowTheEngagement() {
        assertThat(new ChangeWay("changes/new?assumption=").of("/engagements/7/registers/assumptions/rows/1", "A 3"))
                .isEqualTo("/engagements/7/changes/new?assumption=A+3");
    }

    private static List<AssumptionFailed> heard(UUID row) {
        return HEARD.stream().filter(event -> event.row().equals(row)).toList();
    }

    /// Somebody who listens and fails, once.
    private static void refuseOnce(UUID row) {
        var failed = new AtomicBoolean();
        ((ConfigurableApplicationContext) APP.parts()).addApplicationListener(event -> {
            if (event instanceof PayloadApplicationEvent<?> told
                    && told.getPayload() instanceof AssumptionFailed one
                    && one.row().equals(row)
                    && failed.compareAndSet(false, true)) {
                throw new IllegalStateException("No.");
            }
        });
    }
}
