package org.fram.app.raid.web;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Naming;
import org.fram.app.engagement.RiskCosts;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.Codes;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.KeyFigure;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Tone;
import org.fram.app.platform.register.Row;
import org.fram.app.practice.Facts;
import org.fram.app.raid.AskedTrigger;
import org.fram.app.raid.Considered;
import org.fram.app.raid.RaidItem;
import org.fram.app.raid.RaidItems;
import org.fram.app.raid.RiskCategory;
import org.fram.app.raid.RiskReview;
import org.fram.app.raid.RiskReviews;
import org.fram.app.raid.RiskScale;
import org.fram.app.raid.RiskTriggers;
import org.fram.app.raid.ThingKind;
import org.fram.facts.Impact;
import org.fram.rules.FactCondition.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Puts together the risks at a glance. Is asked within a transaction of whoever looks.
@Component
class RisksDesk {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST_REVIEWS = 3;

    /// The columns of the matrix.
    private static final List<Impact> IMPACTS = List.of(Impact.values());

    // The picture, in its own units.
    private static final int LEFT = 76;
    private static final int WIDE = 104;
    private static final int TALL = 52;
    private static final int EACH_ROW = 4;
    private static final int STEP = 24;

    private final Authority authority;
    private final EngagementHeads heads;
    private final Naming naming;
    private final RaidItems items;
    private final RiskReviews reviews;
    private final RiskTriggers triggers;
    private final Facts facts;
    private final ObjectProvider<RiskCosts> costs;

    RisksDesk(
            Authority authority,
            EngagementHeads heads,
            Naming naming,
            RaidItems items,
            RiskReviews reviews,
            RiskTriggers triggers,
            Facts facts,
            ObjectProvider<RiskCosts> costs) {
        this.authority = authority;
        this.heads = heads;
        this.naming = naming;
        this.items = items;
        this.reviews = reviews;
        this.triggers = triggers;
        this.facts = facts;
        this.costs = costs;
    }

    /// A risk with its number in the matrix.
    private record Numbered(int number, RaidItem risk, String address) {}

    RisksPage page(Frame frame, Actor.Person me, EngagementId engagement, String refusal) {
        var mine = authority.require(me, Act.SEE, engagement);
        var head = heads.of(frame, me, engagement);
        var known = triggers.known(engagement);
        var scale = RiskScale.of(known);
        var all = items.of(engagement, ThingKind.RISK);
        Map<String, Long> cost = new HashMap<>();
        costs.forEach(one -> cost.putAll(one.atP80(engagement)));
        var risks = numbered(head.address(), all, cost);
        var matrices = risks.isEmpty()
                ? List.<RisksPage.Matrix>of()
                : List.of(
                        matrix(frame, "before", risks, risk -> risk.get("probability"), scale::before),
                        matrix(frame, "after", risks, risk -> RiskScale.after(risk, "probability"), scale::after));
        var considered = reviews.considered(engagement).stream().collect(toMap(Considered::category, one -> one));
        var found = all.stream()
                .filter(risk -> !risk.words("category").isEmpty())
                .collect(groupingBy(risk -> risk.words("category"), counting()));
        return new RisksPage(
                head,
                head.address() + "/risks",
                figures(frame, head.address(), engagement, risks),
                matrices,
                risks.stream().map(one -> line(frame, one, cost)).toList(),
                (int) risks.stream()
                        .filter(one -> field(
                                        one.risk().row().get("probability"),
                                        scale.before(one.risk().row()))
                                .isEmpty())
                        .count(),
                triggers.of(engagement, known, facts.today(engagement)).stream()
                        .map(one -> trigger(frame, head.address(), one))
                        .toList(),
                Arrays.stream(RiskCategory.values())
                        .map(category -> category(frame, category, found, considered.get(category)))
                        .toList(),
                Arrays.stream(RiskCategory.values())
                        .filter(category -> !found.containsKey(category.code()) && !considered.containsKey(category))
                        .map(category ->
                                new Choice(category.code(), frame.text("raid.category." + category.code()), false))
                        .toList(),
                Choice.of(RiskReview.Kind.class, "raid.review", RiskReview.Kind.MEETING, frame),
                gone(frame, engagement),
                mine.may(Act.CONTRIBUTE),
                refusal);
    }

    /// Those that may still happen, the most days of the P80 date first, and of the others the most that are expected.
    private static List<Numbered> numbered(String address, List<RaidItem> all, Map<String, Long> cost) {
        var open = all.stream()
                .filter(RaidItem::open)
                .sorted(Comparator.comparing(
                                (RaidItem risk) -> cost.getOrDefault(risk.ref(), 0L), Comparator.reverseOrder())
                        .thenComparing(
                                risk -> RiskScale.expected(risk.row(), false).orElse(BigDecimal.ZERO),
                                Comparator.reverseOrder()))
                .toList();
        return IntStream.range(0, open.size())
                .mapToObj(at -> new Numbered(
                        at + 1, open.get(at), address + "/" + open.get(at).path()))
                .toList();
    }

    private List<KeyFigure> figures(Frame frame, String address, EngagementId engagement, List<Numbered> risks) {
        return List.of(
                new KeyFigure(
                        frame.text("raid.figure.open"),
                        Integer.toString(risks.size()),
                        "",
                        Link.to(address + "/registers/risks", frame.text("raid.risk.title"))),
                new KeyFigure(
                        frame.text("raid.figure.days"),
                        days(frame, sum(risks, false)),
                        frame.text("raid.figure.daysNote"),
                        null),
                new KeyFigure(
                        frame.text("raid.figure.daysAfter"),
                        days(frame, sum(risks, true)),
                        frame.text("raid.figure.daysAfterNote"),
                        null),
                new KeyFigure(
                        frame.text("raid.figure.gone"),
                        reviews.last(engagement).map(frame::date).orElse(frame.text("raid.figure.never")),
                        "",
                        null));
    }

    private static BigDecimal sum(List<Numbered> risks, boolean after) {
        return risks.stream()
                .flatMap(one -> RiskScale.expected(one.risk().row(), after).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String days(Frame frame, BigDecimal days) {
        return frame.text("raid.days", days);
    }

    private static RisksPage.Line line(Frame frame, Numbered one, Map<String, Long> cost) {
        var row = one.risk().row();
        var exercised = one.risk().day("exercised");
        return new RisksPage.Line(
                one.number(),
                Link.to(one.address(), one.risk().ref()),
                one.risk().text(),
                one.risk().words("owner").isEmpty()
                        ? frame.text("raid.line.nobody")
                        : one.risk().words("owner"),
                cost(frame, row, false),
                cost(frame, row, true),
                cost.getOrDefault(one.risk().ref(), 0L) > 0
                        ? frame.text(
                                "raid.status.atP80",
                                cost.getOrDefault(one.risk().ref(), 0L))
                        : "",
                one.risk().words("contingencyPlan").isEmpty()
                        ? ""
                        : exercised == null
                                ? frame.text("raid.line.notExercised")
                                : frame.text("raid.line.exercised", frame.date(exercised)));
    }

    private static String cost(Frame frame, Row risk, boolean after) {
        Object probability = after ? RiskScale.after(risk, "probability") : risk.get("probability");
        return RiskScale.expected(risk, after)
                .map(days -> frame.text("raid.line.expected", days))
                .orElse(
                        probability instanceof BigDecimal percent
                                ? frame.text("raid.line.percent", percent)
                                : frame.text("raid.line.unknown"));
    }

    /// Where a risk stands in the matrix.
    private record Place(int column, int row) {}

    private static Optional<Place> field(@Nullable Object probability, Optional<Impact> impact) {
        return probability instanceof BigDecimal percent && impact.isPresent()
                ? Optional.of(new Place(IMPACTS.indexOf(impact.get()), RiskScale.band(percent)))
                : Optional.empty();
    }

    private interface Probability {
        @Nullable
        Object of(Row risk);
    }

    private interface Hit {
        Optional<Impact> of(Row risk);
    }

    private static RisksPage.Matrix matrix(
            Frame frame, String when, List<Numbered> risks, Probability probability, Hit hit) {
        var ends = RiskScale.bands();
        int rows = ends.size() + 1;
        var fields = new ArrayList<RisksPage.Field>();
        var rowNames = new ArrayList<RisksPage.Name>();
        for (int row = 0; row < rows; row++) {
            rowNames.add(new RisksPage.Name(
                    Integer.toString((rows - 1 - row) * TALL + TALL / 2 + 4),
                    frame.text(
                            "raid.matrix.between",
                            row == 0 ? BigDecimal.ZERO : ends.get(row - 1),
                            row == rows - 1 ? HUNDRED : ends.get(row))));
            for (var impact : Impact.values()) {
                fields.add(new RisksPage.Field(
                        Integer.toString(LEFT + IMPACTS.indexOf(impact) * WIDE),
                        Integer.toString((rows - 1 - row) * TALL),
                        weight(row, impact)));
            }
        }
        var columnNames = Arrays.stream(Impact.values())
                .map(impact -> new RisksPage.Name(
                        Integer.toString(LEFT + IMPACTS.indexOf(impact) * WIDE + WIDE / 2),
                        frame.text("raid.impact." + Codes.of(impact))))
                .toList();
        var dots = new ArrayList<RisksPage.Dot>();
        Map<Place, Integer> taken = new HashMap<>();
        for (var one : risks) {
            var row = one.risk().row();
            field(probability.of(row), hit.of(row)).ifPresent(place -> {
                int before = taken.merge(place, 1, Integer::sum) - 1;
                dots.add(dot(one, place, before, rows));
            });
        }
        return new RisksPage.Matrix(
                frame.text("raid.matrix." + when),
                frame.text("raid.matrix.told", dots.size(), risks.size()),
                fields,
                columnNames,
                rowNames,
                dots);
    }

    /// Those of one field stand beside each other, and close together where they are many.
    private static RisksPage.Dot dot(Numbered one, Place place, int before, int rows) {
        int x = LEFT + place.column() * WIDE + 16 + before % EACH_ROW * STEP;
        int y = (rows - 1 - place.row()) * TALL + 15 + Math.min(before / EACH_ROW * (STEP - 2), TALL - 30);
        return new RisksPage.Dot(
                Integer.toString(x),
                Integer.toString(y),
                one.number(),
                one.address(),
                "%s: %s".formatted(one.risk().ref(), one.risk().text()));
    }

    private static String weight(int row, Impact impact) {
        int sum = row + 2 * IMPACTS.indexOf(impact);
        return sum >= 6 ? "high" : sum >= 3 ? "medium" : "low";
    }

    private static RisksPage.Trigger trigger(Frame frame, String address, AskedTrigger asked) {
        var answer = asked.answered().answer();
        return new RisksPage.Trigger(
                "trigger-" + asked.risk().row().id(),
                Link.to(address + "/" + asked.risk().path(), asked.risk().ref()),
                asked.risk().text(),
                asked.trigger(),
                answer == Answer.HOLDS ? Tone.BAD : answer == Answer.NOT_KNOWN ? Tone.WARN : Tone.GOOD,
                frame.text("raid.trigger." + Codes.of(answer)),
                asked.answered().lines(),
                asked.answered().missing());
    }

    private static RisksPage.Category category(
            Frame frame, RiskCategory category, Map<String, Long> found, @Nullable Considered considered) {
        String name = frame.text("raid.category." + category.code());
        long risks = found.getOrDefault(category.code(), 0L);
        if (risks > 0) {
            return new RisksPage.Category(name, Tone.GOOD, frame.text("raid.considered.risks", risks));
        }
        return considered == null
                ? new RisksPage.Category(name, Tone.WARN, frame.text("raid.considered.not"))
                : new RisksPage.Category(
                        name,
                        Tone.GOOD,
                        frame.text("raid.considered.none", frame.date(considered.day()), considered.note()));
    }

    private List<String> gone(Frame frame, EngagementId engagement) {
        var names = naming.of(engagement);
        return reviews.of(engagement).stream()
                .limit(MOST_REVIEWS)
                .map(review -> frame.text(
                        Boolean.TRUE.equals(review.stakeholders()) ? "raid.gone.affected" : "raid.gone.alone",
                        frame.date(review.day()),
                        frame.text("raid.review." + review.kind().code()),
                        names.person(review.by()).isEmpty()
                                ? frame.text("raid.gone.former")
                                : names.person(review.by())))
                .toList();
    }
}
