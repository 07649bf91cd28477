package org.fram.facts;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The target go-live date, what has to be done until then, and by whom.
///
/// @param target the date that somebody wants
/// @param activities what has to be done
/// @param cuts what was taken out of the plan baseline
/// @param bookings who is booked for what
/// @param functions which function has a part in the plan
/// @param health the 14 checks of DCMA
@RecordBuilder
public record PlanFacts(
        @Nullable TargetFact target,
        @Nullable List<ActivityFact> activities,
        @Nullable List<CutFact> cuts,
        @Nullable List<BookingFact> bookings,
        @Nullable List<FunctionPartFact> functions,
        @Nullable List<HealthCheckFact> health) {
    public PlanFacts {
        activities = Copies.of(activities);
        cuts = Copies.of(cuts);
        bookings = Copies.of(bookings);
        functions = Copies.of(functions);
        health = Copies.of(health);
    }

    /// The target go-live date.
    ///
    /// @param date as wanted
    /// @param probability that it is kept, 0..1, by simulation
    /// @param acceptedBy the executive who accepted that probability
    /// @param acceptedProbability the probability that was accepted, 0..1
    @RecordBuilder
    public record TargetFact(
            LocalDate date,
            @Nullable Double probability,
            @Nullable String acceptedBy,
            @Nullable Double acceptedProbability) {}

    /// Something that has to be done.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param name as the plan shows it
    /// @param area the kind of work
    /// @param party name of the party that does it
    /// @param side the side of that party
    /// @param obligations ids of the obligations that it carries out
    /// @param after ids of the activities that it waits for
    /// @param starts first day
    /// @param finishes last day
    /// @param confirmedByBuyer whether those of the customer who do the work have confirmed its duration
    /// @param confirmedByVendor whether those of the vendor who do the work have confirmed its duration
    @RecordBuilder
    public record ActivityFact(
            String id,
            String name,
            @Nullable ActivityArea area,
            @Nullable String party,
            @Nullable Side side,
            @Nullable List<String> obligations,
            @Nullable List<String> after,
            @Nullable LocalDate starts,
            @Nullable LocalDate finishes,
            @Nullable Boolean confirmedByBuyer,
            @Nullable Boolean confirmedByVendor) {
        public ActivityFact {
            obligations = Copies.of(obligations);
            after = Copies.of(after);
        }
    }

    /// Something that the plan baseline held and the plan no longer does.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param text what was cut
    /// @param area the kind of work
    @RecordBuilder
    public record CutFact(String id, String text, ActivityArea area) {}

    /// A person who is booked.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param person as a person or role
    /// @param side of which side
    /// @param begins first day
    /// @param ends last day that is confirmed
    /// @param neededUntil last day on which they are needed, slips included
    /// @param peakLoad highest part of their availability that is booked in a week; 1 is all of it
    /// @param firstWeekConfirmed whether they have confirmed the first week
    /// @param confirmed the day on which the booking was last confirmed
    /// @param released whether they are released from daily work
    /// @param backfilled whether somebody does their daily work meanwhile
    @RecordBuilder
    public record BookingFact(
            String id,
            String person,
            @Nullable Side side,
            @Nullable LocalDate begins,
            @Nullable LocalDate ends,
            @Nullable LocalDate neededUntil,
            @Nullable Double peakLoad,
            @Nullable Boolean firstWeekConfirmed,
            @Nullable LocalDate confirmed,
            @Nullable Boolean released,
            @Nullable Boolean backfilled) {}

    /// A function and its part in the plan.
    ///
    /// @param function which
    /// @param planned whether the plan has work of it
    /// @param decidedNone who decided that it needs none
    @RecordBuilder
    public record FunctionPartFact(
            BusinessFunction function,
            boolean planned,
            @Nullable String decidedNone) {}

    /// One of the checks of a schedule's health.
    ///
    /// @param id stable, unique in its list; findings and other facts quote it
    /// @param name as DCMA calls it
    /// @param value what was measured, as part of 1 or as a count
    /// @param passed whether it is within its threshold
    @RecordBuilder
    public record HealthCheckFact(
            String id, String name, @Nullable Double value, boolean passed) {}
}
