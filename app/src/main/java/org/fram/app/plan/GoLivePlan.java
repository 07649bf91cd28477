package org.fram.app.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fram.schedule.Activity;
import org.fram.schedule.Activity.Kind;
import org.fram.schedule.Link;
import org.fram.schedule.Plan;
import org.fram.schedule.Resource.Assignment;

/// The part of a plan that going live waits for: what comes after it, or beside it, does not move its
/// date.
///
/// @param plan the engine's plan of that part
/// @param activities those of the kept plan, as many as the part has, in its order
public record GoLivePlan(Plan plan, List<PlannedActivity> activities) {

    public GoLivePlan {
        activities = List.copyOf(activities);
    }

    /// The part up to the activity with which the engagement goes live; the whole where none is named.
    public static GoLivePlan of(KeptPlan kept) {
        var whole = kept.plan();
        Integer last = kept.standing().goLive() == null
                ? null
                : kept.positions().get(kept.standing().goLive());
        return last == null
                ? new GoLivePlan(whole, kept.activities())
                : new Selection(whole, last).cut(kept.activities());
    }

    /// Where each activity stands in the part.
    public Map<UUID, Integer> positions() {
        var positions = new HashMap<UUID, Integer>();
        for (int k = 0; k < activities.size(); k++) {
            positions.put(activities.get(k).id(), k);
        }
        return positions;
    }

    /// What is in the part.
    private static final class Selection {

        private final Plan whole;
        private final int last;
        private final boolean[] within;
        /// A summary that is there only around some of its parts.
        private final boolean[] around;

        Selection(Plan whole, int last) {
            this.whole = whole;
            this.last = last;
            within = new boolean[whole.activities().size()];
            around = new boolean[within.length];
            select();
        }

        private void select() {
            var open = new ArrayDeque<Integer>();
            open.add(last);
            while (!open.isEmpty()) {
                int next = open.poll();
                if (!within[next]) {
                    within[next] = true;
                    waitedFor(next, open);
                    for (int k = 0; k < within.length; k++) {
                        if (whole.activities().get(k).parent() == next) {
                            open.add(k);
                        }
                    }
                    for (int up = whole.activities().get(next).parent();
                            up != Plan.NONE;
                            up = whole.activities().get(up).parent()) {
                        if (!within[up] && !around[up]) {
                            around[up] = true;
                            waitedFor(up, open);
                        }
                    }
                }
            }
        }

        private void waitedFor(int activity, ArrayDeque<Integer> open) {
            for (var link : whole.links()) {
                if (link.after() == activity && (!around[activity] || toStart(link))) {
                    open.add(link.before());
                }
            }
        }

        GoLivePlan cut(List<PlannedActivity> activities) {
            var place = new int[within.length];
            var kept = new ArrayList<PlannedActivity>();
            for (int k = 0; k < within.length; k++) {
                place[k] = within[k] || around[k] ? kept.size() : Plan.NONE;
                if (place[k] != Plan.NONE) {
                    kept.add(activities.get(k));
                }
            }
            var links = new ArrayList<Link>();
            for (var link : whole.links()) {
                boolean binds = within[link.after()] || around[link.after()] && toStart(link);
                if (within[link.before()] && binds) {
                    links.add(new Link(
                            place[link.before()], place[link.after()], link.type(), link.lag(), link.lagCalendar()));
                }
            }
            var made = new ArrayList<Activity>();
            for (int k = 0; k < within.length; k++) {
                if (place[k] != Plan.NONE) {
                    made.add(part(k, place, links));
                }
            }
            var assigned = whole.assignments().stream()
                    .filter(one -> place[one.activity()] != Plan.NONE)
                    .map(one -> new Assignment(place[one.activity()], one.resource(), one.units()))
                    .toList();
            return new GoLivePlan(
                    new Plan(
                            whole.name(),
                            whole.zone(),
                            whole.start(),
                            whole.status(),
                            whole.calendars(),
                            whole.defaultCalendar(),
                            made,
                            links,
                            whole.resources(),
                            assigned),
                    kept);
        }

        /// An activity of which only the start is waited for takes no time here.
        private Activity part(int k, int[] place, List<Link> links) {
            var activity = whole.activities().get(k);
            int parent = activity.parent() == Plan.NONE ? Plan.NONE : place[activity.parent()];
            boolean startOnly = k != last
                    && activity.kind() == Kind.TASK
                    && !activity.complete()
                    && links.stream().anyMatch(link -> link.before() == place[k])
                    && links.stream()
                            .filter(link -> link.before() == place[k])
                            .allMatch(link ->
                                    link.type() == Link.Type.START_START || link.type() == Link.Type.START_FINISH);
            return new Activity(
                    activity.id(),
                    activity.name(),
                    parent,
                    startOnly ? Kind.MILESTONE : activity.kind(),
                    startOnly ? 0 : activity.minutes(),
                    activity.calendar(),
                    activity.constraint(),
                    activity.deadline(),
                    startOnly && activity.begun()
                            ? new Activity.Progress(
                                    activity.progress().start(),
                                    activity.progress().start(),
                                    0)
                            : activity.progress(),
                    activity.baseline(),
                    activity.priority());
        }

        private static boolean toStart(Link link) {
            return link.type() == Link.Type.FINISH_START || link.type() == Link.Type.START_START;
        }
    }
}
