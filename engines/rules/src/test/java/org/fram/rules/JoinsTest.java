package org.fram.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.fram.facts.FactsDocument;
import org.junit.jupiter.api.Test;

class JoinsTest {

    @Test
    void anObligationKnowsTheActivitiesThatNameItOnceThereIsAPlan() {
        var facts = facts("""
                sow:
                  obligations:
                  - {id: O-1, text: Queues are configured., kind: deliverable}
                  - {id: O-2, text: Numbers are ported., kind: service}
                plan:
                  activities:
                  - {id: T-1, name: Configure, obligations: [O-1]}
                  - {id: T-2, name: Configure more, obligations: [O-1]}
                """);

        assertThat(obligations(facts).get(0).activities()).containsExactly("T-1", "T-2");
        assertThat(obligations(facts).get(1).activities()).isEmpty();
    }

    @Test
    void withoutAPlanNobodyKnowsWhatCarriesOutAnObligation() {
        var facts = facts("""
                sow: {obligations: [{id: O-1, text: Queues are configured., kind: deliverable}]}
                """);

        assertThat(obligations(facts).getFirst().activities()).isNull();
    }

    @Test
    void anActivityKnowsTheObligationsThatNameIt() {
        var facts = facts("""
                sow: {obligations: [{id: O-1, text: Queues are configured., kind: deliverable, activities: [T-1]}]}
                plan: {activities: [{id: T-1, name: Configure}]}
                """);

        assertThat(Objects.requireNonNull(Objects.requireNonNull(facts.plan()).activities())
                        .getFirst()
                        .obligations())
                .containsExactly("O-1");
    }

    @Test
    void whatSomebodyHasSaidIsKept() {
        var facts = facts("""
                sow: {obligations: [{id: O-1, text: Queues are configured., kind: deliverable, activities: [T-9]}]}
                plan: {activities: [{id: T-1, name: Configure, obligations: [O-1]}]}
                """);

        assertThat(obligations(facts).getFirst().activities()).containsExactly("T-9");
    }

    @Test
    void priceLinesAndObligationsKnowEachOther() {
        var facts = facts("""
                sow:
                  obligations:
                  - {id: O-1, text: Queues are configured., kind: deliverable, priceLines: [P-1]}
                  - {id: O-2, text: Numbers are ported., kind: service}
                  price:
                    lines:
                    - {id: P-1, text: Configuration}
                    - {id: P-2, text: Porting, obligations: [O-2]}
                """);

        var lines = Objects.requireNonNull(Objects.requireNonNull(facts.sow()).price())
                .lines();
        assertThat(obligations(facts).get(1).priceLines()).containsExactly("P-2");
        assertThat(Objects.requireNonNull(lines).getFirst().obligations()).containsExactly("O-1");
    }

    @Test
    void aRequirementWasDemonstratedWhenItWasFirstShown() {
        var facts = facts("""
                sow: {requirements: [{id: R-1, text: Callback}, {id: R-2, text: Chat}]}
                design:
                  demonstrations:
                  - {id: S-1, requirements: [R-1], held: 2026-06-12}
                  - {id: S-2, requirements: [R-1], held: 2026-06-11}
                  - {id: S-3, requirements: [R-2]}
                """);

        var requirements =
                Objects.requireNonNull(Objects.requireNonNull(facts.sow()).requirements());
        assertThat(requirements.get(0).demonstrated()).isEqualTo(LocalDate.of(2026, 6, 11));
        assertThat(requirements.get(1).demonstrated()).isNull();
    }

    @Test
    void anObjectiveKnowsTheDecisionsThatServeIt() {
        var facts = facts("""
                measures: {objectives: [{id: G-1, text: Short waits}, {id: G-2, text: One answer}]}
                design: {decisions: [{id: D-1, text: Callback, objectives: [G-1]}]}
                """);

        var objectives =
                Objects.requireNonNull(Objects.requireNonNull(facts.measures()).objectives());
        assertThat(objectives.get(0).decisions()).containsExactly("D-1");
        assertThat(objectives.get(1).decisions()).isEmpty();
    }

    @Test
    void anObjectiveKnowsTheKpisThatMeasureIt() {
        var facts = facts("""
                measures:
                  objectives: [{id: G-1, text: Short waits}, {id: G-2, text: One answer}]
                  kpis: [{id: K-1, name: Longest wait, objectives: [G-1]}]
                """);

        var objectives =
                Objects.requireNonNull(Objects.requireNonNull(facts.measures()).objectives());
        assertThat(objectives.get(0).kpis()).containsExactly("K-1");
        assertThat(objectives.get(0).decisions()).isNull();
        assertThat(objectives.get(1).kpis()).isEmpty();
    }

    @Test
    void aRoleKnowsWhenItsCourseEndsAndForWhomItIs() {
        var facts = facts("""
                training:
                  needs: [{id: N-1, role: testers, course: C-1}, {id: N-2, role: agents, course: C-9}]
                  courses: [{id: C-1, name: Agents, ends: 2027-01-22, forEndUsers: true}]
                """);

        var needs =
                Objects.requireNonNull(Objects.requireNonNull(facts.training()).needs());
        assertThat(needs.get(0).courseEnds()).isEqualTo(LocalDate.of(2027, 1, 22));
        assertThat(needs.get(0).courseForEndUsers()).isTrue();
        assertThat(needs.get(1).courseEnds()).isNull();
    }

    private static List<org.fram.facts.SowFacts.ObligationFact> obligations(FactsDocument facts) {
        return Objects.requireNonNull(Objects.requireNonNull(facts.sow()).obligations());
    }

    private static FactsDocument facts(String text) {
        return FactsFile.read("version: 1\n" + text, "facts.yaml");
    }
}
