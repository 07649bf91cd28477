package org.fram.app.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.fram.app.duties.KeepingGrid.Wish;
import org.fram.app.engagement.Sourcing;
import org.fram.app.practice.Facts;
import org.fram.app.practice.Practices;
import org.fram.app.sow.Obligations;
import org.fram.app.sow.SowFindings;
import org.fram.app.sow.StatedResponsibilities;
import org.fram.app.sow.StatementsOfWork;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.SowDraft;
import org.fram.app.testing.TestEngagement;
import org.fram.facts.ActivityArea;
import org.fram.facts.FactsDocument;
import org.fram.facts.PeopleFacts.DividedActivity;
import org.fram.facts.SowFacts.RaciRowFact;
import org.junit.jupiter.api.Test;

/// What people confirmed in the table of responsibilities reaches the practices, and proposals do not.
class DutyFactsTest {

    private static final RunningApp APP = RunningApp.shared();

    /// With a row for which two answer, and one that is as it should be.
    private static final String WITH_TABLE = """
            # Statement of Work

            Between Harbour Authority (the “Customer”) and Cloud Vendor (the “Vendor”).

            ## 1 Responsibilities

            | Activity | Vendor | Customer |
            | --- | --- | --- |
            | Test under load | A | A |
            | Build the interfaces | A/R | C |
            """;

    private final TestEngagement engagement = TestEngagement.create();

    @Test
    void proposalsSayNothing() {
        APP.get(AddingProposal.class).add(engagement.customer().actor(), engagement.id(), Sourcing.CLOUD);

        var facts = facts();

        assertThat(facts.sow()).isNull();
        assertThat(facts.people()).isNull();
        assertThat(found("ROLE-01")).isEmpty();
    }

    @Test
    void whatIsDividedAndConfirmedForSomeIsAFindingForTheOthersUntilAllHaveAnOwner() {
        APP.get(AddingProposal.class).add(engagement.customer().actor(), engagement.id(), Sourcing.CLOUD);
        confirm(row -> row.divided() == DividedActivity.BUDGET);

        assertThat(found("ROLE-01")).hasSize(12).noneMatch(message -> message.contains("budget"));

        confirm(row -> row.divided() != null);
        assertThat(found("ROLE-01")).isEmpty();
        assertThat(Objects.requireNonNull(
                        Objects.requireNonNull(facts().people()).activityOwners()))
                .anyMatch(owner -> owner.activity() == DividedActivity.BUDGET
                        && "Harbour Authority: contact center".equals(owner.owner()));
    }

    @Test
    void whatOnlyTheVendorDoesIsNotOwnedByEither() {
        APP.get(AddingProposal.class).add(engagement.customer().actor(), engagement.id(), Sourcing.CLOUD);
        var design = grid().rows().stream()
                .filter(row -> row.divided() == DividedActivity.DESIGN)
                .findFirst()
                .orElseThrow();
        keep(
                design,
                Map.of("Cloud Vendor", Letters.BOTH, "Harbour Authority: contact center", Letters.CONSULTED),
                false);
        confirm(row -> row.divided() != null);

        assertThat(found("ROLE-01")).containsExactly("Neither IT nor the contact center owns: design.");
    }

    @Test
    void aRowOfTheDocumentForWhichTwoAnswerIsAFindingUntilItIsSettledInTheTable() throws Exception {
        var sow = SowDraft.bringIn(engagement, WITH_TABLE);
        assertThat(inDocument(sow)).singleElement().asString().contains("all accountable for “Test under load”");

        APP.get(KeepingGrid.class)
                .add(engagement.customer().actor(), engagement.id(), ActivityArea.TESTING, "Test under load.");
        var row = grid().rows().getFirst();
        keep(row, Map.of("Cloud Vendor", Letters.RESPONSIBLE, "Harbour Authority: IT", Letters.ACCOUNTABLE), false);
        assertThat(inDocument(sow)).as("a proposal settles nothing").hasSize(1);
        confirm(_ -> true);

        assertThat(inDocument(sow)).isEmpty();
        assertThat(engagement
                        .customer()
                        .asks(() -> APP.get(StatedResponsibilities.class).of(engagement.id())))
                .extracting(RaciRowFact::activity)
                .containsExactly("Test under load", "Build the interfaces");
    }

    @Test
    void aTableTakesThePlaceOfTheOneThatTheDocumentDoesNotHave() throws Exception {
        SowDraft.bringIn(engagement, SowDraft.FIRST);
        assertThat(found("SOW-04")).anyMatch(message -> message.startsWith("Nothing is said about"));

        APP.get(AddingProposal.class).add(engagement.customer().actor(), engagement.id(), Sourcing.CLOUD);
        assertThat(found("SOW-04")).isNotEmpty();
        confirm(_ -> true);

        assertThat(found("SOW-04")).isEmpty();
    }

    private FactsDocument facts() {
        return engagement.customer().asks(() -> APP.get(Facts.class).of(engagement.id()));
    }

    private List<String> found(String practice) {
        var facts = facts();
        return APP
                .get(Practices.class)
                .check(facts, Objects.requireNonNull(facts.asOf()), List.of())
                .findings(null)
                .stream()
                .filter(finding -> finding.practice().equals(practice))
                .map(finding -> finding.message())
                .toList();
    }

    /// What SOW-04 finds in the document as it stands.
    private List<String> inDocument(SowDraft sow) {
        var id = engagement.id();
        return engagement
                .customer()
                .asks(() -> APP
                        .get(SowFindings.class)
                        .inDocument(
                                id,
                                APP.get(StatementsOfWork.class).get(id, sow.id()),
                                APP.get(Obligations.class).of(sow.id()))
                        .findings()
                        .stream()
                        .map(placed -> placed.finding())
                        .filter(finding -> finding.practice().equals("SOW-04"))
                        .map(finding -> finding.message())
                        .toList());
    }

    private Grid grid() {
        return engagement.customer().asks(() -> APP.get(Grids.class).of(engagement.id()));
    }

    private void confirm(Predicate<Activity> rows) {
        var outcome = APP.get(KeepingGrid.class)
                .keep(
                        engagement.customer().actor(),
                        engagement.id(),
                        grid().rows().stream()
                                .filter(rows)
                                .map(row -> new Wish(row.id(), row.version(), Map.of(), Map.of(), true))
                                .toList());
        assertThat(outcome.problems()).isEmpty();
    }

    private void keep(Activity row, Map<String, Letters> letters, boolean confirm) {
        var seen = new LinkedHashMap<String, Letters>();
        var wanted = new LinkedHashMap<String, Letters>();
        for (var column : grid().columns()) {
            if (letters.containsKey(column.name())) {
                seen.put(column.key(), row.letters(column.name()));
                wanted.put(column.key(), letters.get(column.name()));
            }
        }
        APP.get(KeepingGrid.class)
                .keep(
                        engagement.customer().actor(),
                        engagement.id(),
                        List.of(new Wish(row.id(), row.version(), seen, wanted, confirm)));
    }
}
