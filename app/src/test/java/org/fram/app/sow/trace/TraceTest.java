package org.fram.app.sow.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.UUID;
import org.fram.app.sow.Obligation.State;
import org.fram.app.sow.ObligationId;
import org.fram.app.sow.RequirementSource;
import org.fram.app.sow.SowId;
import org.fram.app.sow.trace.Trace.Standing;
import org.fram.facts.ObligationKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TraceTest {

    private static final SowId FIRST = new SowId(new UUID(0, 1));
    private static final SowId SECOND = new SowId(new UUID(0, 2));

    private final Promised recording = promised(1, ObligationKind.DELIVERABLE, State.ACCEPTED, null);
    private final Promised training = promised(2, ObligationKind.SERVICE, State.PROPOSED, null);
    private final Promised paying = promised(3, ObligationKind.PAYMENT, State.ACCEPTED, null);
    private final Promised fax = promised(4, ObligationKind.DELIVERABLE, State.DROPPED, null);

    @Test
    void aRequirementIsAnsweredByWhatStandsHoweverItsNumberIsWritten() {
        var trace = trace(asked("R-1", "O-001"), asked("R-2", "o-2"), asked("R-3", "3"));

        assertThat(trace.lines())
                .extracting(line -> line.asked().ref(), Trace.Line::standing)
                .containsExactly(
                        tuple("R-1", Standing.COVERED), tuple("R-2", Standing.COVERED), tuple("R-3", Standing.COVERED));
    }

    @Test
    void aRequirementThatNamesNothingOrNothingThatStandsIsAnOrphan() {
        var trace =
                trace(asked("R-1"), asked("R-2", "O-004"), asked("R-3", "O-099"), asked("R-4", "O-001", "the annex"));

        assertThat(trace.lines())
                .extracting(Trace.Line::standing)
                .containsExactly(Standing.WITHOUT, Standing.BROKEN, Standing.BROKEN, Standing.PARTLY_BROKEN);
        assertThat(trace.brokenLinks()).isEqualTo(3);
        assertThat(trace.answered()).isEqualTo(1);
    }

    @Test
    void aDeliverableOrServiceThatNobodyAskedForIsAnOrphanAndADutyIsNot() {
        var trace = trace(asked("R-1", "O-001"));

        assertThat(trace.unasked()).containsExactly(training);
    }

    @Test
    void whatIsPutOffIsNoOrphanUnlessSomethingAnswersItAfterAll() {
        var putOff = new Asked(UUID.randomUUID(), 0, "R-1", "Later", null, List.of(), true);
        var answered = new Asked(UUID.randomUUID(), 0, "R-2", "Later", null, List.of("O-001"), true);

        assertThat(trace(putOff, answered).lines())
                .extracting(Trace.Line::standing)
                .containsExactly(Standing.DEFERRED, Standing.COVERED);
    }

    @Test
    void aNameLeadsToWhatAnObligationWasMergedIntoAndToThePartsOfOneThatWasSplit() {
        var whole = promised(10, ObligationKind.DELIVERABLE, State.ACCEPTED, null);
        var merged = promised(11, ObligationKind.DELIVERABLE, State.MERGED, whole.id());
        var split = promised(12, ObligationKind.DELIVERABLE, State.SPLIT, null);
        var onePart = promised(13, ObligationKind.DELIVERABLE, State.ACCEPTED, split.id());
        var otherPart = promised(14, ObligationKind.DELIVERABLE, State.DROPPED, split.id());

        var trace = Trace.of(
                List.of(asked("R-1", "O-011"), asked("R-2", "O-012")),
                List.of(whole, merged, split, onePart, otherPart));

        assertThat(trace.lines().get(0).links()).containsExactly(new Trace.Link.Found("O-011", whole));
        assertThat(trace.lines().get(1).links()).containsExactly(new Trace.Link.Found("O-012", onePart));
        assertThat(trace.unasked()).isEmpty();
    }

    @Test
    void aCircleOfMergesEndsAndLeadsNowhere() {
        var one = new ObligationId(UUID.randomUUID());
        var other = new ObligationId(UUID.randomUUID());

        var trace = Trace.of(
                List.of(asked("R-1", "O-001")),
                List.of(
                        new Promised(one, FIRST, 1, "One", "", "", ObligationKind.DUTY, State.MERGED, other),
                        new Promised(other, FIRST, 2, "Other", "", "", ObligationKind.DUTY, State.MERGED, one)));

        assertThat(trace.lines().getFirst().standing()).isEqualTo(Standing.BROKEN);
    }

    @Test
    void ofTwoStatementsOfWorkTheNewestIsMeant() {
        var newer = new Promised(
                new ObligationId(UUID.randomUUID()),
                SECOND,
                1,
                "Newer",
                "",
                "",
                ObligationKind.DELIVERABLE,
                State.ACCEPTED,
                null);

        var trace = Trace.of(List.of(asked("R-1", "O-001")), List.of(recording, newer));

        assertThat(trace.lines().getFirst().links()).containsExactly(new Trace.Link.Found("O-001", newer));
        assertThat(trace.unasked()).containsExactly(recording);
    }

    @Test
    void coverageIsCountedForEachSourceThatThereIs() {
        var rfp = new Asked(UUID.randomUUID(), 0, "R-1", "One", RequirementSource.RFP, List.of("O-001"), false);
        var open = new Asked(UUID.randomUUID(), 0, "R-2", "Two", RequirementSource.RFP, List.of(), false);
        var later = new Asked(UUID.randomUUID(), 0, "R-3", "Three", RequirementSource.RFP, List.of(), true);

        var coverage = trace(rfp, open, later, asked("R-4")).coverage();

        assertThat(coverage)
                .containsExactly(new Trace.Coverage(RequirementSource.RFP, 3, 1, 1), new Trace.Coverage(null, 1, 0, 0));
        assertThat(coverage.getFirst().open()).isEqualTo(1);
    }

    @Test
    void likeTextsShareRareWordsAndTheOrderIsThatOfTheirLikeness() {
        var likeness = new Likeness(List.of(
                "The Vendor shall train forty agents in the new desktop.",
                "The Vendor shall migrate the call flows of the permits line.",
                "The Customer shall order the SIP trunks from the carrier."));

        var likes = likeness.to("Migration of all call flows", 0.1, 5);

        assertThat(likes).extracting(Likeness.Like::position).containsExactly(1);
        assertThat(likes.getFirst().likeness()).isBetween(0.3, 1.0);
        assertThat(likeness.to("The vendor shall", 0, 5)).isEmpty();
    }

    private Trace trace(Asked... requirements) {
        return Trace.of(List.of(requirements), List.of(recording, training, paying, fax));
    }

    private static Asked asked(String ref, String... labels) {
        return new Asked(UUID.randomUUID(), 0, ref, "Something", null, List.of(labels), false);
    }

    private static Promised promised(int number, ObligationKind kind, State state, @Nullable ObligationId partOf) {
        return new Promised(
                new ObligationId(UUID.randomUUID()),
                FIRST,
                number,
                "Promise " + number,
                "1 Scope",
                "Vendor",
                kind,
                state,
                partOf);
    }
}
