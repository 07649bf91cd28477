package org.fram.schedule.risk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.fram.schedule.Plan;
import org.fram.schedule.risk.RiskModel.Range;
import org.fram.schedule.risk.SimulationResult.ActivityRisk;
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
            List<Activity> activities) {}

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

    /// The simulation as indented JSON that ends with a line break.
    ///
    /// @param by the date whose probability is told, or null
    public static String write(
            Plan plan,
            RiskModel model,
            SimulationSettings settings,
            SimulationResult result,
            @Nullable LocalDateTime by) {
        var finishes = result.finishes();
        var ranges = new @Nullable Range[plan.activities().size()];
        model.ranges().forEach(range -> ranges[range.activity()] = range);
        var activities = new ArrayList<Activity>();
        for (int k = 0; k < result.activities().size(); k++) {
            activities.add(activity(result.activities().get(k), ranges[k]));
        }
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
                                        rounded(driver.gainMinutes() / 1440.0)))
                                .toList(),
                        activities))
                + "\n";
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
