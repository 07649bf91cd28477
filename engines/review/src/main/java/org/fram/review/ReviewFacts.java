package org.fram.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import org.fram.facts.FactsDocument;
import org.fram.facts.SowFacts;
import org.fram.facts.SowFacts.AssumptionFact;
import org.fram.facts.SowFacts.ContradictionFact;
import org.fram.facts.SowFacts.KpiFact;
import org.fram.facts.SowFacts.MoneyFact;
import org.fram.facts.SowFacts.ObjectiveFact;
import org.fram.facts.SowFacts.ObligationFact;
import org.fram.facts.SowFacts.PartyFact;
import org.fram.facts.SowFacts.PriceFact;
import org.fram.facts.SowFacts.PriceLineFact;
import org.fram.facts.SowFacts.RemarkFact;
import org.fram.review.values.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/// The part of the facts document that a reviewed statement of work knows.
public final class ReviewFacts {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private ReviewFacts() {}

    /// The facts of a review.
    public static FactsDocument of(Review review) {
        var sow = new SowFacts(
                review.document(),
                null,
                review.parties().stream()
                        .map(party -> new PartyFact(party.name(), party.aliases(), lower(party.side())))
                        .toList(),
                review.obligations().stream().map(ReviewFacts::obligation).toList(),
                review.assumptions().stream()
                        .map(assumption -> new AssumptionFact(assumption.quote(), null, null))
                        .toList(),
                review.objectives().stream()
                        .map(objective -> new ObjectiveFact(objective.quote(), null))
                        .toList(),
                review.kpis().stream()
                        .map(kpi -> new KpiFact(kpi.name(), kpi.target(), kpi.quote()))
                        .toList(),
                price(review.price()),
                review.topicsCovered(),
                review.topicsMissing(),
                review.vague().stream()
                        .map(vague -> new RemarkFact(vague.quote(), vague.reason()))
                        .toList(),
                review.boilerplate().stream()
                        .map(one -> new RemarkFact(one.quote(), one.reason()))
                        .toList(),
                review.contradictions().stream()
                        .map(one -> new ContradictionFact(one.a(), one.b(), one.about()))
                        .toList());
        return new FactsDocument(FactsDocument.VERSION, sow);
    }

    /// The facts of a review as YAML; what is not known is left out.
    public static String yaml(Review review) {
        return YAML.writeValueAsString(of(review));
    }

    private static ObligationFact obligation(Review.Obligation obligation) {
        return new ObligationFact(
                obligation.id(),
                obligation.quote(),
                obligation.section(),
                obligation.accountable(),
                obligation.responsible(),
                obligation.raci(),
                lower(obligation.kind()),
                obligation.topic(),
                obligation.due(),
                obligation.quantity(),
                obligation.amount());
    }

    private static @Nullable PriceFact price(Review.@Nullable Price price) {
        if (price == null) {
            return null;
        }
        var lines = price.lines().stream()
                .map(line -> new PriceLineFact(line.text(), line.amount(), money(line.amount())))
                .toList();
        return new PriceFact(lines, price.statedTotal(), price.addsUp());
    }

    private static @Nullable MoneyFact money(String amount) {
        return Money.in(amount).stream()
                .findFirst()
                .map(money -> {
                    var code = money.currency();
                    return code == null ? null : new MoneyFact(minorUnits(money.amount(), code), code);
                })
                .orElse(null);
    }

    private static long minorUnits(BigDecimal amount, String currency) {
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return amount.movePointRight(digits).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
