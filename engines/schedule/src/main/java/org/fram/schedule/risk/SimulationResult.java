package org.fram.schedule.risk;

import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How certain the dates of a plan are.
///
/// @param finishes of all samples
/// @param planned the finish without any risk, by the critical path
/// @param converged whether it stopped because P80 was known well enough
/// @param activities what is known of each activity, as many as the plan has; none where details were not
/// asked for
/// @param drivers what moves the finish, the strongest first; none where details were not asked for
/// @param costs what it costs, or null where nothing costs anything
/// @param notices what of the model had to be taken otherwise, a sentence each
public record SimulationResult(
        Finishes finishes,
        ZonedDateTime planned,
        boolean converged,
        List<ActivityRisk> activities,
        List<Driver> drivers,
        @Nullable CostRisk costs,
        List<String> notices) {

    public SimulationResult {
        activities = List.copyOf(activities);
        drivers = List.copyOf(drivers);
        notices = List.copyOf(notices);
    }

    /// What is known of an activity.
    ///
    /// @param criticality share of samples in which a delay of it delays the plan, 0 to 1
    /// @param correlation rank correlation of its length and the finish of the plan, -1 to 1
    public record ActivityRisk(String id, String name, double criticality, double correlation) {

        /// Criticality times the size of the correlation: it is often critical, *and* its length matters.
        ///
        /// Source: T. M. Williams, *Criticality in stochastic networks*, 1992.
        public double cruciality() {
            return criticality * Math.abs(correlation);
        }
    }

    /// Something that moves the finish.
    ///
    /// @param kind `activity` or `risk`
    /// @param correlation of the length of an activity and the finish; zero for a risk
    /// @param gainMinutes by how many minutes of the clock the P80 date is earlier without it: the activity
    /// at its mean,
    ///     the risk gone
    public record Driver(String kind, String id, String name, double correlation, long gainMinutes) {}
}
