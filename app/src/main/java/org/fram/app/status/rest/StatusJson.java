package org.fram.app.status.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.fram.app.status.StatusReport;
import org.jspecify.annotations.Nullable;

/// How an engagement stands, or stood.
@JsonInclude(JsonInclude.Include.NON_NULL)
record StatusJson(
        @JsonPropertyDescription("The day of which it tells, where the engagement is.")
        LocalDate day,

        @JsonPropertyDescription("`red`, `amber`, `green` or `unknown`: the worst of its areas.")
        String light,

        @JsonPropertyDescription("How likely the target go-live date is, in whole percent; absent while unknown.")
        @Nullable
        Integer probability,

        List<StatusAreaJson> areas) {

    /// How a part stands.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StatusAreaJson(
            @JsonPropertyDescription("The same in each report.")
            String key,

            String title,

            @JsonPropertyDescription("As it is shown.") String light,

            @JsonPropertyDescription("By its rule.") String computed,

            @JsonPropertyDescription("Why somebody sees it otherwise than its rule; absent where nobody does.")
            @Nullable
            String reason,

            String because,

            @JsonPropertyDescription("When it is red, amber and green.")
            String rule,

            List<StatusFigureJson> figures,

            @JsonPropertyDescription("What somebody should look at, the most pressing first.")
            List<StatusLineJson> lines) {}

    /// A figure.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StatusFigureJson(
            @JsonPropertyDescription("The same in each report, unique in its area.")
            String key,

            String name,

            @JsonPropertyDescription("`count`, `percent`, `days`, `day` or `money`.")
            String unit,

            @JsonPropertyDescription("Of a day the days since 1970-01-01.")
            BigDecimal number,

            @JsonPropertyDescription("Of an amount.") @Nullable
            String currency) {}

    /// A line.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StatusLineJson(
            @JsonPropertyDescription("As people call it, or empty.")
            String ref,

            String text,

            @JsonPropertyDescription("Who sees to it, or empty.")
            String who,

            @Nullable LocalDate due) {}

    static StatusJson of(StatusReport report) {
        return new StatusJson(
                report.day(),
                report.light().code(),
                report.probability().orElse(null),
                report.areas().stream().map(StatusJson::area).toList());
    }

    private static StatusAreaJson area(StatusReport.Area area) {
        var seen = area.seen();
        return new StatusAreaJson(
                area.key(),
                area.title(),
                area.light().code(),
                area.computed().code(),
                seen == null ? null : seen.reason(),
                area.because(),
                area.rule(),
                area.figures().stream()
                        .map(figure -> new StatusFigureJson(
                                figure.key(), figure.name(), figure.unit().code(), figure.number(), figure.currency()))
                        .toList(),
                area.lines().stream()
                        .map(line -> new StatusLineJson(line.ref(), line.text(), line.who(), line.due()))
                        .toList());
    }
}
