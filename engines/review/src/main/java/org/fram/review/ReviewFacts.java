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
import org.fram.facts.EngagementFacts;
import org.fram.facts.EngagementFacts.PartyFact;
import org.fram.facts.FactsDocument;
import org.fram.facts.MeasureFacts;
import org.fram.facts.MeasureFacts.KpiFact;
import org.fram.facts.MeasureFacts.ObjectiveFact;
import org.fram.facts.MoneyFact;
import org.fram.facts.ObligationKind;
import org.fram.facts.Side;
import org.fram.facts.SowFacts;
import org.fram.facts.SowFacts.AssumptionFact;
import org.fram.facts.SowFacts.ContradictionFact;
import org.fram.facts.SowFacts.ObligationFact;
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
        var sides = review.parties().stream()
                .collect(Collectors.toMap(Review.Party::name, party -> side(party.side()), (first, _) -> first));
        var parties = review.parties().stream()
                .map(party -> new PartyFact(party.name(), party.aliases(), side(party.side())))
                .toList();
        var engagement = new EngagementFacts(null, null, null, parties, null, null, null, null);
        var sow = new SowFacts(
                review.document(),
                null,
                review.obligations().stream()
                        .map(obligation -> obligation(obligation, sides))
                        .toList(),
                null,
                numbered(
                        "A",
                        review.assumptions(),
                        (id, one) -> new AssumptionFact(id, one.quote(), null, null, null, null)),
                null,
                price(review.price()),
                null,
                null,
                null,
                null,
                null,
                numbered("V", review.vague(), (id, one) -> new RemarkFact(id, one.quote(), one.reason(), null)),
                numbered("B", review.boilerplate(), (id, one) -> new RemarkFact(id, one.quote(), one.reason(), null)),
                null,
                numbered(
                        "C",
                        review.contradictions(),
                        (id, one) -> new ContradictionFact(id, one.a(), one.b(), one.about(), null)),
                null,
                null,
                null,
                null,
                null);
        var measures = new MeasureFacts(
                numbered("G", review.objectives(), (id, one) -> new ObjectiveFact(id, one.quote(), null, null, null)),
                numbered("K", review.kpis(), (id, one) -> kpi(id, one)),
                null,
                null,
                null,
                null,
                null);
        return new FactsDocument(
                FactsDocument.VERSION,
                null,
                engagement,
                sow,
                measures,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /// The facts of a review as YAML; what is not known is left out.
    public static String yaml(Review review) {
        return YAML.writeValueAsString(of(review));
    }

    private static ObligationFact obligation(Review.Obligation obligation, Map<String, Side> sides) {
        var accountable = obligation.accountable();
        return new ObligationFact(
                obligation.id(),
                obligation.quote(),
                obligation.section(),
                ObligationKind.valueOf(obligation.kind().name()),
                null,
                obligation.topic(),
                accountable,
                accountable == null ? null : sides.get(accountable),
                null,
                null,
                obligation.responsible(),
                obligation.raci().isEmpty() ? null : obligation.raci(),
                obligation.due(),
                null,
                null,
                obligation.quantity(),
                obligation.amount(),
                null,
                null,
                null,
                null);
    }

    private static KpiFact kpi(String id, Review.Kpi kpi) {
        return new KpiFact(
                id,
                kpi.name(),
                kpi.target().isBlank() ? null : kpi.target(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                kpi.quote());
    }

    private static @Nullable PriceFact price(Review.@Nullable Price price) {
        if (price == null) {
            return null;
        }
        var lines = numbered(
                "P",
                price.lines(),
                (id, line) -> new PriceLineFact(
                        id, line.text(), null, line.amount(), money(line.amount()), null, null, null, null));
        var total = price.statedTotal();
        return new PriceFact(lines, total, total == null ? null : money(total), price.addsUp(), null);
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
