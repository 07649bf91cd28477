package org.fram.facts;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Those affected or able to influence, what they were told and what they said, and who does what.
///
/// @param stakeholders persons and groups
/// @param concerns what they said
/// @param frontLineChannels feedback channels that people of the front line can use
/// @param duties what was assigned to whom
/// @param activityOwners how IT and the contact center divide the work
/// @param changeAuthority who may make which change once the system runs
/// @param planners people who take part in planning
/// @param keyRoles who fills the key roles
@RecordBuilder
public record PeopleFacts(
        @Nullable List<StakeholderFact> stakeholders,
        @Nullable List<ConcernFact> concerns,
        @Nullable List<String> frontLineChannels,
        @Nullable List<DutyFact> duties,
        @Nullable List<ActivityOwnerFact> activityOwners,
        @Nullable List<ChangeAuthorityFact> changeAuthority,
        @Nullable List<PlannerFact> planners,
        @Nullable List<KeyRoleFact> keyRoles) {
    public PeopleFacts {
        stakeholders = Copies.of(stakeholders);
        concerns = Copies.of(concerns);
        frontLineChannels = Copies.of(frontLineChannels);
        duties = Copies.of(duties);
        activityOwners = Copies.of(activityOwners);
        changeAuthority = Copies.of(changeAuthority);
        planners = Copies.of(planners);
        keyRoles = Copies.of(keyRoles);
    }

    /// A level or group that has to be engaged.
    public enum StakeholderGroup {
        @JsonProperty("executives")
        EXECUTIVES,
        @JsonProperty("leadership")
        LEADERSHIP,
        @JsonProperty("front line")
        FRONT_LINE,
        @JsonProperty("support")
        SUPPORT,
        @JsonProperty("IT")
        IT,
        @JsonProperty("legal")
        LEGAL,
        @JsonProperty("HR")
        HR,
        @JsonProperty("training")
        TRAINING
    }

    /// An activity that has to be assigned between IT and the contact center.
    public enum DividedActivity {
        @JsonProperty("strategic plan")
        STRATEGIC_PLAN,
        @JsonProperty("tactical plan")
        TACTICAL_PLAN,
        @JsonProperty("budget")
        BUDGET,
        @JsonProperty("requirements")
        REQUIREMENTS,
        @JsonProperty("vendor evaluation")
        VENDOR_EVALUATION,
        @JsonProperty("design")
        DESIGN,
        @JsonProperty("testing")
        TESTING,
        @JsonProperty("pilot")
        PILOT,
        @JsonProperty("rollout")
        ROLLOUT,
        @JsonProperty("monitoring")
        MONITORING,
        @JsonProperty("changes")
        CHANGES,
        @JsonProperty("reports")
        REPORTS,
        @JsonProperty("problem solving")
        PROBLEM_SOLVING
    }

    /// A kind of change to the running system.
    public enum SupportChange {
        @JsonProperty("moves, adds, changes")
        MOVES_ADDS_CHANGES,
        @JsonProperty("routing")
        ROUTING,
        @JsonProperty("prompts")
        PROMPTS,
        @JsonProperty("skills")
        SKILLS,
        @JsonProperty("reports")
        REPORTS
    }

    /// A role without which a project does not hold together.
    public enum KeyRole {
        @JsonProperty("project manager")
        PROJECT_MANAGER,
        @JsonProperty("overseer")
        OVERSEER,
        @JsonProperty("design engineer")
        DESIGN_ENGINEER,
        @JsonProperty("test lead")
        TEST_LEAD,
        @JsonProperty("IT lead")
        IT_LEAD,
        @JsonProperty("contact center lead")
        CONTACT_CENTER_LEAD
    }

    /// A person or group affected or able to influence.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param name as a role or group
    /// @param group where they belong
    /// @param channels ways in which they are reached
    /// @param lastContact the day on which they last heard
    /// @param rhythmDays days between contacts, by the plan
    /// @param engaged the day on which they first took part
    /// @param affected whether the change affects how they work
    /// @param benefit what it brings them, as told to them
    /// @param objectivesAcknowledged whether they have acknowledged the shared objectives
    @RecordBuilder
    public record StakeholderFact(
            String id,
            String name,
            @Nullable StakeholderGroup group,
            @Nullable List<String> channels,
            @Nullable LocalDate lastContact,
            @Nullable Integer rhythmDays,
            @Nullable LocalDate engaged,
            @Nullable Boolean affected,
            @Nullable String benefit,
            @Nullable Boolean objectivesAcknowledged) {
        public StakeholderFact {
            channels = Copies.of(channels);
        }
    }

    /// A concern or feedback.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param text as said
    /// @param raised the day on which it was raised
    /// @param answered the day on which it was answered
    @RecordBuilder
    public record ConcernFact(
            String id,
            String text,
            LocalDate raised,
            @Nullable LocalDate answered) {}

    /// Something that is assigned to a person.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param text what
    /// @param person to whom, as a person or role
    /// @param acknowledged the day on which they confirmed it
    @RecordBuilder
    public record DutyFact(
            String id, String text, String person, @Nullable LocalDate acknowledged) {}

    /// An activity that IT and the contact center divide between them.
    ///
    /// @param activity which
    /// @param owner the function or role that does it
    @RecordBuilder
    public record ActivityOwnerFact(
            DividedActivity activity, @Nullable String owner) {}

    /// A kind of change to the running system, by urgency.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param change what is changed
    /// @param urgency for which urgency it holds
    /// @param owner who may make it
    /// @param approver who approves it
    /// @param tool with which tool
    /// @param path how it reaches production
    @RecordBuilder
    public record ChangeAuthorityFact(
            String id,
            SupportChange change,
            @Nullable String urgency,
            @Nullable String owner,
            @Nullable String approver,
            @Nullable String tool,
            @Nullable String path) {}

    /// Somebody who takes part in planning.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param person as a person or role
    /// @param briefed the day on which they were told what the technology can do and what is coming
    @RecordBuilder
    public record PlannerFact(
            String id, String person, @Nullable LocalDate briefed) {}

    /// A key role of one side.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param role which
    /// @param side of which side
    /// @param person who fills it, as a person or position
    /// @param share part of their working time that they have for it, 0..1
    /// @param handover whether it changes hands
    /// @param handoverPlanned whether the change was planned
    /// @param overlapDays days in which old and new work together
    /// @param staysToEnd whether somebody stays in it from beginning to end
    @RecordBuilder
    public record KeyRoleFact(
            String id,
            KeyRole role,
            Side side,
            @Nullable String person,
            @Nullable Double share,
            @Nullable Boolean handover,
            @Nullable Boolean handoverPlanned,
            @Nullable Integer overlapDays,
            @Nullable Boolean staysToEnd) {}
}
