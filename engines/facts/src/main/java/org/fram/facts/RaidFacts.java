package org.fram.facts;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Risks, issues, decisions and meetings.
///
/// @param risks what may happen
/// @param risksReviewed the day on which the register was last gone through
/// @param stakeholdersInRiskWorkshop whether stakeholders took part in the risk workshop
/// @param categoriesConsidered categories that were considered, with or without a risk
/// @param issues what has happened
/// @param decisions what was decided
/// @param meetings reports, check-ins and reviews that were due
@RecordBuilder
public record RaidFacts(
        @Nullable List<RiskFact> risks,
        @Nullable LocalDate risksReviewed,
        @Nullable Boolean stakeholdersInRiskWorkshop,
        @Nullable List<RiskCategory> categoriesConsidered,
        @Nullable List<IssueFact> issues,
        @Nullable List<DecisionFact> decisions,
        @Nullable List<MeetingFact> meetings) {
    public RaidFacts {
        risks = Copies.of(risks);
        categoriesConsidered = Copies.of(categoriesConsidered);
        issues = Copies.of(issues);
        decisions = Copies.of(decisions);
        meetings = Copies.of(meetings);
    }

    /// Where a risk comes from.
    public enum RiskCategory {
        @JsonProperty("hardware")
        HARDWARE,
        @JsonProperty("software compatibility")
        SOFTWARE_COMPATIBILITY,
        @JsonProperty("integration")
        INTEGRATION,
        @JsonProperty("team readiness")
        TEAM_READINESS,
        @JsonProperty("adoption")
        ADOPTION,
        @JsonProperty("network")
        NETWORK,
        @JsonProperty("data")
        DATA,
        @JsonProperty("people")
        PEOPLE,
        @JsonProperty("vendor")
        VENDOR
    }

    /// What was due.
    public enum MeetingKind {
        @JsonProperty("report")
        REPORT,
        @JsonProperty("check-in")
        CHECK_IN,
        @JsonProperty("business review")
        BUSINESS_REVIEW,
        @JsonProperty("steering committee")
        STEERING_COMMITTEE
    }

    /// Something that may happen.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param text what may happen
    /// @param category of which kind it is
    /// @param owner the person or role that watches it
    /// @param response what is done about it beforehand
    /// @param probability 0..1
    /// @param impact how hard it would hit
    /// @param contingencyPlan what is done if it happens
    /// @param trigger the rule over facts that says it has happened
    /// @param exercised the day on which the contingency plan was last tried
    /// @param closed whether it can no longer happen
    @RecordBuilder
    public record RiskFact(
            String id,
            String text,
            @Nullable RiskCategory category,
            @Nullable String owner,
            @Nullable String response,
            @Nullable Double probability,
            @Nullable Impact impact,
            @Nullable String contingencyPlan,
            @Nullable String trigger,
            @Nullable LocalDate exercised,
            @Nullable Boolean closed) {}

    /// Something that has happened and is to be settled.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param text what
    /// @param owner the person or role that settles it
    /// @param due the day by which it is settled
    /// @param escalateBy the day by which it goes to the next level
    /// @param escalated the day on which it did
    /// @param closed the day on which it was settled
    @RecordBuilder
    public record IssueFact(
            String id,
            String text,
            @Nullable String owner,
            @Nullable LocalDate due,
            @Nullable LocalDate escalateBy,
            @Nullable LocalDate escalated,
            @Nullable LocalDate closed) {}

    /// Something that was decided in a meeting or review.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param text what was decided
    /// @param decided when
    /// @param followedBy ids of the actions, change orders or addenda that it became
    /// @param noFollowUp why nothing has to follow from it
    @RecordBuilder
    public record DecisionFact(
            String id,
            String text,
            @Nullable LocalDate decided,
            @Nullable List<String> followedBy,
            @Nullable String noFollowUp) {
        public DecisionFact {
            followedBy = Copies.of(followedBy);
        }
    }

    /// A report, check-in or review that was due.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param kind what it is
    /// @param due the day on which it was due
    /// @param held the day on which it happened
    @RecordBuilder
    public record MeetingFact(
            String id,
            MeetingKind kind,
            LocalDate due,
            @Nullable LocalDate held) {}
}
