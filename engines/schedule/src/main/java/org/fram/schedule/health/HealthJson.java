package org.fram.schedule.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.fram.schedule.Plan;
import org.fram.schedule.health.Health.Concern;
import org.fram.schedule.health.Health.Verdict;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A plan's health as JSON; `docs/reference/health-format.md` describes each field.
public final class HealthJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private HealthJson() {}

    private record Whole(
            String plan,
            String zone,
            @Nullable String statusDate,
            long passed,
            long failed,
            long untold,
            List<Checked> checks) {}

    private record Checked(
            int number,
            String check,
            String title,
            String question,
            String unit,
            @Nullable Double measured,
            long count,
            long of,
            @Nullable Double most,
            @Nullable Double least,
            String verdict,
            String reason,
            List<Concern> activities) {}

    /// The health as indented JSON that ends with a line break.
    public static String write(Plan plan, Health health) {
        return MAPPER.writeValueAsString(new Whole(
                        plan.name(),
                        plan.zone().getId(),
                        health.statusDate() == null ? null : health.statusDate().toString(),
                        health.count(Verdict.PASSED),
                        health.count(Verdict.FAILED),
                        health.count(Verdict.UNTOLD),
                        health.checks().stream()
                                .map(check -> new Checked(
                                        check.number(),
                                        check.limit().check().word(),
                                        check.limit().title(),
                                        check.limit().question(),
                                        check.limit().unit().name().toLowerCase(Locale.ROOT),
                                        check.value() == null ? null : Math.round(check.value() * 1e4) / 1e4,
                                        check.count(),
                                        check.of(),
                                        check.limit().most(),
                                        check.limit().least(),
                                        check.verdict().name().toLowerCase(Locale.ROOT),
                                        check.reason(),
                                        check.concerns()))
                                .toList()))
                + "\n";
    }
}
