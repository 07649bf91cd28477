package org.fram.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fram.facts.EngagementFacts.PartyFact;
import org.fram.facts.EngagementFactsBuilder;
import org.fram.facts.FactsDocument;
import org.fram.facts.FactsDocumentBuilder;
import org.fram.facts.MeasureFacts.KpiFact;
import org.fram.facts.MeasureFacts.ObjectiveFact;
import org.fram.facts.MeasureFactsBuilder;
import org.fram.facts.MeasureFactsKpiFactBuilder;
import org.fram.facts.MeasureFactsObjectiveFactBuilder;
import org.fram.facts.MoneyFact;
import org.fram.facts.ObligationKind;
import org.fram.facts.Side;
import org.fram.facts.SowFacts.AssumptionFact;
import org.fram.facts.SowFacts.ContradictionFact;
import org.fram.facts.SowFacts.ObligationFact;
import org.fram.facts.SowFacts.PriceFact;
import org.fram.facts.SowFacts.PriceLineFact;
import org.fram.facts.SowFacts.RemarkFact;
import org.fram.facts.SowFactsAssumptionFactBuilder;
import org.fram.facts.SowFactsBuilder;
import org.fram.facts.SowFactsObligationFactBuilder;
import org.fram.facts.SowFactsPriceFactBuilder;
import org.fram.facts.SowFactsPriceLineFactBuilder;
import org.fram.facts.SowFactsRemarkFactBuilder;
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
        var sides = review.parties().stream()
                .collect(Collectors.toMap(Review.Party::name, party -> side(party.side()), (first, _) -> first));
        var parties = review.parties().stream()
                .map(party -> new PartyFact(party.name(), party.aliases(), side(party.side())))
                .toList();
        var engagement = EngagementFactsBuilder.builder().parties(parties).build();
        var sow = SowFactsBuilder.builder()
                .document(review.document())
                .obligations(review.obligations().stream()
                        .map(obligation -> obligation(obligation, sides))
                        .toList())
                .assumptions(numbered("A", review.assumptions(), ReviewFacts::assumption))
                .price(price(review.price()))
                .vague(numbered("V", review.vague(), (id, one) -> remark(id, one.quote(), one.reason())))
                .boilerplate(numbered("B", review.boilerplate(), (id, one) -> remark(id, one.quote(), one.reason())))
                .contradictions(numbered(
                        "C",
                        review.contradictions(),
                        (id, one) -> new ContradictionFact(id, one.a(), one.b(), one.about(), null, null)))
                .build();
        var measures = MeasureFactsBuilder.builder()
                .objectives(numbered("G", review.objectives(), ReviewFacts::objective))
                .kpis(numbered("K", review.kpis(), ReviewFacts::kpi))
                .build();
        return FactsDocumentBuilder.builder()
                .version(FactsDocument.VERSION)
                .engagement(engagement)
                .sow(sow)
                .measures(measures)
                .build();
    }

    /// The facts of a review as YAML; what is not known is left out.
    public static String yaml(Review review) {
        return YAML.writeValueAsString(of(review));
    }

    private static ObligationFact obligation(Review.Obligation obligation, Map<String, Side> sides) {
        var accountable = obligation.accountable();
        return SowFactsObligationFactBuilder.builder()
                .id(obligation.id())
                .text(obligation.quote())
                .section(obligation.section())
                .kind(ObligationKind.valueOf(obligation.kind().name()))
                .topic(obligation.topic())
                .accountable(accountable)
                .side(accountable == null ? null : sides.get(accountable))
                .responsible(obligation.responsible())
                .raci(obligation.raci().isEmpty() ? null : obligation.raci())
                .due(obligation.due())
                .quantity(obligation.quantity())
                .amount(obligation.amount())
                .build();
    }

    private static AssumptionFact assumption(String id, Review.Assumption assumption) {
        return SowFactsAssumptionFactBuilder.builder()
                .id(id)
                .text(assumption.quote())
                .build();
    }

    private static ObjectiveFact objective(String id, Review.Objective objective) {
        return MeasureFactsObjectiveFactBuilder.builder()
                .id(id)
                .text(objective.quote())
                .build();
    }

    private static KpiFact kpi(String id, Review.Kpi kpi) {
        return MeasureFactsKpiFactBuilder.builder()
                .id(id)
                .name(kpi.name())
                .target(kpi.target().isBlank() ? null : kpi.target())
                .text(kpi.quote())
                .build();
    }

    private static RemarkFact remark(String id, String text, String reason) {
        return SowFactsRemarkFactBuilder.builder()
                .id(id)
                .text(text)
                .reason(reason)
                .build();
    }

    private static @Nullable PriceFact price(Review.@Nullable Price price) {
        if (price == null) {
            return null;
        }
        var total = price.statedTotal();
        return SowFactsPriceFactBuilder.builder()
                .lines(numbered("P", price.lines(), ReviewFacts::line))
                .statedTotal(total)
                .total(total == null ? null : money(total))
                .addsUp(price.addsUp())
                .build();
    }

    private static PriceLineFact line(String id, Review.Price.Line line) {
        return SowFactsPriceLineFactBuilder.builder()
                .id(id)
                .text(line.text())
                .amount(line.amount())
                .money(money(line.amount()))
                .build();
    }

    /// Gives the items ids in their order: a letter and a number, as obligations have.
    private static <T, F> List<F> numbered(String letter, List<T> items, BiFunction<String, T, F> fact) {
        return IntStream.range(0, items.size())
                .mapToObj(i -> fact.apply("%s-%03d".formatted(letter, i + 1), items.get(i)))
                .toList();
    }

    private static Side side(Review.Side side) {
        return Side.valueOf(side.name());
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
}
