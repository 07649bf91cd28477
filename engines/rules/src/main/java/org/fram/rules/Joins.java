package org.fram.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fram.facts.DesignFacts;
import org.fram.facts.FactsDocument;
import org.fram.facts.FactsDocumentBuilder;
import org.fram.facts.MeasureFacts;
import org.fram.facts.MeasureFactsBuilder;
import org.fram.facts.MeasureFactsObjectiveFactBuilder;
import org.fram.facts.PlanFacts;
import org.fram.facts.PlanFactsActivityFactBuilder;
import org.fram.facts.PlanFactsBuilder;
import org.fram.facts.SowFacts;
import org.fram.facts.SowFactsBuilder;
import org.fram.facts.SowFactsObligationFactBuilder;
import org.fram.facts.SowFactsPriceFactBuilder;
import org.fram.facts.SowFactsPriceLineFactBuilder;
import org.fram.facts.SowFactsRequirementFactBuilder;
import org.fram.facts.TrainingFacts;
import org.fram.facts.TrainingFacts.CourseFact;
import org.fram.facts.TrainingFactsBuilder;
import org.fram.facts.TrainingFactsTrainingNeedFactBuilder;
import org.jspecify.annotations.Nullable;

/// Fills in what one list of facts says of the items of another, so that a practice looks at one item at a time: which
/// activities carry out an obligation, when a requirement was first demonstrated, when a role's course ends.
///
/// Only fields that are absent are filled in, and only where the other list is known. The work is linear in the items.
public final class Joins {

    private final FactsDocument facts;

    private Joins(FactsDocument facts) {
        this.facts = facts;
    }

    /// The facts with these fields filled in; what does not change is the same value as before.
    public static FactsDocument of(FactsDocument facts) {
        var joins = new Joins(facts);
        return FactsDocumentBuilder.builder(facts)
                .sow(joins.sow())
                .measures(joins.measures())
                .training(joins.training())
                .plan(joins.plan())
                .build();
    }

    private @Nullable SowFacts sow() {
        var sow = facts.sow();
        if (sow == null) {
            return null;
        }
        var price = sow.price();
        var lines = price == null ? null : price.lines();
        var plan = facts.plan();
        var activities = plan == null ? null : plan.activities();
        var obligations = sow.obligations();
        if (obligations != null) {
            var byObligation = activities == null
                    ? null
                    : named(activities, PlanFacts.ActivityFact::obligations, PlanFacts.ActivityFact::id);
            var linesByObligation = lines == null
                    ? null
                    : named(lines, SowFacts.PriceLineFact::obligations, SowFacts.PriceLineFact::id);
            obligations = obligations.stream()
                    .map(one -> {
                        if (!fills(one.activities(), byObligation) && !fills(one.priceLines(), linesByObligation)) {
                            return one;
                        }
                        return SowFactsObligationFactBuilder.builder(one)
                                .activities(joined(one.activities(), byObligation, one.id()))
                                .priceLines(joined(one.priceLines(), linesByObligation, one.id()))
                                .build();
                    })
                    .toList();
        }
        return SowFactsBuilder.builder(sow)
                .obligations(obligations)
                .requirements(requirements(sow.requirements()))
                .price(price(sow))
                .build();
    }

    private SowFacts.@Nullable PriceFact price(SowFacts sow) {
        var price = sow.price();
        var lines = price == null ? null : price.lines();
        var obligations = sow.obligations();
        if (price == null || lines == null || obligations == null) {
            return price;
        }
        var byLine = named(obligations, SowFacts.ObligationFact::priceLines, SowFacts.ObligationFact::id);
        return SowFactsPriceFactBuilder.builder(price)
                .lines(lines.stream()
                        .map(line -> fills(line.obligations(), byLine)
                                ? SowFactsPriceLineFactBuilder.builder(line)
                                        .obligations(joined(line.obligations(), byLine, line.id()))
                                        .build()
                                : line)
                        .toList())
                .build();
    }

    private @Nullable List<SowFacts.RequirementFact> requirements(
            @Nullable List<SowFacts.RequirementFact> requirements) {
        var design = facts.design();
        var demonstrations = design == null ? null : design.demonstrations();
        if (requirements == null || demonstrations == null) {
            return requirements;
        }
        var first = new HashMap<String, LocalDate>();
        for (var demonstration : demonstrations) {
            var held = demonstration.held();
            if (held != null) {
                demonstration
                        .requirements()
                        .forEach(id -> first.merge(id, held, (one, other) -> one.isBefore(other) ? one : other));
            }
        }
        return requirements.stream()
                .map(one -> one.demonstrated() == null && first.containsKey(one.id())
                        ? SowFactsRequirementFactBuilder.builder(one)
                                .demonstrated(first.get(one.id()))
                                .build()
                        : one)
                .toList();
    }

    private @Nullable MeasureFacts measures() {
        var measures = facts.measures();
        var objectives = measures == null ? null : measures.objectives();
        if (measures == null || objectives == null) {
            return measures;
        }
        var design = facts.design();
        var decisions = design == null ? null : design.decisions();
        var decided = decisions == null
                ? null
                : named(decisions, DesignFacts.DesignDecisionFact::objectives, DesignFacts.DesignDecisionFact::id);
        var kpis = measures.kpis();
        var measured = kpis == null ? null : named(kpis, MeasureFacts.KpiFact::objectives, MeasureFacts.KpiFact::id);
        return MeasureFactsBuilder.builder(measures)
                .objectives(objectives.stream()
                        .map(one -> fills(one.decisions(), decided) || fills(one.kpis(), measured)
                                ? MeasureFactsObjectiveFactBuilder.builder(one)
                                        .decisions(joined(one.decisions(), decided, one.id()))
                                        .kpis(joined(one.kpis(), measured, one.id()))
                                        .build()
                                : one)
                        .toList())
                .build();
    }

    private @Nullable TrainingFacts training() {
        var training = facts.training();
        var needs = training == null ? null : training.needs();
        var courses = training == null ? null : training.courses();
        if (training == null || needs == null || courses == null) {
            return training;
        }
        var byId = courses.stream().collect(Collectors.toMap(CourseFact::id, Function.identity(), (first, _) -> first));
        return TrainingFactsBuilder.builder(training)
                .needs(needs.stream()
                        .map(need -> {
                            var course = need.course() == null ? null : byId.get(need.course());
                            return course == null
                                    ? need
                                    : TrainingFactsTrainingNeedFactBuilder.builder(need)
                                            .courseEnds(or(need.courseEnds(), course.ends()))
                                            .courseForEndUsers(or(need.courseForEndUsers(), course.forEndUsers()))
                                            .build();
                        })
                        .toList())
                .build();
    }

    private @Nullable PlanFacts plan() {
        var plan = facts.plan();
        var sow = facts.sow();
        var activities = plan == null ? null : plan.activities();
        var obligations = sow == null ? null : sow.obligations();
        if (plan == null || activities == null || obligations == null) {
            return plan;
        }
        var byActivity = named(obligations, SowFacts.ObligationFact::activities, SowFacts.ObligationFact::id);
        return PlanFactsBuilder.builder(plan)
                .activities(activities.stream()
                        .map(one -> fills(one.obligations(), byActivity)
                                ? PlanFactsActivityFactBuilder.builder(one)
                                        .obligations(joined(one.obligations(), byActivity, one.id()))
                                        .build()
                                : one)
                        .toList())
                .build();
    }

    /// For each id that items name, the ids of these items, in their order.
    private static <T> Map<String, List<String>> named(
            List<T> items, Function<T, @Nullable List<String>> names, Function<T, String> id) {
        var byName = new HashMap<String, List<String>>();
        for (var item : items) {
            var named = names.apply(item);
            if (named != null) {
                named.forEach(name ->
                        byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(id.apply(item)));
            }
        }
        return byName;
    }

    private static boolean fills(@Nullable List<String> own, @Nullable Map<String, List<String>> others) {
        return own == null && others != null;
    }

    private static @Nullable List<String> joined(
            @Nullable List<String> own, @Nullable Map<String, List<String>> others, String id) {
        return own == null && others != null ? others.getOrDefault(id, List.of()) : own;
    }

    private static <T> @Nullable T or(@Nullable T own, @Nullable T other) {
        return own == null ? other : own;
    }
}
