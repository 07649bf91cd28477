package org.fram.schedule.risk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.fram.schedule.Plan;
import org.fram.schedule.risk.RiskModel.Range;
import org.fram.schedule.risk.SimulationResult.ActivityRisk;
import org.fram.schedule.risk.WhatIf.Outcome;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A simulation as JSON. Dates are local to the zone that stands beside them;
/// `docs/reference/simulation-format.md` describes each field.
public final class SimulationJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private SimulationJson() {}

    private record Whole(
            String plan,
            String zone,
            int samples,
            boolean converged,
            long seed,
            String planned,
            Finish finish,
            String mean,
            @Nullable String by,
            @Nullable Double probability,
            List<Driven> drivers,
            List<Activity> activities,
            @Nullable Cost cost,
            @Nullable List<WhatIfJson> whatIf,
            List<String> notices) {}

    private record Cost(
            String currency,
            double planned,
            double mean,
            double p10,
            double p20,
            double p50,
            double p80,
            double p90,
            double p95,
            @Nullable Double budget,
            @Nullable Double probability,
            @Nullable Double jointProbability,
            List<Together> joint80) {}

    private record Together(String date, double cost) {}

    private record WhatIfJson(
            String name,
            String p50,
            String p80,
            double gainDaysP50,
            double gainDaysP80,
            @Nullable Double probability,
            @Nullable Double probabilityGain) {}

    private record Finish(String p10, String p20, String p50, String p80, String p90, String p95) {}

    private record Driven(String kind, String id, String name, double correlation, double gainDays) {}

    private record Activity(
            String id,
            String name,
            double criticality,
            double cruciality,
            double correlation,
            @Nullable String range,
            @Nullable Boolean rangeIsDefault) {}

    /// What was asked about, beside the plan.
    ///
    /// @param by the date whose probability is told, or null
    /// @param budget the cost whose probability is told, or null
    /// @param whatIfs what changes would gain; none where nobody asked
    public record Asked(
            @Nullable LocalDateTime by, @Nullable Double budget, List<Outcome> whatIfs) {

        public Asked {
            whatIfs = List.copyOf(whatIfs);
        }
    }

    /// The simulation as indented JSON that ends with a line break.
    public static String write(
            Plan plan, RiskModel model, SimulationSettings settings, SimulationResult result, Asked asked) {
        var finishes = result.finishes();
        var ranges = model.ofResult(plan.activities().size());
        var activities = new ArrayList<Activity>();
        for (int k = 0; k < result.activities().size(); k++) {
            activities.add(activity(result.activities().get(k), ranges.get(k)));
        }
        var by = asked.by();
        return MAPPER.writeValueAsString(new Whole(
                        plan.name(),
                        plan.zone().getId(),
                        finishes.samples(),
                        result.converged(),
                        settings.seed(),
                        local(result.planned()),
                        new Finish(
                                local(finishes.date(0.1)),
                                local(finishes.date(0.2)),
                                local(finishes.date(0.5)),
                                local(finishes.date(0.8)),
                                local(finishes.date(0.9)),
                                local(finishes.date(0.95))),
                        local(finishes.mean()),
                        by == null ? null : by.toString(),
                        by == null ? null : finishes.probability(by),
                        result.drivers().stream()
                                .map(driver -> new Driven(
                                        driver.kind(),
                                        driver.id(),
                                        driver.name(),
                                        rounded(driver.correlation()),
                                        days(driver.gainMinutes())))
                                .toList(),
                        activities,
                        cost(result.costs(), asked),
                        asked.whatIfs().isEmpty()
                                ? null
                                : asked.whatIfs().stream()
                                        .map(outcome -> whatIf(outcome, finishes, by))
                                        .toList(),
                        result.notices()))
                + "\n";
    }

    private static @Nullable Cost cost(@Nullable CostRisk risk, Asked asked) {
        if (risk == null) {
            return null;
        }
        var by = asked.by();
        var budget = asked.budget();
        return new Cost(
                risk.currency(),
                cents(risk.planned()),
                cents(risk.mean()),
                cents(risk.cost(0.1)),
                cents(risk.cost(0.2)),
                cents(risk.cost(0.5)),
                cents(risk.cost(0.8)),
                cents(risk.cost(0.9)),
                cents(risk.cost(0.95)),
                budget,
                budget == null ? null : risk.probability(budget),
                budget == null || by == null ? null : risk.probability(by, budget),
                risk.pairs(0.8).stream()
                        .map(pair -> new Together(local(pair.date()), cents(pair.cost())))
                        .toList());
    }

    private static WhatIfJson whatIf(Outcome outcome, Finishes now, @Nullable LocalDateTime by) {
        var then = outcome.finishes();
        return new WhatIfJson(
                outcome.option().name(),
                local(then.date(0.5)),
                local(then.date(0.8)),
                days(outcome.gain(now, 0.5)),
                days(outcome.gain(now, 0.8)),
                by == null ? null : then.probability(by),
                by == null ? null : rounded(then.probability(by) - now.probability(by)));
    }

    private static double days(long minutes) {
        return rounded(minutes / 1440.0);
    }

    private static double cents(double amount) {
        return Math.round(amount * 100) / 100.0;
    }

    private static Activity activity(ActivityRisk risk, @Nullable Range range) {
        return new Activity(
                risk.id(),
                risk.name(),
                rounded(risk.criticality()),
                rounded(risk.cruciality()),
                rounded(risk.correlation()),
                range == null ? null : range.source(),
                range == null ? null : range.byDefault());
    }

    private static String local(ZonedDateTime date) {
        return date.toLocalDateTime().toString();
    }

    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
