package org.fram.schedule.risk;

import java.util.HashSet;
import java.util.List;
import org.fram.schedule.Plan;
import org.fram.schedule.UnusablePlanException;

/// What about a plan is uncertain.
///
/// @param ranges of activities, at most one each; lengths are what is still to be done of it
/// @param groups of activities whose lengths go together, each activity in one at most
/// @param events what may happen
public record RiskModel(List<Range> ranges, List<Group> groups, List<Event> events) {

    /// How long an activity may take.
    ///
    /// @param activity position
    /// @param source in words where the range comes from; defaults are always shown as such
    /// @param byDefault whether it is a default
    public record Range(int activity, Distribution length, String source, boolean byDefault) {}

    /// Activities whose lengths go together: a normal copula of one common factor.
    ///
    /// @param activities positions
    /// @param correlation of the normal scores of any two of them, 0 to 1
    public record Group(List<Integer> activities, double correlation) {

        public Group {
            activities = List.copyOf(activities);
            if (!(correlation >= 0 && correlation <= 1)) {
                throw new UnusablePlanException("A correlation of %s; it is 0 to 1.".formatted(correlation));
            }
        }
    }

    /// Something that may happen, once.
    ///
    /// @param chance 0 to 1
    public record Event(String id, String name, double chance, List<Impact> impacts) {

        public Event {
            impacts = List.copyOf(impacts);
            if (!(chance >= 0 && chance <= 1)) {
                throw new UnusablePlanException(
                        "Risk \"%s\" has a chance of %s; it is 0 to 1.".formatted(name, chance));
            }
        }
    }

    /// What an event does to an activity that is not done.
    ///
    /// @param activity position
    /// @param delay working minutes that the activity takes longer
    public record Impact(int activity, Distribution delay) {}

    /// @throws UnusablePlanException if an activity has two ranges or is in two groups
    public RiskModel {
        ranges = List.copyOf(ranges);
        groups = List.copyOf(groups);
        events = List.copyOf(events);
        var seen = new HashSet<Integer>();
        for (var range : ranges) {
            if (!seen.add(range.activity())) {
                throw new UnusablePlanException(
                        "Activity %d has two ranges. Remove one of them.".formatted(range.activity()));
            }
        }
        var grouped = new HashSet<Integer>();
        for (var group : groups) {
            for (int activity : group.activities()) {
                if (!grouped.add(activity)) {
                    throw new UnusablePlanException(
                            "Activity %d is in two groups. Remove it from one of them.".formatted(activity));
                }
            }
        }
    }

    /// Checks that all positions are in the plan.
    RiskModel checked(Plan plan) {
        ranges.forEach(range -> check(plan, range.activity()));
        groups.forEach(group -> group.activities().forEach(activity -> check(plan, activity)));
        events.forEach(event -> event.impacts().forEach(impact -> check(plan, impact.activity())));
        return this;
    }

    private static void check(Plan plan, int activity) {
        if (activity < 0 || activity >= plan.activities().size()) {
            throw new UnusablePlanException(
                    "A risk is about activity %d, which is not in the plan.".formatted(activity));
        }
    }
}
