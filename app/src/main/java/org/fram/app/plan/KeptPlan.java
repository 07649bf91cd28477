package org.fram.app.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PersonId;
import org.fram.schedule.Activity;
import org.fram.schedule.Costs;
import org.fram.schedule.Link;
import org.fram.schedule.Plan;
import org.fram.schedule.Resource.Assignment;
import org.jspecify.annotations.Nullable;

/// The plan of an engagement as it is kept.
///
/// @param activities in the order of the work breakdown: each summary before its parts
public record KeptPlan(
        EngagementId engagement,
        String name,
        Basis basis,
        Standing standing,
        List<PlannedActivity> activities,
        List<PlannedLink> links) {

    /// How it stands.
    ///
    /// @param revision counts the changes of dates
    /// @param goLive the activity with whose end the engagement goes live; null for the end of the plan
    /// @param baselineSet when what was agreed was kept, or null
    public record Standing(
            long revision,
            Instant changed,
            PersonId changedBy,
            @Nullable UUID goLive,
            @Nullable Instant baselineSet) {}

    public KeptPlan {
        activities = inOrder(activities);
        links = List.copyOf(links);
    }

    /// The engine's plan, its activities in the same order.
    ///
    /// @throws org.fram.schedule.UnusablePlanException where no plan can be made of it
    public Plan plan() {
        var position = positions();
        var made = new ArrayList<Activity>();
        for (var one : activities) {
            var core = one.core();
            made.add(new Activity(
                    one.code(),
                    core.name(),
                    position(position, one.parent()),
                    core.kind(),
                    core.minutes(),
                    basis.position(core.calendar()),
                    core.constraint(),
                    core.deadline(),
                    core.progress(),
                    one.baseline(),
                    core.priority()));
        }
        var waits = links.stream()
                .filter(link -> position.containsKey(link.before()) && position.containsKey(link.after()))
                .map(link -> new Link(
                        position(position, link.before()),
                        position(position, link.after()),
                        link.type(),
                        link.lag(),
                        basis.position(link.lagCalendar())))
                .toList();
        var assigned = basis.bookings().stream()
                .filter(booking -> position.containsKey(booking.activity()))
                .map(booking ->
                        new Assignment(position(position, booking.activity()), booking.resource(), booking.units()))
                .toList();
        return new Plan(
                name,
                basis.zone(),
                basis.start(),
                basis.status(),
                basis.calendars(),
                basis.defaultCalendar(),
                made,
                waits,
                basis.resources(),
                assigned);
    }

    /// What it costs, by the positions of [#plan()].
    public Costs costs() {
        var position = positions();
        return new Costs(
                basis.currency(),
                basis.dailyCost(),
                basis.costs().stream()
                        .filter(cost -> position.containsKey(cost.activity()))
                        .map(cost ->
                                new Costs.OfActivity(position(position, cost.activity()), cost.fixed(), cost.perDay()))
                        .toList(),
                basis.rates());
    }

    /// Where each activity stands.
    public Map<UUID, Integer> positions() {
        var position = new HashMap<UUID, Integer>();
        for (int k = 0; k < activities.size(); k++) {
            position.put(activities.get(k).id(), k);
        }
        return position;
    }

    /// The activity with this id.
    public Optional<PlannedActivity> find(UUID id) {
        return activities.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /// The activity with this code.
    public Optional<PlannedActivity> find(String code) {
        return activities.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /// What an activity waits for.
    public List<PlannedLink> before(UUID activity) {
        return links.stream().filter(link -> link.after().equals(activity)).toList();
    }

    /// The same with an activity in its place, or added, and with what it waits for.
    KeptPlan with(PlannedActivity changed, List<PlannedLink> before) {
        var others = new ArrayList<>(activities);
        others.removeIf(one -> one.id().equals(changed.id()));
        others.add(changed);
        var waits = new ArrayList<>(links);
        waits.removeIf(link -> link.after().equals(changed.id()));
        waits.addAll(before);
        return new KeptPlan(engagement, name, basis, standing, others, waits);
    }

    /// The same without an activity; what waited for it waits for what it waited for.
    KeptPlan without(UUID removed) {
        var others = new ArrayList<>(activities);
        others.removeIf(one -> one.id().equals(removed));
        var waits = new ArrayList<PlannedLink>();
        var into = before(removed);
        for (var link : links) {
            if (link.before().equals(removed)) {
                for (var earlier : into) {
                    waits.add(new PlannedLink(
                            earlier.before(), link.after(), Link.Type.FINISH_START, 0, link.lagCalendar()));
                }
            } else if (!link.after().equals(removed)) {
                waits.add(link);
            }
        }
        return new KeptPlan(
                engagement,
                name,
                basis,
                standing,
                others,
                waits.stream().distinct().toList());
    }

    /// The same on another basis.
    KeptPlan with(Basis other) {
        return new KeptPlan(engagement, name, other, standing, activities, links);
    }

    private static int position(Map<UUID, Integer> positions, @Nullable UUID id) {
        return id == null ? Plan.NONE : positions.getOrDefault(id, Plan.NONE);
    }

    /// Each summary before its parts, those of one summary by position.
    private static List<PlannedActivity> inOrder(List<PlannedActivity> activities) {
        var known = new HashMap<UUID, PlannedActivity>();
        activities.forEach(one -> known.put(one.id(), one));
        var parts = new HashMap<@Nullable UUID, List<PlannedActivity>>();
        for (var one : activities) {
            var parent = one.parent() != null && known.containsKey(one.parent()) ? one.parent() : null;
            parts.computeIfAbsent(parent, _ -> new ArrayList<>()).add(one);
        }
        parts.values().forEach(some -> some.sort(Comparator.comparingInt(PlannedActivity::position)));
        var ordered = new ArrayList<PlannedActivity>();
        walk(null, parts, ordered);
        return List.copyOf(ordered);
    }

    private static void walk(
            @Nullable UUID parent, Map<@Nullable UUID, List<PlannedActivity>> parts, List<PlannedActivity> ordered) {
        for (var one : parts.getOrDefault(parent, List.of())) {
            ordered.add(one);
            walk(one.id(), parts, ordered);
        }
    }
}
