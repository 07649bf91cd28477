package org.fram.facts;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Hand-off, support, what came of it, and what it taught.
///
/// @param handOff how support takes over
/// @param transitions changes of state that both sides approve
/// @param buyerVeto whether the customer can refuse the transition to support
/// @param hypercare special support after go-live
/// @param handedOff the day of the hand-off
/// @param checkIn the day on which the project manager checked in after hand-off
/// @param care who looks after the running system
/// @param wentLive the day of the last cutover
/// @param performanceCheck the check of performance after go-live
/// @param outcomes measures of the baseline, then and now
/// @param usage how far new functions are used
/// @param lessons what it taught
@RecordBuilder
public record OperationsFacts(
        @Nullable HandOffFact handOff,
        @Nullable List<TransitionFact> transitions,
        @Nullable Boolean buyerVeto,
        @Nullable HypercareFact hypercare,
        @Nullable LocalDate handedOff,
        @Nullable LocalDate checkIn,
        @Nullable List<CareFact> care,
        @Nullable LocalDate wentLive,
        @Nullable PerformanceCheckFact performanceCheck,
        @Nullable List<OutcomeFact> outcomes,
        @Nullable List<UsageFact> usage,
        @Nullable List<LessonFact> lessons) {
    public OperationsFacts {
        transitions = Copies.of(transitions);
        care = Copies.of(care);
        outcomes = Copies.of(outcomes);
        usage = Copies.of(usage);
        lessons = Copies.of(lessons);
    }

    /// Something that the running system needs.
    public enum CareKind {
        @JsonProperty("monitoring")
        MONITORING,
        @JsonProperty("regular testing")
        REGULAR_TESTING,
        @JsonProperty("optimization")
        OPTIMIZATION
    }

    /// What a hand-off to support needs.
    ///
    /// @param meeting the day on which both teams met
    /// @param contacts whether contacts are known
    /// @param escalation whether the escalation path is known
    /// @param dispute whether the dispute path is known
    /// @param documents whether process documents were handed over
    /// @param confirmedBy who of the customer confirmed that they know whom to call for what
    @RecordBuilder
    public record HandOffFact(
            @Nullable LocalDate meeting,
            @Nullable Boolean contacts,
            @Nullable Boolean escalation,
            @Nullable Boolean dispute,
            @Nullable Boolean documents,
            @Nullable String confirmedBy) {}

    /// A change of state, such as from the project to support.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param text from what to what
    /// @param on when it was made
    /// @param approvedByBuyer who of the customer approved it
    /// @param approvedByVendor who of the vendor approved it
    /// @param imported whether it was brought in as a file or message that was made elsewhere
    @RecordBuilder
    public record TransitionFact(
            String id,
            String text,
            LocalDate on,
            @Nullable String approvedByBuyer,
            @Nullable String approvedByVendor,
            @Nullable Boolean imported) {}

    /// Special support after go-live.
    ///
    /// @param agreed whether it is agreed
    /// @param entry when it begins
    /// @param exit when it ends
    @RecordBuilder
    public record HypercareFact(
            boolean agreed,
            @Nullable String entry,
            @Nullable String exit) {}

    /// Something that the running system needs.
    ///
    /// @param care what
    /// @param owner the person, role or party that does it
    @RecordBuilder
    public record CareFact(CareKind care, @Nullable String owner) {}

    /// The check of performance after go-live.
    ///
    /// @param booked the day for which it is booked
    /// @param withImplementers whether people of the implementation take part
    @RecordBuilder
    public record PerformanceCheckFact(
            @Nullable LocalDate booked, @Nullable Boolean withImplementers) {}

    /// A measure of the baseline, then and now.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param measure as people call it
    /// @param objective id of the objective that it is linked to
    /// @param worseBy part by which it is worse than the baseline; 0.05 is five per cent, negative is better
    /// @param significant whether the difference is more than chance, with statistical confidence
    @RecordBuilder
    public record OutcomeFact(
            String id, String measure, @Nullable String objective, double worseBy, boolean significant) {}

    /// A new function and how far it is used.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param name as people call it
    /// @param planned part of its users, or uses, that the plan foresees, 0..1
    /// @param actual part that is measured, 0..1; absent where nobody measures it
    @RecordBuilder
    public record UsageFact(
            String id,
            String name,
            @Nullable Double planned,
            @Nullable Double actual) {}

    /// What this engagement teaches the next.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param text what
    /// @param cause why it came to that
    @RecordBuilder
    public record LessonFact(
            String id, String text, @Nullable String cause) {}
}
