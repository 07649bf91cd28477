package org.fram.schedule.risk;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fram.schedule.Plan;
import org.fram.schedule.UnusablePlanException;
import org.jspecify.annotations.Nullable;

/// What about a plan is uncertain.
///
/// @param ranges of activities, at most one each; lengths are what is still to be done of it
/// @param groups of activities whose lengths go together, each activity in one at most
/// @param events what may happen
/// @param correlations of the lengths of two activities, at most one for two; where an activity of a group has one, the
/// group is taken as correlations of all its members
/// @param orders what is ordered, and comes when it comes
public record RiskModel(
        List<Range> ranges,
        List<Group> groups,
        List<Event> events,
        List<Correlation> correlations,
        List<Order> orders) {

    /// Without correlations of two, and without orders.
    public RiskModel(List<Range> ranges, List<Group> groups, List<Event> events) {
        this(ranges, groups, events, List.of(), List.of());
    }

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

    /// How the lengths of two activities go together.
    ///
    /// @param one position
    /// @param other position
    /// @param coefficient of their normal scores, -1 to 1
    public record Correlation(int one, int other, double coefficient) {

        public Correlation {
            if (!(coefficient >= -1 && coefficient <= 1)) {
                throw new UnusablePlanException("A correlation of %s; it is -1 to 1.".formatted(coefficient));
            }
            if (one == other) {
                throw new UnusablePlanException("Activity %d is correlated with itself.".formatted(one));
            }
        }
    }

    /// Something that is ordered from a supplier.
    ///
    /// @param id under which results name it; not that of an activity
    /// @param ordered when it was ordered, or is to be
    /// @param leadTime minutes that pass, day and night, until it comes
    /// @param activities positions of those that wait for it
    public record Order(
            String id, String name, LocalDateTime ordered, Distribution leadTime, List<Integer> activities) {

        public Order {
            activities = List.copyOf(activities);
        }
    }

    /// Something that may happen, once.
    ///
    /// @param chance 0 to 1
    /// @param cost what it costs when it happens, zero or more
    public record Event(String id, String name, double chance, List<Impact> impacts, double cost) {

        /// One that costs nothing but time.
        public Event(String id, String name, double chance, List<Impact> impacts) {
            this(id, name, chance, impacts, 0);
        }

        public Event {
            impacts = List.copyOf(impacts);
            if (!(chance >= 0 && chance <= 1)) {
                throw new UnusablePlanException(
                        "Risk \"%s\" has a chance of %s; it is 0 to 1.".formatted(name, chance));
            }
            if (!(cost >= 0 && cost < Double.POSITIVE_INFINITY)) {
                throw new UnusablePlanException("Risk \"%s\" costs %s; it is zero or more.".formatted(name, cost));
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
        correlations = List.copyOf(correlations);
        orders = List.copyOf(orders);
        var paired = new HashSet<Set<Integer>>();
        for (var correlation : correlations) {
            if (!paired.add(Set.of(correlation.one(), correlation.other()))) {
                throw new UnusablePlanException("Activities %d and %d have two correlations. Remove one of them."
                        .formatted(correlation.one(), correlation.other()));
            }
        }
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

    /// The same with other ranges.
    public RiskModel withRanges(List<Range> other) {
        return new RiskModel(other, groups, events, correlations, orders);
    }

    /// The same with other events.
    public RiskModel withEvents(List<Event> other) {
        return new RiskModel(ranges, groups, other, correlations, orders);
    }

    /// The same with other correlations of two.
    public RiskModel withCorrelations(List<Correlation> other) {
        return new RiskModel(ranges, groups, events, other, orders);
    }

    /// The range of each activity of a result: of those of the plan, and of the orders behind them; null where there is
    /// none.
    ///
    /// @param activities how many the plan has
    public List<@Nullable Range> ofResult(int activities) {
        var all = new ArrayList<@Nullable Range>();
        for (int k = 0; k < activities; k++) {
            all.add(null);
        }
        ranges.forEach(range -> all.set(range.activity(), range));
        for (var order : orders) {
            all.add(new Range(all.size(), order.leadTime(), "lead time", false));
        }
        return all;
    }

    /// Checks that all positions are in the plan.
    RiskModel checked(Plan plan) {
        ranges.forEach(range -> check(plan, range.activity()));
        groups.forEach(group -> group.activities().forEach(activity -> check(plan, activity)));
        events.forEach(event -> event.impacts().forEach(impact -> check(plan, impact.activity())));
        correlations.forEach(correlation -> {
            check(plan, correlation.one());
            check(plan, correlation.other());
        });
        orders.forEach(order -> order.activities().forEach(activity -> check(plan, activity)));
        return this;
    }

    private static void check(Plan plan, int activity) {
        if (activity < 0 || activity >= plan.activities().size()) {
            throw new UnusablePlanException(
                    "A risk is about activity %d, which is not in the plan.".formatted(activity));
        }
    }
}
