package org.fram.schedule.risk;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.fram.schedule.Activity;
import org.fram.schedule.Constraint;
import org.fram.schedule.Link;
import org.fram.schedule.Plan;
import org.fram.schedule.WorkCalendar;
import org.fram.schedule.risk.RiskModel.Order;
import org.fram.schedule.risk.RiskModel.Range;

/// A plan with what is ordered as activities of its own, behind all others: a delivery passes day and night, and
/// activities wait for it.
///
/// Of an order from before the plan or its status date, what is left of its lead time is taken, given that it has not
/// come yet.
record Deliveries(Plan plan, RiskModel model) {

    static Deliveries of(Plan plan, RiskModel model) {
        if (model.orders().isEmpty()) {
            return new Deliveries(plan, model);
        }
        var calendars = new ArrayList<>(plan.calendars());
        calendars.add(WorkCalendar.ALWAYS);
        var activities = new ArrayList<>(plan.activities());
        var links = new ArrayList<>(plan.links());
        var ranges = new ArrayList<>(model.ranges());
        var ids = new HashSet<String>();
        plan.activities().forEach(activity -> ids.add(activity.id()));
        for (var order : model.orders()) {
            int at = activities.size();
            var now = now(plan);
            double passed = order.ordered().isBefore(now)
                    ? Duration.between(order.ordered(), now).toMinutes()
                    : 0;
            Distribution left = passed == 0 ? order.leadTime() : new Distribution.Left(order.leadTime(), passed);
            long median = Math.max(1, Math.round(left.quantile(0.5)));
            var activity = new Activity(
                    unused(order, ids),
                    order.name(),
                    Plan.NONE,
                    Activity.Kind.TASK,
                    median,
                    calendars.size() - 1,
                    new Constraint(Constraint.Kind.START_NO_EARLIER, passed == 0 ? order.ordered() : now),
                    null,
                    Activity.Progress.NONE,
                    null);
            activities.add(activity);
            ranges.add(new Range(at, left, "lead time", false));
            order.activities().forEach(waiting -> links.add(Link.of(at, waiting)));
        }
        var laid = new Plan(
                plan.name(),
                plan.zone(),
                plan.start(),
                plan.status(),
                calendars,
                plan.defaultCalendar(),
                activities,
                links,
                plan.resources(),
                plan.assignments());
        return new Deliveries(
                laid, new RiskModel(ranges, model.groups(), model.events(), model.correlations(), List.of()));
    }

    private static String unused(Order order, HashSet<String> ids) {
        var id = order.id();
        while (!ids.add(id)) {
            id += "'";
        }
        return id;
    }

    private static LocalDateTime now(Plan plan) {
        var status = plan.status();
        return status != null && status.date().isAfter(plan.start()) ? status.date() : plan.start();
    }
}
