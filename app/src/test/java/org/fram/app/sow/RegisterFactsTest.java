package org.fram.app.sow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.RowActs.Seen;
import org.fram.app.practice.Facts;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.SampleRows;
import org.fram.app.testing.SowDraft;
import org.fram.app.testing.TestEngagement;
import org.fram.facts.SowFacts;
import org.fram.facts.SowFacts.AssumptionFact;
import org.fram.facts.SowFacts.RequirementFact;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What people keep in registers reaches the practices.
class RegisterFactsTest {

    private static final String WITH_AN_ASSUMPTION = SowDraft.FIRST + """

            ## 5 Assumptions

            - The network of the Customer carries 300 concurrent calls.
            """;

    private static final String CARRIES = "The network of the Customer carries 300 concurrent calls.";

    private final RunningApp app = RunningApp.shared();
    private final TestEngagement engagement = TestEngagement.create();
    private final SampleRows requirements = new SampleRows(engagement, "requirements");
    private final SampleRows assumptions = new SampleRows(engagement, "assumptions");

    @Test
    void aRequirementIsAFindingUntilAnObligationFulfilsIt() throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        assertThat(found(sow, "SOW-06")).isEmpty();

        var row = requirements.added(engagement.customer(), "Callers hear their place in the queue.");
        assertThat(found(sow, "SOW-06"))
                .containsExactly("R-1 is fulfilled by no obligation: “Callers hear their place in the queue.”.");

        change(requirements, row, "obligations", List.of("O-001"));
        assertThat(found(sow, "SOW-06")).isEmpty();
    }

    @Test
    void anAssumptionOfTheDocumentHasNoOwnerUntilTheRegisterNamesOne() throws Exception {
        var sow = SowDraft.bringIn(engagement, WITH_AN_ASSUMPTION);
        // As long as nobody keeps the register, the document may well say it somewhere.
        assertThat(found(sow, "SOW-07")).isEmpty();

        assumptions.added(
                engagement.customer(),
                "All numbers are ported in one batch.",
                "owner",
                "Carrier",
                "holds",
                true,
                "evidence",
                "The carrier’s list.");
        assertThat(found(sow, "SOW-07"))
                .anyMatch(message -> message.startsWith("Nobody owns the assumption") && message.contains(CARRIES));

        // Spaces and quotation marks do not make it another one.
        assumptions.added(
                engagement.customer(),
                "“The network of the Customer  carries 300 concurrent calls”",
                "owner",
                "IT lead",
                "holds",
                true,
                "evidence",
                "Measured on both sites.");
        assertThat(found(sow, "SOW-07")).isEmpty();
    }

    @Test
    void whatIsKeptIsAFactBeforeThereIsADocument() {
        assertThat(facts(engagement.customer())).isNull();

        requirements.added(
                engagement.customer(),
                "Calls are recorded.",
                "source",
                "answer-of-the-vendor",
                "key",
                true,
                "obligations",
                List.of("O-002", "O-003"),
                "deferred",
                true,
                "deferralSignedBy",
                "Sponsor",
                "demonstrated",
                SampleRows.day(3, 31));
        assumptions.added(
                engagement.customer(),
                "All numbers are ported in one batch.",
                "owner",
                "Carrier",
                "validateBy",
                SampleRows.day(2, 1),
                "ifFalse",
                "Two batches.");

        var sow = Objects.requireNonNull(facts(engagement.customer()));
        assertThat(sow.obligations()).isNull();
        assertThat(sow.requirements())
                .containsExactly(new RequirementFact(
                        "R-1",
                        "Calls are recorded.",
                        SowFacts.RequirementSource.ANSWER_OF_THE_VENDOR,
                        true,
                        List.of("O-002", "O-003"),
                        true,
                        "Sponsor",
                        SampleRows.day(3, 31)));
        assertThat(sow.assumptions())
                .containsExactly(new AssumptionFact(
                        "A-1",
                        "All numbers are ported in one batch.",
                        "Carrier",
                        SampleRows.day(2, 1),
                        null,
                        "Two batches."));
    }

    @Test
    void whatIsForOnesOwnPartyIsNoFactOfTheOther() {
        requirements.added(engagement.customer(), "For everybody.");
        requirements.added(engagement.customer(), "For ourselves.", "seenBy", true);

        assertThat(Objects.requireNonNull(facts(engagement.customer())).requirements())
                .extracting(RequirementFact::text)
                .containsExactly("For everybody.", "For ourselves.");
        assertThat(Objects.requireNonNull(facts(engagement.vendor())).requirements())
                .extracting(RequirementFact::text)
                .containsExactly("For everybody.");
    }

    @Test
    void aDeletedRowIsNoFact() {
        var row = requirements.added(engagement.customer(), "Calls are recorded.");

        requirements.delete(engagement.customer(), row);

        assertThat(facts(engagement.customer())).isNull();
    }

    private void change(SampleRows rows, Row row, String column, Object value) {
        rows.changed(engagement.customer(), row.id(), new Seen.Version(row.version()), column, value);
    }

    private List<String> found(SowDraft sow, String practice) {
        EngagementId id = engagement.id();
        return engagement
                .customer()
                .asks(() -> app
                        .get(SowFindings.class)
                        .inDocument(
                                id,
                                app.get(StatementsOfWork.class).get(id, sow.id()),
                                app.get(Obligations.class).of(sow.id()))
                        .findings()
                        .stream()
                        .map(SowFindings.Placed::finding)
                        .filter(finding -> finding.practice().equals(practice))
                        .map(finding -> finding.message())
                        .toList());
    }

    private @Nullable SowFacts facts(TestPerson person) {
        return person.asks(() -> app.get(Facts.class).of(engagement.id()).sow());
    }
}
