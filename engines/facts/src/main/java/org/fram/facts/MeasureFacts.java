package org.fram.facts;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is measured, promised and paid for: objectives, KPIs, volumes, incentives, reports.
///
/// @param objectives what the senior level wants of it
/// @param kpis the measures
/// @param allGreenPeriods how many periods in a row, up to the last one, all KPIs reached their targets
/// @param incentives what follows from exceeding or missing targets
/// @param forecast how volume is foreseen
/// @param volumes what volume was expected and what came
/// @param reports what is reported to whom
@RecordBuilder
public record MeasureFacts(
        @Nullable List<ObjectiveFact> objectives,
        @Nullable List<KpiFact> kpis,
        @Nullable Integer allGreenPeriods,
        @Nullable IncentiveFact incentives,
        @Nullable ForecastFact forecast,
        @Nullable List<VolumeFact> volumes,
        @Nullable List<ReportFact> reports) {
    public MeasureFacts {
        objectives = Copies.of(objectives);
        kpis = Copies.of(kpis);
        volumes = Copies.of(volumes);
        reports = Copies.of(reports);
    }

    /// A success measure of the senior level.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param text as written
    /// @param confirmedBy the executive who confirmed it
    /// @param confirmedLevel where that executive stands
    /// @param falling whether it gets worse, by the last period that is known
    /// @param decisions ids of the design decisions that serve it
    /// @param kpis ids of the KPIs that measure it
    @RecordBuilder
    public record ObjectiveFact(
            String id,
            String text,
            @Nullable String confirmedBy,
            @Nullable Level confirmedLevel,
            @Nullable Boolean falling,
            @Nullable List<String> decisions,
            @Nullable List<String> kpis) {
        public ObjectiveFact {
            decisions = Copies.of(decisions);
            kpis = Copies.of(kpis);
        }
    }

    /// A measure with its target.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param name as people call it
    /// @param target as written; absent where it is left open
    /// @param formula how it is computed
    /// @param dataSource where its data comes from
    /// @param period over which time it is computed
    /// @param owner the person or role that answers for it
    /// @param exclusions what is left out; "none" is an answer
    /// @param objectives ids of the objectives that it serves
    /// @param money whether a bonus, a penalty or a credit depends on it
    /// @param reports ids of the reports that show it
    /// @param text as written
    @RecordBuilder
    public record KpiFact(
            String id,
            String name,
            @Nullable String target,
            @Nullable String formula,
            @Nullable String dataSource,
            @Nullable Rhythm period,
            @Nullable String owner,
            @Nullable String exclusions,
            @Nullable List<String> objectives,
            @Nullable Boolean money,
            @Nullable List<String> reports,
            @Nullable String text) {
        public KpiFact {
            objectives = Copies.of(objectives);
            reports = Copies.of(reports);
        }
    }

    /// What follows from exceeding or missing targets.
    ///
    /// @param bonus whether exceeding pays
    /// @param penalty whether missing costs
    /// @param carriedByPricing whether the pricing does what bonus and penalty would
    @RecordBuilder
    public record IncentiveFact(boolean bonus, boolean penalty, boolean carriedByPricing) {}

    /// How volume is foreseen, and what is agreed for when it comes otherwise.
    ///
    /// @param historyGatheredBy who gathers past volumes
    /// @param determinedBy who determines future volume
    /// @param channels the channels into which it is split
    /// @param automation what it says of the part that automation takes over
    /// @param contingencyAbove whether something is agreed to do when more comes
    /// @param contingencyBelow whether something is agreed to do when less comes
    /// @param compensationAbove whether it is agreed what more volume pays
    /// @param compensationBelow whether it is agreed what less volume pays
    /// @param lockDate the day by which both sides agree the joint forecast
    /// @param agreedByBuyer the day on which the customer agreed it
    /// @param agreedByVendor the day on which the vendor or outsourcer agreed it
    @RecordBuilder
    public record ForecastFact(
            @Nullable String historyGatheredBy,
            @Nullable String determinedBy,
            @Nullable List<String> channels,
            @Nullable String automation,
            @Nullable Boolean contingencyAbove,
            @Nullable Boolean contingencyBelow,
            @Nullable Boolean compensationAbove,
            @Nullable Boolean compensationBelow,
            @Nullable LocalDate lockDate,
            @Nullable LocalDate agreedByBuyer,
            @Nullable LocalDate agreedByVendor) {
        public ForecastFact {
            channels = Copies.of(channels);
        }
    }

    /// Volume of one channel in one period.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param begins first day of the period
    /// @param channel voice, chat, e-mail …
    /// @param expected contacts foreseen
    /// @param actual contacts that came; absent while the period runs
    /// @param bandLow contacts, lower end of the agreed band
    /// @param bandHigh contacts, upper end of the agreed band
    /// @param contingencyInvoked whether the agreed contingency was invoked
    @RecordBuilder
    public record VolumeFact(
            String id,
            @Nullable LocalDate begins,
            @Nullable String channel,
            @Nullable Double expected,
            @Nullable Double actual,
            @Nullable Double bandLow,
            @Nullable Double bandHigh,
            @Nullable Boolean contingencyInvoked) {}

    /// A report that is agreed.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param name as people call it
    /// @param rhythm how often
    /// @param businessReview whether it is a business review
    /// @param recipients who gets it
    /// @param insightsOwner who owes insights and recommendations with it
    @RecordBuilder
    public record ReportFact(
            String id,
            String name,
            @Nullable Rhythm rhythm,
            @Nullable Boolean businessReview,
            @Nullable List<String> recipients,
            @Nullable String insightsOwner) {
        public ReportFact {
            recipients = Copies.of(recipients);
        }
    }
}
