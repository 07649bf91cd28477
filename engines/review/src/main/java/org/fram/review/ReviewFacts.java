package org.fram.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
import org.fram.facts.Side;
import org.fram.facts.SowFacts.AssumptionFact;
import org.fram.facts.SowFacts.ContradictionFact;
import org.fram.facts.SowFacts.ObligationFact;
import org.fram.facts.SowFacts.PriceFact;
import org.fram.facts.SowFacts.PriceLineFact;
import org.fram.facts.SowFacts.RaciRowFact;
import org.fram.facts.SowFacts.RemarkFact;
import org.fram.facts.SowFacts.RemarkKind;
import org.fram.facts.SowFacts.TopicFact;
import org.fram.facts.SowFactsAssumptionFactBuilder;
import org.fram.facts.SowFactsBuilder;
import org.fram.facts.SowFactsObligationFactBuilder;
import org.fram.facts.SowFactsPriceFactBuilder;
import org.fram.facts.SowFactsPriceLineFactBuilder;
import org.fram.facts.SowFactsRemarkFactBuilder;
import org.fram.office.Place;
import org.fram.review.values.Money;
import org.fram.review.values.When;
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

    private static final Topics TOPICS = Topics.load();

    /// What stands before a day on which something is due.
    private static final Pattern BY = Pattern.compile(
            "(?i)\\s*(?:(?:by|before|on|until|from|no later than|not later than|due(?: on| by)?)(?: the)?)?\\s*");

    /// What a document may well say and the review does not read.
    private static final List<String> UNREAD = List.of(
            "sow.obligations.accountable",
            "sow.obligations.role",
            "sow.obligations.function",
            "sow.obligations.milestone",
            "sow.obligations.priceLines",
            "sow.obligations.deliversFunction",
            "sow.assumptions.owner",
            "sow.assumptions.validateBy",
            "sow.assumptions.holds",
            "sow.price.lumpSum",
            "sow.price.lines.kind",
            "sow.price.lines.obligations",
            "sow.price.lines.option",
            "sow.price.lines.onsite",
            "sow.price.lines.trainingTravel",
            "measures.objectives.confirmedBy",
            "measures.objectives.falling",
            "measures.kpis.formula",
            "measures.kpis.dataSource",
            "measures.kpis.period",
            "measures.kpis.owner",
            "measures.kpis.exclusions",
            "measures.kpis.objectives",
            "measures.kpis.money",
            "measures.kpis.reports");

    private ReviewFacts() {}

    /// The facts of a review.
    public static FactsDocument of(Review review) {
        var sides = review.parties().stream()
                .collect(Collectors.toMap(Review.Party::name, Review.Party::side, (first, _) -> first));
        var parties = review.parties().stream()
                .map(party -> new PartyFact(party.name(), party.aliases(), party.side()))
                .toList();
        var items = new ReviewItems(review);
        var engagement = EngagementFactsBuilder.builder()
                .kind(review.kind())
                .sourcingStrategy(review.sourcing())
                .parties(parties)
                .build();
        var sow = SowFactsBuilder.builder()
                .document(review.document())
                .obligations(review.obligations().stream()
                        .map(obligation -> obligation(obligation, sides))
                        .toList())
                .raci(items.raci(ReviewFacts::row))
                .assumptions(items.assumptions(ReviewFacts::assumption))
                .price(price(review, items))
                .topics(topics(review))
                .vague(items.vague((id, one) -> remark(id, one.quote(), one.kind(), one.reason(), items)))
                .boilerplate(items.boilerplate((id, one) -> remark(id, one.quote(), one.kind(), one.reason(), items)))
                .unclear(items.unclear((id, one) -> remark(id, one.quote(), one.kind(), one.reason(), items)))
                .contradictions(items.contradictions(
                        (id, one) -> new ContradictionFact(id, one.a(), one.b(), one.about(), null, null)))
                .build();
        var measures = MeasureFactsBuilder.builder()
                .objectives(items.objectives(ReviewFacts::objective))
                .kpis(items.kpis(ReviewFacts::kpi))
                .build();
        return FactsDocumentBuilder.builder()
                .version(FactsDocument.VERSION)
                .unread(UNREAD)
                .engagement(engagement)
                .sow(sow)
                .measures(measures)
                .build();
    }

    /// Where each item of the facts stands in the document, by its id. Topics are of the whole document and have no
    /// place.
    public static Map<String, Spot> spots(Review review) {
        return new ReviewItems(review).spots();
    }

    /// A text of the document and where it stands.
    public record Spot(String quote, Place place) {}

    /// The facts of a review as YAML; what is not known is left out.
    public static String yaml(Review review) {
        return yaml(of(review));
    }

    /// Facts as YAML; what is not known is left out.
    public static String yaml(FactsDocument facts) {
        return YAML.writeValueAsString(facts);
    }

    private static ObligationFact obligation(Review.Obligation obligation, Map<String, Side> sides) {
        var accountable = obligation.accountable();
        return SowFactsObligationFactBuilder.builder()
                .id(obligation.id())
                .text(obligation.quote())
                .section(obligation.section())
                .kind(obligation.kind())
                .area(obligation.area())
                .topic(obligation.topic())
                .accountable(accountable)
                .side(accountable == null ? null : sides.get(accountable))
                .responsible(obligation.responsible())
                .raci(obligation.raci().isEmpty() ? null : obligation.raci())
                .due(obligation.due())
                .dueDate(day(obligation.due()))
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

    private static RemarkFact remark(String id, String text, RemarkKind kind, String reason, ReviewItems items) {
        return SowFactsRemarkFactBuilder.builder()
                .id(id)
                .text(text)
                .kind(kind)
                .reason(reason)
                .obligation(items.obligationOf(text))
                .build();
    }

    private static List<TopicFact> topics(Review review) {
        var covered = Set.copyOf(review.topicsCovered());
        var known = new HashSet<>(review.topicsMissing());
        known.addAll(covered);
        return TOPICS.all().stream()
                .filter(topic -> known.contains(topic.id()))
                .map(topic -> new TopicFact(
                        topic.id(),
                        topic.title(),
                        topic.work(),
                        covered.contains(topic.id()),
                        topic.askedBy(review.kind()),
                        topic.ask()))
                .toList();
    }

    private static RaciRowFact row(String id, Review.Obligation row) {
        var answering = named(row, "A");
        var accountable = row.accountable();
        return new RaciRowFact(
                id,
                row.quote().split(" \\| ", 2)[0],
                named(row, "R"),
                answering.isEmpty() && accountable != null ? List.of(accountable) : answering,
                named(row, "C"),
                named(row, "I"));
    }

    private static List<String> named(Review.Obligation row, String letter) {
        return row.raci().entrySet().stream()
                .filter(entry -> entry.getValue().contains(letter))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static @Nullable PriceFact price(Review review, ReviewItems items) {
        var price = review.price();
        if (price == null && review.priceErrors().isEmpty()) {
            return null;
        }
        var total = price == null ? null : price.statedTotal();
        return SowFactsPriceFactBuilder.builder()
                .lines(price == null ? null : items.priceLines(ReviewFacts::line))
                .statedTotal(total)
                .total(total == null ? null : money(total))
                .addsUp(price == null ? null : price.addsUp())
                .errors(items.flaws((id, flaw) -> remark(id, flaw.quote(), RemarkKind.SUM, flaw.reason(), items)))
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

    /// The day that a text names, where it is one exact day by, before or on which something is due.
    public static @Nullable LocalDate day(@Nullable String due) {
        if (due == null) {
            return null;
        }
        var times = When.in(due, OptionalInt.empty());
        if (times.size() != 1) {
            return null;
        }
        var time = times.getFirst();
        boolean exact = time.scale() == When.Scale.CALENDAR
                && time.days().low() == time.days().high()
                && BY.matcher(due.substring(0, time.start())).matches()
                && due.substring(time.end()).isBlank();
        return exact ? LocalDate.ofEpochDay((long) time.days().low()) : null;
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
