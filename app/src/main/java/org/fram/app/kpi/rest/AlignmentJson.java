package org.fram.app.kpi.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.fram.app.kpi.Alignment;
import org.fram.app.kpi.Alignment.Remark;
import org.fram.app.kpi.Kpi;
import org.fram.app.kpi.Objective;
import org.jspecify.annotations.Nullable;

/// How objectives and KPIs fit together.
record AlignmentJson(
        @JsonPropertyDescription("Which KPI serves which objective, by their numbers.")
        List<Service> serves,

        @JsonPropertyDescription("What does not fit.") List<RemarkJson> remarks) {

    /// That a KPI serves an objective.
    record Service(String kpi, String objective) {}

    /// Something that does not fit.
    record RemarkJson(
            @JsonPropertyDescription(
                    "unmeasured, purposeless, dangling, pulls-apart, below-baseline, objectives-weigh or kpis-weigh")
            String kind,

            @JsonPropertyDescription("The numbers of the rows that it is about.")
            List<String> rows,

            @JsonPropertyDescription(
                    "Why two KPIs pull apart, what is named and is not there, or what weights come to.")
            @Nullable
            String more) {}

    static AlignmentJson of(Alignment alignment) {
        return new AlignmentJson(
                alignment.kpis().stream()
                        .flatMap(kpi -> alignment.objectives().stream()
                                .filter(objective -> alignment.serves(kpi, objective))
                                .map(objective -> new Service(kpi.ref(), objective.ref())))
                        .toList(),
                alignment.remarks().stream().map(AlignmentJson::remark).toList());
    }

    private static RemarkJson remark(Remark remark) {
        return switch (remark) {
            case Remark.Unmeasured(var objective) -> new RemarkJson("unmeasured", List.of(objective.ref()), null);
            case Remark.Purposeless(var kpi) -> new RemarkJson("purposeless", List.of(kpi.ref()), null);
            case Remark.Dangling(var kpi, var named) -> new RemarkJson("dangling", List.of(kpi.ref()), named);
            case Remark.PullsApart(var one, var other, var pull) ->
                new RemarkJson("pulls-apart", List.of(one.ref(), other.ref()), pull.why());
            case Remark.BelowBaseline(var kpi) -> new RemarkJson("below-baseline", List.of(kpi.ref()), null);
            case Remark.ObjectivesWeigh(var sum, var without) ->
                new RemarkJson(
                        "objectives-weigh", without.stream().map(Objective::ref).toList(), sum.toPlainString());
            case Remark.KpisWeigh(var sum, var without) ->
                new RemarkJson("kpis-weigh", without.stream().map(Kpi::ref).toList(), sum.toPlainString());
        };
    }
}
