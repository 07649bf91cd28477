package org.fram.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fram.review.AgreementOrder.Part;
import org.fram.review.AgreementOrder.State;
import org.fram.review.AgreementOrder.Taken;
import org.junit.jupiter.api.Test;

class AgreementOrderTest {

    private final AgreementOrder order = AgreementOrder.standard();

    @Test
    void theBasicsComeFirstAndMoneyLast() {
        assertThat(order.steps())
                .extracting(AgreementOrder.Step::id)
                .containsExactly("parties", "scope", "terms", "who-does-what", "acceptance", "money");
        assertThat(order.steps().stream().filter(AgreementOrder.Step::waits))
                .extracting(AgreementOrder.Step::id)
                .containsExactly("acceptance", "money");
    }

    @Test
    void everyTopicOfAStepIsOneOfTheListAndOfOneStepAlone() {
        var topics = Topics.load().all().stream().map(Topic::id).toList();
        var used =
                order.steps().stream().flatMap(step -> step.topics().stream()).toList();

        assertThat(topics).containsAll(used);
        assertThat(used).doesNotHaveDuplicates();
    }

    @Test
    void aSectionIsOfTheStepThatItsHeadingNamesOrElseThatOfMostOfItsTopics() {
        var progress = order.of(
                List.of(
                        part("Fees and charges", false),
                        new Part("Annex B", List.of("pricing", "pricing", "scope"), false),
                        new Part("Warranty and prices", List.of(), false),
                        new Part("Annex C", List.of("redundancy"), false)),
                List.of());

        assertThat(step(progress, "money").parts()).containsExactly(0, 1, 2);
        assertThat(step(progress, "terms").parts()).containsExactly(2);
        assertThat(step(progress, "scope").parts()).isEmpty();
    }

    @Test
    void aStepIsAgreedWhenAllItsSectionsAreOpenWhenSomeAreNotAndMissingWhenNothingIsSaid() {
        var progress = order.of(
                List.of(part("Scope", true), part("Deliverables", false), part("Terms", true)), List.of("kpi-targets"));

        assertThat(step(progress, "scope").state()).isEqualTo(State.OPEN);
        assertThat(step(progress, "terms").state()).isEqualTo(State.AGREED);
        assertThat(step(progress, "money").state()).isEqualTo(State.MISSING);
        // It is said somewhere, in no section of its own.
        assertThat(step(progress, "acceptance").state()).isEqualTo(State.OPEN);
    }

    @Test
    void theNextSectionIsTheFirstOfTheFirstStepThatIsNotAgreed() {
        var parts = List.of(part("Prices", false), part("Acceptance", false), part("Scope", false));

        assertThat(order.of(parts, List.of()).next()).contains(2);
        assertThat(order.of(List.of(part("Scope", true), part("Annex", false)), List.of())
                        .next())
                .contains(1);
        assertThat(order.of(List.of(part("Scope", true)), List.of()).next()).isEmpty();
    }

    @Test
    void moneyThatIsAgreedBeforeTheBasicsIsSaidAndAfterThemIsNot() {
        var early = order.of(List.of(part("Scope", false), part("Prices", true)), List.of());
        assertThat(step(early, "money").early()).isTrue();
        assertThat(step(early, "scope").early()).isFalse();

        var inOrder = order.of(
                List.of(
                        part("Parties", true),
                        part("Scope", true),
                        part("Terms", true),
                        part("Responsibilities", true),
                        part("Prices", true)),
                List.of());
        assertThat(step(inOrder, "money").early()).isFalse();
    }

    private static Part part(String title, boolean agreed) {
        return new Part(title, List.of(), agreed);
    }

    private static Taken step(AgreementOrder.Progress progress, String id) {
        return progress.steps().stream()
                .filter(taken -> taken.step().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
