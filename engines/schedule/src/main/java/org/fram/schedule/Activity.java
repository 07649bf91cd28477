package org.fram.schedule;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// A piece of work, a milestone, or a summary of others.
///
/// @param id by which files and commands name it; unique in the plan
/// @param name as the plan shows it, and as errors name it
/// @param parent position of its summary, or [Plan#NONE]
/// @param minutes its length in working minutes of its calendar, as planned; of no effect on a summary with
/// parts
/// @param calendar position of a calendar of its own, or [Plan#NONE]
/// @param deadline by when it should be done; missing it shows as negative float
/// @param priority 0 to 1000: of those that wait for the same resource, the higher goes first
public record Activity(
        String id,
        String name,
        int parent,
        Kind kind,
        long minutes,
        int calendar,
        Constraint constraint,
        @Nullable LocalDateTime deadline,
        Progress progress,
        @Nullable Baseline baseline,
        int priority) {

    /// The priority of most.
    public static final int USUAL_PRIORITY = 500;

    /// What an activity is.
    public enum Kind {
        TASK,
        MILESTONE,
        SUMMARY
    }

    /// How far it is. Without a start nothing is known to have happened.
    ///
    /// @param remaining working minutes that are left of an activity in progress
    public record Progress(
            @Nullable LocalDateTime start, @Nullable LocalDateTime finish, long remaining) {

        /// Not begun.
        public static final Progress NONE = new Progress(null, null, 0);

        public Progress {
            if (finish != null && (start == null || finish.isBefore(start))) {
                throw new UnusablePlanException("Something finished on %s that began on %s. Correct one of the two."
                        .formatted(finish, start == null ? "no day" : start.toString()));
            }
            if (remaining < 0) {
                throw new UnusablePlanException("%d minutes remain; that is zero or more.".formatted(remaining));
            }
        }
    }

    /// What was agreed before work began.
    public record Baseline(
            @Nullable LocalDateTime start, @Nullable LocalDateTime finish, long minutes) {}

    /// @throws UnusablePlanException if its length is negative
    public Activity {
        if (minutes < 0) {
            throw new UnusablePlanException(
                    "Activity \"%s\" (%s) lasts %d minutes. A length is zero or more.".formatted(name, id, minutes));
        }
        if (kind == Kind.MILESTONE && minutes != 0) {
            throw new UnusablePlanException(
                    "Milestone \"%s\" (%s) lasts %d minutes. A milestone has no length.".formatted(name, id, minutes));
        }
        if (priority < 0 || priority > 1000) {
            throw new UnusablePlanException(
                    "Activity \"%s\" (%s) has the priority %d. A priority is 0 to 1000.".formatted(name, id, priority));
        }
    }

    /// An activity of the usual priority.
    public Activity(
            String id,
            String name,
            int parent,
            Kind kind,
            long minutes,
            int calendar,
            Constraint constraint,
            @Nullable LocalDateTime deadline,
            Progress progress,
            @Nullable Baseline baseline) {
        this(id, name, parent, kind, minutes, calendar, constraint, deadline, progress, baseline, USUAL_PRIORITY);
    }

    /// A task of that many minutes, or a milestone where there are none.
    public static Activity of(String id, String name, long minutes) {
        return new Activity(
                id,
                name,
                Plan.NONE,
                minutes == 0 ? Kind.MILESTONE : Kind.TASK,
                minutes,
                Plan.NONE,
                Constraint.NONE,
                null,
                Progress.NONE,
                null);
    }

    /// The same under a constraint.
    public Activity with(Constraint other) {
        return new Activity(id, name, parent, kind, minutes, calendar, other, deadline, progress, baseline, priority);
    }

    /// The same with other progress.
    public Activity with(Progress other) {
        return new Activity(id, name, parent, kind, minutes, calendar, constraint, deadline, other, baseline, priority);
    }

    /// The same with a baseline.
    public Activity with(Baseline other) {
        return new Activity(id, name, parent, kind, minutes, calendar, constraint, deadline, progress, other, priority);
    }

    /// The same with a deadline.
    public Activity dueBy(LocalDateTime date) {
        return new Activity(id, name, parent, kind, minutes, calendar, constraint, date, progress, baseline, priority);
    }

    /// The same on a calendar of its own.
    public Activity on(int position) {
        return new Activity(
                id, name, parent, kind, minutes, position, constraint, deadline, progress, baseline, priority);
    }

    /// The same as a part of a summary.
    public Activity within(int summary) {
        return new Activity(
                id, name, summary, kind, minutes, calendar, constraint, deadline, progress, baseline, priority);
    }

    /// The same as a summary.
    public Activity asSummary() {
        return new Activity(
                id, name, parent, Kind.SUMMARY, minutes, calendar, constraint, deadline, progress, baseline, priority);
    }

    /// The same with another priority.
    public Activity prior(int other) {
        return new Activity(id, name, parent, kind, minutes, calendar, constraint, deadline, progress, baseline, other);
    }

    /// Whether it is done.
    public boolean complete() {
        return progress.finish() != null;
    }

    /// Whether it has begun, and may be done.
    public boolean begun() {
        return progress.start() != null;
    }

    /// Working minutes that are still to be done.
    public long remaining() {
        return complete() ? 0 : begun() ? progress.remaining() : minutes;
    }
}
