package org.fram.app.kpi;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.fram.app.platform.access.Codes;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.register.Query;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.Rows;
import org.fram.app.practice.FactSource;
import org.fram.facts.FactsDocument;
import org.fram.facts.FactsDocumentBuilder;
import org.fram.facts.MeasureFacts.IncentiveFact;
import org.fram.facts.MeasureFacts.KpiFact;
import org.fram.facts.MeasureFacts.ObjectiveFact;
import org.fram.facts.MeasureFacts.ReportFact;
import org.fram.facts.MeasureFactsBuilder;
import org.fram.facts.MeasureFactsKpiFactBuilder;
import org.fram.facts.MeasureFactsObjectiveFactBuilder;
import org.fram.facts.Rhythm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What is known of objectives, KPIs and reports, as their part of the facts. A register without rows
/// says nothing, and what the document says then stands.
///
/// A row takes the place of one of the document with the same number or name; the others of the document
/// stay. Where a register is kept, what reviews cannot tell is said there or nowhere, so that a KPI that
/// stands in the document alone has no formula. Incentives are said once somebody says of any KPI what
/// money depends on it.
@Component
class KpiFacts implements FactSource {

    static final int ORDER = 40;

    /// What reviews cannot tell of objectives, and the register can.
    private static final List<String> OF_OBJECTIVES =
            List.of("measures.objectives.confirmedBy", "measures.objectives.falling");

    /// What reviews cannot tell of KPIs, and the register can.
    private static final List<String> OF_KPIS = List.of(
            "measures.kpis.formula",
            "measures.kpis.dataSource",
            "measures.kpis.period",
            "measures.kpis.owner",
            "measures.kpis.exclusions",
            "measures.kpis.objectives",
            "measures.kpis.money",
            "measures.kpis.reports");

    private final Measuring measuring;
    private final Confirmations confirmations;
    private final KnownMeasures known;
    private final Rows rows;
    private final Register reports;

    KpiFacts(
            Measuring measuring,
            Confirmations confirmations,
            KnownMeasures known,
            Rows rows,
            Register reportsRegister) {
        this.measuring = measuring;
        this.confirmations = confirmations;
        this.known = known;
        this.rows = rows;
        this.reports = reportsRegister;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public FactsDocument add(FactsDocument facts, EngagementId engagement) {
        var objectives = measuring.objectives(engagement);
        var kpis = measuring.kpis(engagement);
        var reported = rows.all(reports, engagement, Query.ALL);
        if (objectives.isEmpty() && kpis.isEmpty() && reported.isEmpty()) {
            return facts;
        }
        var before = facts.measures();
        var measures = before == null ? MeasureFactsBuilder.builder() : MeasureFactsBuilder.builder(before);
        var wanted = before == null ? null : before.objectives();
        var unread = new LinkedHashSet<>(Objects.requireNonNullElse(facts.unread(), List.<String>of()));
        if (!objectives.isEmpty()) {
            var states = confirmations.states(engagement, objectives);
            wanted = joined(objectives.stream().map(one -> fact(one, states)).toList(), wanted);
            OF_OBJECTIVES.forEach(unread::remove);
        }
        if (!kpis.isEmpty()) {
            var measured =
                    joinedKpis(kpis.stream().map(KpiFacts::fact).toList(), before == null ? null : before.kpis());
            measures.kpis(measured);
            wanted = wanted == null ? null : measuredBy(wanted, measured);
            OF_KPIS.forEach(unread::remove);
            if (kpis.stream().anyMatch(kpi -> kpi.money() != null)) {
                measures.incentives(incentives(kpis));
            }
        }
        if (!reported.isEmpty()) {
            measures.reports(reported.stream().map(KpiFacts::report).toList());
        }
        return FactsDocumentBuilder.builder(facts)
                .measures(measures.objectives(wanted).build())
                .unread(facts.unread() == null ? null : List.copyOf(unread))
                .build();
    }

    private static ObjectiveFact fact(Objective objective, Map<UUID, ConfirmationState> states) {
        var confirmed = Objects.requireNonNull(states.get(objective.id())).confirmedBy();
        return MeasureFactsObjectiveFactBuilder.builder()
                .id(objective.ref())
                .text(objective.words().text())
                .confirmedBy(confirmed.orElse(null))
                .confirmedLevel(confirmed.isPresent() ? objective.level() : null)
                .falling(objective.falling())
                .build();
    }

    private static KpiFact fact(Kpi kpi) {
        return MeasureFactsKpiFactBuilder.builder()
                .id(kpi.ref())
                .name(kpi.name())
                .target(said(kpi.targetInWords()))
                .formula(said(kpi.formula()))
                .dataSource(said(kpi.dataSource()))
                .period(kpi.period())
                .owner(said(kpi.owner()))
                .exclusions(said(kpi.exclusions()))
                .objectives(kpi.objectives())
                .money(kpi.money() == null ? null : kpi.money() != MoneyOnIt.NONE)
                .reports(kpi.reports())
                .build();
    }

    private static ReportFact report(Row row) {
        return new ReportFact(
                row.ref(),
                Objects.toString(row.get("text"), ""),
                Codes.ofCell(Rhythm.class, row.get("rhythm")),
                (Boolean) row.get("businessReview"),
                Kpi.names(row.get("recipients")),
                (String) row.get("insightsOwner"));
    }

    private static IncentiveFact incentives(List<Kpi> kpis) {
        var money = kpis.stream().flatMap(kpi -> Stream.ofNullable(kpi.money())).toList();
        return new IncentiveFact(
                money.stream().anyMatch(MoneyOnIt::rewards),
                money.stream().anyMatch(MoneyOnIt::penalises),
                money.contains(MoneyOnIt.PRICING));
    }

    private static List<ObjectiveFact> joined(List<ObjectiveFact> kept, @Nullable List<ObjectiveFact> stated) {
        return Stream.concat(
                        kept.stream(),
                        Objects.requireNonNullElse(stated, List.<ObjectiveFact>of()).stream()
                                .filter(other -> kept.stream()
                                        .noneMatch(one -> one.id().equals(other.id())
                                                || KnownMeasures.words(one.text())
                                                        .equals(KnownMeasures.words(other.text())))))
                .toList();
    }

    /// KPIs say which objectives they serve; an objective is told by which KPIs it is measured.
    private static List<ObjectiveFact> measuredBy(List<ObjectiveFact> objectives, List<KpiFact> kpis) {
        return objectives.stream()
                .map(one -> MeasureFactsObjectiveFactBuilder.builder(one)
                        .kpis(kpis.stream()
                                .filter(kpi -> Objects.requireNonNullElse(kpi.objectives(), List.<String>of())
                                        .contains(one.id()))
                                .map(KpiFact::id)
                                .toList())
                        .build())
                .toList();
    }

    private List<KpiFact> joinedKpis(List<KpiFact> kept, @Nullable List<KpiFact> stated) {
        return Stream.concat(
                        kept.stream(),
                        Objects.requireNonNullElse(stated, List.<KpiFact>of()).stream()
                                .filter(other -> kept.stream()
                                        .noneMatch(one ->
                                                one.id().equals(other.id()) || known.same(one.name(), other.name()))))
                .toList();
    }

    private static @Nullable String said(String text) {
        return text.isEmpty() ? null : text;
    }
}
