package org.fram.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.fram.facts.FactsDocument;
import org.fram.facts.MoneyFact;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ReviewFactsTest {

    private static final Review REVIEW = new Reviewer().review(Reading.document("""
            This statement is made between Marlowe Transit (“the Customer”) and Kestrel Systems Ltd (“Kestrel”).
            # 2 Work
            Kestrel will install six gateways by 4 June 2027. Old handsets will be removed.
            # 9 Price
            | Item | Amount (USD)
            | Gateways | $12,000.50
            | Travel | TBD
            | Total | $12,000.50
            """));

    @Test
    void whatIsWrittenIsReadBackAsItWas() {
        var read = new YAMLMapper().readValue(ReviewFacts.yaml(REVIEW), FactsDocument.class);

        assertThat(read).isEqualTo(ReviewFacts.of(REVIEW));
    }

    @Test
    void moneyIsWholeMinorUnitsAndAnOpenAmountIsNoMoney() {
        var price = Objects.requireNonNull(
                Objects.requireNonNull(ReviewFacts.of(REVIEW).sow()).price());

        var lines = Objects.requireNonNull(price.lines());

        assertThat(lines.getFirst().money()).isEqualTo(new MoneyFact(1_200_050, "USD"));
        assertThat(lines.getLast().money()).isNull();
    }

    @Test
    void whatNobodyIsNamedForIsAbsentAndNotEmpty() {
        var obligations = Objects.requireNonNull(
                Objects.requireNonNull(ReviewFacts.of(REVIEW).sow()).obligations());

        assertThat(obligations.getLast().accountable()).isNull();
        assertThat(ReviewFacts.yaml(REVIEW)).doesNotContain("accountable: null");
    }
}
