package org.fram.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.fram.facts.FactsDocument;
import org.fram.rules.Verdict.Standing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What expressions say of facts, worked out by hand. Monday, 1 March 2027 is a holiday here, and the day is
/// Tuesday, 2 March.
class ExpressionsTest {

    private static final FactsDocument FACTS = FactsFile.read("""
            version: 1
            engagement: {kind: technology project, holidays: [2027-03-01]}
            sow:
              document: Offer of May
              signed: 2027-02-26
              obligations:
              - {id: O-1, text: The vendor ports 12 numbers., kind: service, dueDate: 2027-03-01, responsible: [A, B]}
              - {id: O-2, text: 'Support as needed, TBD.', kind: duty}
              price: {total: {minorUnits: 125000, currency: EUR}}
              cost: {approved: {minorUnits: 100000, currency: EUR}, agreed: {minorUnits: 100000, currency: USD}}
            plan: {target: {date: 2027-06-01, probability: 0.8}}
            """, "facts.yaml");

    private static final String BY_HAND = """
            size(sow.obligations) == 2                                                  | FIRED
            sow.obligations.exists(o, has(o.dueDate) && o.dueDate < today)              | FIRED
            sow.obligations.exists(o, o.dueDate < today)                                | FIRED
            sow.obligations.exists(o, o.dueDate > today)                                | NOT_EVALUATED
            sow.obligations.all(o, o.dueDate > today)                                   | QUIET
            sow.obligations.filter(o, o.kind == 'duty').map(o, o.id) == ['O-2']         | FIRED
            has(testing.types)                                                          | QUIET
            has(engagement.scope.voip)                                                  | QUIET
            engagement.scope.voip                                                       | NOT_EVALUATED
            engagement.scope.voip || sow.document == 'Offer of May'                     | FIRED
            engagement.scope.voip && sow.document != 'Offer of May'                     | QUIET
            !engagement.scope.voip                                                      | NOT_EVALUATED
            has(engagement.scope) ? engagement.scope.voip : true                        | FIRED
            today == day('2027-03-02') && today - days(1) == day('2027-03-01')          | FIRED
            daysBetween(sow.signed, today) == 4                                         | FIRED
            workingDays(sow.signed, today) == 1                                         | FIRED
            workingDays(today, sow.signed) == -1                                        | FIRED
            addWorkingDays(sow.signed, 1) == today                                      | FIRED
            addWorkingDays(today, -1) == sow.signed                                     | FIRED
            sow.price.total == money(1250, 'EUR')                                       | FIRED
            sow.price.total > sow.cost.approved                                         | FIRED
            sow.cost.approved + sow.cost.agreed > sow.price.total                       | FAILED
            sum([sow.price.total, sow.cost.approved]) == money(2250, 'EUR')             | FIRED
            plan.target.probability < 0.8                                               | QUIET
            1 / 0 == 1                                                                  | FAILED
            9223372036854775807 + 1 > 0                                                 | FAILED
            false && 1 / 0 == 1                                                         | QUIET
            sow.obligations[1].text.containsAny(['AS NEEDED', 'reasonable'])            | FIRED
            sow.obligations[2].id == 'O-3'                                              | FAILED
            sow.obligations[0].text.matches('[0-9]+ numbers')                           | FIRED
            sow.obligations[0].responsible.join(' and ') == 'A and B'                   | FIRED
            max([3, 14, 5]) == 14 && min([2.5, 1.5]) == 1.5                             | FIRED
            'technology project' == kind                                                | FIRED
            """;

    private static Stream<Arguments> byHand() {
        return BY_HAND.lines().map(line -> {
            int bar = line.lastIndexOf('|');
            return Arguments.of(
                    line.substring(0, bar).strip(),
                    Standing.valueOf(line.substring(bar + 1).strip()));
        });
    }

    @ParameterizedTest
    @MethodSource("byHand")
    void sayWhatTheySayByHand(String when, Standing standing) {
        var pack = """
                pack: own
                title: Own
                practices:
                - id: OWN-1
                  title: Something
                  applies: [technology project, outsourced service]
                  gates: [sign]
                  severity: warning
                  source: us
                  why: It is so.
                  when: >-
                    %s
                  message: It is so.
                  fix: Change it.
                """.formatted(when);
        var checked = Catalogue.of(Map.of("own.yaml", pack)).check(FACTS, Circumstances.on(LocalDate.of(2027, 3, 2)));

        assertThat(checked.verdicts().getFirst().standing()).isEqualTo(standing);
    }
}
