package org.fram.schedule;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.fram.schedule.Activity.Kind;
import org.fram.schedule.Resource.Assignment;
import org.jspecify.annotations.Nullable;

/// Activities, the order that they keep, and when and by whom they can be done. All refer to each other by
/// position.
///
/// An activity works on its own calendar. Where it has none and resources with calendars are assigned, it
/// works when all of those do, or, if they never do in a week, when the one does that works least. Else it
/// works on the plan's.
///
/// @param zone in which its dates are read
/// @param start from which on what nothing else binds begins; what has begun before, what may start from an
/// earlier date on, and what follows either is not held back by it
/// @param status up to when progress is known, or null
/// @param defaultCalendar position of the plan's calendar
/// @param activities in the order of the plan
public record Plan(
        String name,
        ZoneId zone,
        LocalDateTime start,
        @Nullable Status status,
        List<WorkCalendar> calendars,
        int defaultCalendar,
        List<Activity> activities,
        List<Link> links,
        List<Resource> resources,
        List<Assignment> assignments) {

    /// In place of a position: there is none.
    public static final int NONE = -1;

    private static final int LAST_YEAR = 9999;

    /// Up to when progress is known.
    ///
    /// @param moves whether what is not done by the date is moved behind it
    public record Status(LocalDateTime date, boolean moves) {}

    /// @throws UnusablePlanException if something refers to what is not there, two activities have one id,
    /// summaries
    ///     contain each other, or a date is beyond the year 9999
    public Plan {
        calendars = List.copyOf(calendars);
        activities = List.copyOf(activities);
        links = List.copyOf(links);
        resources = List.copyOf(resources);
        assignments = List.copyOf(assignments);
        if (!within(defaultCalendar, calendars)) {
            throw new UnusablePlanException("The plan names a calendar that it does not have. Give it one.");
        }
        timely("The plan", "starts", start);
        timely("The progress of the plan", "is known up to", status == null ? null : status.date());
        checkActivities(calendars, activities);
        for (var link : links) {
            if (!within(link.before(), activities) || !within(link.after(), activities)) {
                throw new UnusablePlanException(
                        "A link leads from activity %d to activity %d, and there are only %d. Remove it."
                                .formatted(link.before(), link.after(), activities.size()));
            }
            if (link.lagCalendar() != NONE && !within(link.lagCalendar(), calendars)) {
                throw new UnusablePlanException("The lag between \"%s\" and \"%s\" has a calendar that is not there."
                        .formatted(
                                activities.get(link.before()).name(),
                                activities.get(link.after()).name()));
            }
        }
        for (var resource : resources) {
            if (resource.calendar() != NONE && !within(resource.calendar(), calendars)) {
                throw new UnusablePlanException(
                        "Resource \"%s\" has a calendar that is not there.".formatted(resource.name()));
            }
        }
        for (var assignment : assignments) {
            if (!within(assignment.activity(), activities) || !within(assignment.resource(), resources)) {
                throw new UnusablePlanException("Resource %d is assigned to activity %d; one of them is not there."
                        .formatted(assignment.resource(), assignment.activity()));
            }
        }
    }

    /// A plan of activities and links on one calendar, without resources.
    public static Plan of(
            String name,
            ZoneId zone,
            LocalDateTime start,
            WorkCalendar calendar,
            List<Activity> activities,
            List<Link> links) {
        return new Plan(name, zone, start, null, List.of(calendar), 0, activities, links, List.of(), List.of());
    }

    /// The same with progress known up to a date.
    public Plan with(Status other) {
        return new Plan(
                name, zone, start, other, calendars, defaultCalendar, activities, links, resources, assignments);
    }

    /// The same with other calendars; the first is the plan's.
    public Plan with(List<WorkCalendar> other) {
        return new Plan(name, zone, start, status, other, 0, activities, links, resources, assignments);
    }

    /// The same with other activities in their place.
    public Plan withActivities(List<Activity> other) {
        return new Plan(name, zone, start, status, calendars, defaultCalendar, other, links, resources, assignments);
    }

    /// The same with resources and what they are assigned to.
    public Plan with(List<Resource> who, List<Assignment> what) {
        return new Plan(name, zone, start, status, calendars, defaultCalendar, activities, links, who, what);
    }

    private static void checkActivities(List<WorkCalendar> calendars, List<Activity> activities) {
        var ids = new HashMap<String, Activity>();
        for (var activity : activities) {
            var other = ids.put(activity.id(), activity);
            if (other != null) {
                throw new UnusablePlanException("\"%s\" and \"%s\" both have the id %s. Give one of them another."
                        .formatted(other.name(), activity.name(), activity.id()));
            }
            if (activity.calendar() != NONE && !within(activity.calendar(), calendars)) {
                throw new UnusablePlanException(
                        "Activity \"%s\" has a calendar that is not there.".formatted(activity.name()));
            }
            if (activity.parent() != NONE
                    && (!within(activity.parent(), activities)
                            || activities.get(activity.parent()).kind() != Kind.SUMMARY)) {
                throw new UnusablePlanException(
                        "Activity \"%s\" is part of something that is no summary.".formatted(activity.name()));
            }
            timely(
                    "Activity \"%s\"".formatted(activity.name()),
                    "is bound to",
                    activity.constraint().date());
            timely("Activity \"%s\"".formatted(activity.name()), "is due by", activity.deadline());
            timely(
                    "Activity \"%s\"".formatted(activity.name()),
                    "began on",
                    activity.progress().start());
            timely(
                    "Activity \"%s\"".formatted(activity.name()),
                    "finished on",
                    activity.progress().finish());
        }
        for (var activity : activities) {
            var seen = new HashSet<Integer>();
            for (int summary = activity.parent();
                    summary != NONE;
                    summary = activities.get(summary).parent()) {
                if (!seen.add(summary)) {
                    throw new UnusablePlanException("Summary \"%s\" is part of itself."
                            .formatted(activities.get(summary).name()));
                }
            }
        }
    }

    private static boolean within(int position, List<?> list) {
        return position >= 0 && position < list.size();
    }

    private static void timely(String who, String does, @Nullable LocalDateTime date) {
        if (date != null && (date.getYear() > LAST_YEAR || date.getYear() < 1)) {
            throw new UnusablePlanException("%s %s %s. Years are 1 to %d.".formatted(who, does, date, LAST_YEAR));
        }
    }
}
