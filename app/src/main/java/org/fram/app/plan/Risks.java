package org.fram.app.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.fram.app.engagement.ActsOnPlan.Comes;
import org.fram.app.engagement.ActsOnPlan.MayHappen;
import org.fram.app.engagement.ActsOnPlan.Needed;
import org.fram.schedule.Activity;
import org.fram.schedule.Plan;
import org.fram.schedule.risk.DefaultRanges;
import org.fram.schedule.risk.Distribution;
import org.fram.schedule.risk.RiskModel;
import org.fram.schedule.risk.RiskModel.Event;
import org.fram.schedule.risk.RiskModel.Impact;
import org.fram.schedule.risk.RiskModel.Order;
import org.fram.schedule.risk.RiskModel.Range;

/// What about a plan is uncertain: how long people say that activities may take, and for the others what
/// activities of their kind do; what may happen to them, and when what they wait for comes.
final class Risks {

    private static final String SAID = "three points";

    /// Before the number of an order, so that it is not taken for an activity.
    private static final String ORDER = "order ";

    private static final String BOOKING = "booking ";

    private Risks() {}

    /// What acts on a plan from outside of it.
    ///
    /// @param day minutes of a working day
    /// @param today where the engagement is
    record Outside(List<MayHappen> risks, List<Comes> orders, List<Needed> people, long day, LocalDate today) {

        Outside {
            risks = List.copyOf(risks);
            orders = List.copyOf(orders);
            people = List.copyOf(people);
        }
    }

    /// @param activities of the kept plan, as many as the engine's has
    static RiskModel of(Plan plan, List<PlannedActivity> activities, Outside outside) {
        var ranges = new ArrayList<Range>();
        for (int k = 0; k < activities.size(); k++) {
            var range = activities.get(k).additions().range();
            var activity = plan.activities().get(k);
            if (range != null && activity.remaining() > 0 && range.worst() > 0) {
                // What is said is of the whole; what is simulated is what is left.
                double left = activity.begun() && activity.minutes() > 0
                        ? (double) activity.remaining() / activity.minutes()
                        : 1;
                ranges.add(new Range(
                        k,
                        new Distribution.Pert(range.best(), range.likely(), range.worst()).times(left),
                        SAID,
                        false));
            }
        }
        ranges.addAll(DefaultRanges.library().of(plan, ranges));
        return new RiskModel(
                ranges, List.of(), events(plan, activities, outside), List.of(), orders(plan, activities, outside));
    }

    private static List<Event> events(Plan plan, List<PlannedActivity> activities, Outside outside) {
        var events = new ArrayList<Event>();
        for (var risk : outside.risks()) {
            double delay = risk.days() * outside.day();
            var impacts = open(plan, activities, risk.activities()).stream()
                    .map(k -> new Impact(k, new Distribution.Uniform(delay, delay)))
                    .toList();
            if (!impacts.isEmpty()) {
                events.add(new Event(risk.ref(), risk.text(), risk.chance(), impacts));
            }
        }
        return events;
    }

    /// The same where an activity waits for somebody until a day.
    static RiskModel waiting(
            RiskModel model,
            Plan plan,
            List<PlannedActivity> activities,
            Needed booking,
            LocalDate until,
            LocalDate today) {
        var waiting = open(plan, activities, booking.activities()).stream()
                .filter(k -> !plan.activities().get(k).begun())
                .toList();
        long minutes = Math.max(0, minutes(today, until));
        var orders = new ArrayList<>(model.orders());
        orders.add(new Order(
                BOOKING + booking.ref(),
                booking.name(),
                today.atStartOfDay(),
                new Distribution.Uniform(minutes, minutes),
                waiting));
        return new RiskModel(model.ranges(), model.groups(), model.events(), model.correlations(), orders);
    }

    /// Each comes in the morning of its day, so that what waits for it begins on that day.
    private static List<Order> orders(Plan plan, List<PlannedActivity> activities, Outside outside) {
        var orders = new ArrayList<Order>();
        var from = outside.today();
        for (var order : outside.orders()) {
            var waiting = open(plan, activities, order.activities()).stream()
                    .filter(k -> !plan.activities().get(k).begun())
                    .toList();
            if (!waiting.isEmpty()) {
                orders.add(new Order(
                        ORDER + order.ref(),
                        order.text(),
                        from.atStartOfDay(),
                        leadTime(
                                minutes(from, order.soonest()),
                                minutes(from, order.likely()),
                                minutes(from, order.latest())),
                        waiting));
            }
        }
        return orders;
    }

    private static Distribution leadTime(long soonest, long likely, long latest) {
        return soonest == latest
                ? new Distribution.Uniform(likely, likely)
                : new Distribution.Triangular(soonest, likely, latest);
    }

    private static long minutes(LocalDate from, LocalDate day) {
        return ChronoUnit.DAYS.between(from, day) * 24 * 60;
    }

    /// Positions of those that are meant and not done.
    private static List<Integer> open(Plan plan, List<PlannedActivity> activities, List<String> names) {
        return IntStream.range(0, activities.size())
                .filter(k -> names.stream()
                        .anyMatch(
                                name -> name.equalsIgnoreCase(activities.get(k).code())))
                .filter(k -> plan.activities().get(k).kind() != Activity.Kind.SUMMARY
                        && !plan.activities().get(k).complete())
                .boxed()
                .toList();
    }
}
