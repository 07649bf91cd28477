package org.fram.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.fram.facts.FactsDocument;
import org.fram.rules.FactCondition.Answer;
import org.fram.rules.FactCondition.Answered;
import org.fram.rules.FactCondition.Reading;
import org.junit.jupiter.api.Test;

/// Conditions that somebody writes while the program runs.
class FactConditionTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 2);
    private static final FactsDocument FACTS = FactsFile.read("""
            version: 1
            engagement: {kind: technology project}
            sow:
              obligations:
              - {id: O-1, text: The vendor ports 12 numbers., kind: service, dueDate: 2027-03-01}
            """, "facts.yaml");

    @Test
    void aConditionIsAnsweredWithWhatItRestsOn() {
        var held = ask("sow.obligations.exists(o, o.dueDate < today) && kind == 'technology project'");
        assertThat(held.answer()).isEqualTo(Answer.HOLDS);
        assertThat(String.join("\n", held.lines())).contains("o = O-1", "1 March 2027");
        assertThat(ask("size(sow.obligations) > 1").answer()).isEqualTo(Answer.DOES_NOT_HOLD);
    }

    @Test
    void whatIsNotKnownIsNamed() {
        var unknown = ask("plan.target.date < today");
        assertThat(unknown.answer()).isEqualTo(Answer.NOT_KNOWN);
        assertThat(unknown.missing()).startsWith("plan");
        assertThat(ask("has(plan.target)").answer()).isEqualTo(Answer.DOES_NOT_HOLD);
    }

    @Test
    void aMistakeIsToldWithItsPlaceAndTheNearestName() {
        assertThat(FactCondition.read("has(sow.price) &&\n  size(sow.obligation) > 1"))
                .isInstanceOfSatisfying(
                        Reading.Wrong.class,
                        wrong -> assertThat(wrong.mistakes())
                                .singleElement()
                                .asString()
                                .startsWith("Line 2, column ")
                                .contains("“obligation”", "obligations"));
        assertThat(FactCondition.read("size(sow.obligations)"))
                .isInstanceOfSatisfying(
                        Reading.Wrong.class,
                        wrong -> assertThat(wrong.mistakes())
                                .containsExactly(
                                        "Line 1, column 1: This gives a number, where true or false is wanted."));
    }

    private static Answered ask(String text) {
        return FactCondition.read(text) instanceof Reading.Read(var condition)
                ? condition.ask(FACTS, TODAY)
                : new Answered(Answer.NOT_KNOWN, java.util.List.of(), text);
    }
}
