package org.fram.schedule.health;

import java.time.LocalDateTime;
import java.util.List;
import org.fram.schedule.Costs;
import org.fram.schedule.Plan;
import org.fram.schedule.health.HealthLimits.Limit;
import org.jspecify.annotations.Nullable;

/// How healthy a plan is: each check with what was measured and what it comes to.
///
/// Source: Defense Contract Management Agency, *Earned Value Management System Program Analysis Pamphlet*,
/// DCMA-EA PAM 200.1, 2012, section 4. `docs/reference/health.md` says what each check counts, and where it
/// departs from it.
///
/// @param statusDate up to when progress is known, or null
/// @param checks numbered from 1 in this order
public record Health(@Nullable LocalDateTime statusDate, List<Check> checks) {

    /// What a check comes to.
    public enum Verdict {
        PASSED,
        FAILED,
        /// The plan does not have what the check needs.
        UNTOLD
    }

    /// A check.
    ///
    /// @param value a share or an index, as its limit says; null where it could not be told
    /// @param count what was found, such as activities without links; zero for an index of time
    /// @param of among how many
    /// @param reason of the verdict, in a sentence
    /// @param concerns the activities that it found, in the order of the plan
    public record Check(
            int number,
            Limit limit,
            @Nullable Double value,
            long count,
            long of,
            Verdict verdict,
            String reason,
            List<Concern> concerns) {

        public Check {
            concerns = List.copyOf(concerns);
        }
    }

    /// An activity that a check found.
    ///
    /// @param why in a few words
    public record Concern(String id, String name, String why) {}

    public Health {
        checks = List.copyOf(checks);
    }

    /// Checks a plan. Dates of what is not done are computed, not taken from elsewhere.
    ///
    /// @throws org.fram.schedule.UnusablePlanException if it cannot be computed
    public static Health of(Plan plan, Costs costs, HealthLimits limits) {
        return new Assessment(plan, costs, limits).health();
    }

    /// How many checks came to a verdict.
    public long count(Verdict verdict) {
        return checks.stream().filter(check -> check.verdict() == verdict).count();
    }
}
