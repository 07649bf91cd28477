package org.fram.app.plan;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.fram.app.platform.access.PartyId;
import org.fram.schedule.Activity;
import org.fram.schedule.Activity.Baseline;
import org.fram.schedule.Activity.Kind;
import org.fram.schedule.Activity.Progress;
import org.fram.schedule.Constraint;
import org.jspecify.annotations.Nullable;

/// An activity of a kept plan.
///
/// @param id stays the same whatever files call it
/// @param code by which files and people name it; unique in its plan
/// @param position among all, which orders those of one summary
/// @param parent its summary, or null
/// @param baseline what was agreed before work began, or null
/// @param version how often it was stored; guards against two people saving at once
public record PlannedActivity(
        UUID id,
        String code,
        int position,
        @Nullable UUID parent,
        Core core,
        Additions additions,
        @Nullable Baseline baseline,
        int version) {

    /// Its page, below the address of the engagement.
    public String path() {
        return path(id);
    }

    static String path(UUID id) {
        return "plan/activities/" + id;
    }

    /// What files say of an activity, and people change.
    ///
    /// @param calendar the name of one of its own, or null
    public record Core(
            String name,
            Kind kind,
            long minutes,
            @Nullable String calendar,
            Constraint constraint,
            @Nullable LocalDateTime deadline,
            Progress progress,
            int priority) {

        /// That of an activity of the engine.
        ///
        /// @param calendar the name of its calendar, or null
        static Core of(Activity activity, @Nullable String calendar) {
            return new Core(
                    activity.name(),
                    activity.kind(),
                    activity.minutes(),
                    calendar,
                    activity.constraint(),
                    activity.deadline(),
                    activity.progress(),
                    activity.priority());
        }

        /// The same under another constraint.
        Core with(Constraint other) {
            return new Core(name, kind, minutes, calendar, other, deadline, progress, priority);
        }

        /// Whether it is done.
        public boolean complete() {
            return progress.finish() != null;
        }
    }

    /// What only people say of it; no file changes that.
    ///
    /// @param party that does it, or null
    /// @param obligations numbers of those that it carries out
    /// @param range how long it may take, or null where nobody has said
    public record Additions(
            @Nullable PartyId party,
            @Nullable Area area,
            List<String> obligations,
            @Nullable Range range) {

        static final Additions NONE = new Additions(null, null, List.of(), null);

        public Additions {
            obligations = List.copyOf(obligations);
        }
    }

    /// How long something may take as a whole, in working minutes.
    public record Range(long best, long likely, long worst) {}

    /// The same with another core.
    PlannedActivity with(Core other) {
        return new PlannedActivity(id, code, position, parent, other, additions, baseline, version);
    }

    /// The same with another baseline.
    PlannedActivity with(@Nullable Baseline other) {
        return new PlannedActivity(id, code, position, parent, core, additions, other, version);
    }

    /// The same as stored once more.
    PlannedActivity stored() {
        return new PlannedActivity(id, code, position, parent, core, additions, baseline, version + 1);
    }

    /// Whether it is work or a milestone, and no summary of others.
    public boolean isWork() {
        return core.kind() != Kind.SUMMARY;
    }
}
