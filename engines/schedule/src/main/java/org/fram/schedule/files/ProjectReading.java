package org.fram.schedule.files;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.fram.schedule.Activity;
import org.fram.schedule.Activity.Baseline;
import org.fram.schedule.Activity.Kind;
import org.fram.schedule.Activity.Progress;
import org.fram.schedule.Constraint;
import org.fram.schedule.Link;
import org.fram.schedule.Plan;
import org.fram.schedule.Resource;
import org.fram.schedule.Resource.Assignment;
import org.fram.schedule.UnusablePlanException;
import org.fram.schedule.files.ReadPlan.Peculiarity;
import org.fram.schedule.files.ReadPlan.Stored;
import org.jspecify.annotations.Nullable;
import org.mpxj.ActivityType;
import org.mpxj.Duration;
import org.mpxj.ProjectCalendar;
import org.mpxj.ProjectFile;
import org.mpxj.Relation;
import org.mpxj.RelationshipLagCalendar;
import org.mpxj.ResourceAssignment;
import org.mpxj.ResourceType;
import org.mpxj.Task;
import org.mpxj.TaskMode;
import org.mpxj.TimeUnit;

/// One file's project, as MPXJ gives it, on its way to a plan.
final class ProjectReading {

    private final ProjectFile project;
    private final String name;
    private final PlanFormat format;
    private final ZoneId zone;
    private final List<String> notes;
    private final boolean primavera;
    private final List<Task> tasks = new ArrayList<>();
    private final Map<Integer, Integer> position = new HashMap<>();
    private final ReadCalendars calendars;

    ProjectReading(ProjectFile project, String name, PlanFormat format, ZoneId zone, List<String> notes) {
        this.project = project;
        this.name = name;
        this.format = format;
        this.zone = zone;
        this.notes = notes;
        this.primavera = format == PlanFormat.XER || format == PlanFormat.PMXML;
        this.calendars = new ReadCalendars(project, start(project, name), notes);
    }

    ReadPlan read() {
        collect();
        int defaultCalendar = calendars.plan();
        var resources = resources();
        var assignments = assignments(resources);
        var assigned = assignments.stream().map(Assignment::activity).collect(Collectors.toSet());
        var ids = ids();
        var activities = new ArrayList<Activity>();
        for (int k = 0; k < tasks.size(); k++) {
            activities.add(activity(ids.get(k), tasks.get(k), assigned.contains(k)));
        }
        var properties = project.getProjectProperties();
        var status = properties.getStatusDate();
        var title = properties.getProjectTitle() != null ? properties.getProjectTitle() : properties.getName();
        var links = links(defaultCalendar);
        var plan = new Plan(
                title == null || title.isBlank() ? name : title,
                zone,
                start(project, name),
                status == null ? null : new Plan.Status(status, primavera),
                calendars.read(),
                defaultCalendar,
                activities,
                links,
                resources.values().stream().map(Placed::resource).toList(),
                assignments);
        return new ReadPlan(
                plan,
                format.words(),
                tasks.stream()
                        .map(task ->
                                new Stored(task.getStart(), task.getFinish(), task.getCritical(), peculiarities(task)))
                        .toList(),
                new ReadCosts(project).read(tasks, positions(resources)),
                notes);
    }

    private Set<Peculiarity> peculiarities(Task task) {
        var found = EnumSet.noneOf(Peculiarity.class);
        var levelled = task.getLevelingDelay();
        if (task.getTaskMode() == TaskMode.MANUALLY_SCHEDULED) {
            found.add(Peculiarity.MANUAL);
        }
        if (task.getSplits() != null && task.getSplits().size() > 1) {
            found.add(Peculiarity.INTERRUPTED);
        }
        if (levelled != null && levelled.getDuration() > 0) {
            found.add(Peculiarity.LEVELLED);
        }
        if (task.getPredecessors().stream()
                .map(Relation::getPredecessorTask)
                .anyMatch(before -> before == null || before.getExternalTask())) {
            found.add(Peculiarity.EXTERNAL_LINK);
        }
        if (task.getExpectedFinish() != null) {
            found.add(Peculiarity.EXPECTED_FINISH);
        }
        if (calendarsOf(task).size() > 1) {
            found.add(Peculiarity.SEVERAL_CALENDARS);
        }
        if (task.getResourceAssignments().stream().anyMatch(this::beginsOutside)) {
            found.add(Peculiarity.OUTSIDE_CALENDAR);
        }
        return found;
    }

    private boolean beginsOutside(ResourceAssignment assignment) {
        var resource = assignment.getResource();
        var start = assignment.getStart();
        if (resource == null || resource.getCalendar() == null || start == null) {
            return false;
        }
        int at = calendars.ofResource(resource.getCalendar());
        int minute = start.toLocalTime().toSecondOfDay() / 60;
        return at != Plan.NONE
                && calendars.read().get(at).on(start.toLocalDate()).stream()
                        .noneMatch(shift -> shift.from() <= minute && minute < shift.to());
    }

    /// The calendars on which those who are assigned work, one of each kind of week and exceptions.
    private List<Integer> calendarsOf(Task task) {
        var different = new LinkedHashMap<List<Object>, Integer>();
        for (var assignment : task.getResourceAssignments()) {
            var resource = assignment.getResource();
            if (resource != null && resource.getType() == ResourceType.WORK && resource.getCalendar() != null) {
                int at = calendars.ofResource(resource.getCalendar());
                if (at != Plan.NONE) {
                    var calendar = calendars.read().get(at);
                    different.putIfAbsent(List.of(calendar.week(), calendar.exceptions()), at);
                }
            }
        }
        return List.copyOf(different.values());
    }

    private static LocalDateTime start(ProjectFile project, String name) {
        var properties = project.getProjectProperties();
        var dates = new ArrayList<@Nullable LocalDateTime>();
        dates.add(properties.getStartDate());
        dates.add(properties.getPlannedStart());
        var first = project.getTasks().stream()
                .map(Task::getStart)
                .filter(Objects::nonNull)
                .min(LocalDateTime::compareTo)
                .orElse(null);
        dates.add(first);
        dates.add(properties.getStatusDate());
        for (var date : dates) {
            if (date != null) {
                if (date.getYear() < 1 || date.getYear() > 9999) {
                    throw new UnusablePlanException(
                            "%s says that the plan starts on %s. Years are 1 to 9999.".formatted(name, date));
                }
                return date;
            }
        }
        throw new UnusablePlanException("%s does not say when the plan starts. Give it a start date.".formatted(name));
    }

    private void collect() {
        int spans = 0;
        int inactive = 0;
        for (var task : project.getTasks()) {
            var type = task.getActivityType();
            if (task.getNull() || task.getUniqueID() == null) {
                continue;
            }
            if (!task.getActive()) {
                inactive++;
            } else if (type == ActivityType.LEVEL_OF_EFFORT || type == ActivityType.HAMMOCK) {
                spans++;
            } else {
                position.put(task.getUniqueID(), tasks.size());
                tasks.add(task);
            }
        }
        note(inactive, "inactive activities are left out.");
        note(spans, "activities that only span others (level of effort, hammocks) are left out.");
        note(
                (int) tasks.stream()
                        .filter(task ->
                                task.getSplits() != null && task.getSplits().size() > 1)
                        .count(),
                "activities with interruptions are planned without them.");
        note(
                (int) tasks.stream()
                        .filter(task -> task.getSecondaryConstraintType() != null)
                        .count(),
                "second constraints of activities are not looked at.");
    }

    private void note(int count, String what) {
        if (count > 0) {
            notes.add(count + " " + what);
        }
    }

    /// The ids of the planning program where all have one and they differ, otherwise the file's own numbers.
    private List<String> ids() {
        var ids = tasks.stream().map(Task::getActivityID).toList();
        boolean usable = primavera
                && ids.stream().allMatch(id -> id != null && !id.isBlank())
                && new HashSet<>(ids).size() == ids.size();
        return usable
                ? ids
                : tasks.stream().map(task -> String.valueOf(task.getUniqueID())).toList();
    }

    private Activity activity(String id, Task task, boolean assigned) {
        var title = task.getName() == null ? id : task.getName();
        boolean summary = task.hasChildTasks();
        var parent = task.getParentTask();
        var duration = task.getDuration();
        long minutes = summary ? 0 : minutes(duration, title, "duration");
        var kind = summary ? Kind.SUMMARY : minutes == 0 ? Kind.MILESTONE : Kind.TASK;
        return new Activity(
                id,
                title,
                parent == null || parent.getUniqueID() == null
                        ? Plan.NONE
                        : position.getOrDefault(parent.getUniqueID(), Plan.NONE),
                kind,
                minutes,
                calendar(task, assigned),
                constraint(task),
                task.getDeadline(),
                summary ? Progress.NONE : progress(task, title),
                baseline(task, title),
                priority(task));
    }

    private static int priority(Task task) {
        var priority = task.getPriority();
        return priority == null ? Activity.USUAL_PRIORITY : Math.clamp(priority.getValue(), 0, 1000);
    }

    private int calendar(Task task, boolean assigned) {
        var duration = task.getDuration();
        if (duration != null
                && duration.getUnits() != null
                && duration.getUnits().isElapsed()) {
            return calendars.always();
        }
        if (task.getCalendar() == null && !primavera) {
            // Each of those who are assigned works when they can, and the length counts when one of them does.
            var different = calendarsOf(task);
            return different.size() > 1 ? calendars.either(different) : Plan.NONE;
        }
        if (task.getCalendar() == null
                || (primavera && assigned && task.getActivityType() == ActivityType.RESOURCE_DEPENDENT)) {
            return Plan.NONE;
        }
        return calendars.of(task.getCalendar());
    }

    private Constraint constraint(Task task) {
        var date = task.getConstraintDate();
        var type = task.getConstraintType();
        if (task.getTaskMode() == TaskMode.MANUALLY_SCHEDULED && task.getStart() != null && !task.hasChildTasks()) {
            return new Constraint(Constraint.Kind.MUST_START, task.getStart());
        }
        if (type == null) {
            return Constraint.NONE;
        }
        var kind = switch (type) {
            case AS_SOON_AS_POSSIBLE -> Constraint.Kind.AS_SOON_AS_POSSIBLE;
            case AS_LATE_AS_POSSIBLE -> Constraint.Kind.AS_LATE_AS_POSSIBLE;
            case START_NO_EARLIER_THAN -> Constraint.Kind.START_NO_EARLIER;
            case START_NO_LATER_THAN -> Constraint.Kind.START_NO_LATER;
            case FINISH_NO_EARLIER_THAN -> Constraint.Kind.FINISH_NO_EARLIER;
            case FINISH_NO_LATER_THAN -> Constraint.Kind.FINISH_NO_LATER;
            case START_ON, MUST_START_ON -> Constraint.Kind.MUST_START;
            case FINISH_ON, MUST_FINISH_ON -> Constraint.Kind.MUST_FINISH;
        };
        if (kind == Constraint.Kind.AS_SOON_AS_POSSIBLE) {
            return Constraint.NONE;
        }
        if (kind == Constraint.Kind.AS_LATE_AS_POSSIBLE) {
            return new Constraint(kind, null);
        }
        return date == null ? Constraint.NONE : new Constraint(kind, date);
    }

    private Progress progress(Task task, String title) {
        var begun = task.getActualStart();
        var done = task.getActualFinish();
        if (begun == null) {
            return Progress.NONE;
        }
        if (done != null && done.isBefore(begun)) {
            throw new UnusablePlanException("%s: \"%s\" finished on %s, before it began on %s. Correct one of the two."
                    .formatted(name, title, done, begun));
        }
        var remaining = task.getRemainingDuration();
        if (done == null && remaining == null && task.getPercentageComplete() != null) {
            double left = 1 - task.getPercentageComplete().doubleValue() / 100;
            long whole = minutes(task.getDuration(), title, "duration");
            return new Progress(begun, null, Math.round(whole * Math.clamp(left, 0, 1)));
        }
        return new Progress(begun, done, done != null ? 0 : minutes(remaining, title, "remaining duration"));
    }

    private @Nullable Baseline baseline(Task task, String title) {
        var duration = task.getBaselineDuration();
        if (task.getBaselineStart() == null && task.getBaselineFinish() == null && duration == null) {
            return null;
        }
        return new Baseline(
                task.getBaselineStart(), task.getBaselineFinish(), minutes(duration, title, "baseline duration"));
    }

    private long minutes(@Nullable Duration duration, String title, String what) {
        if (duration == null) {
            return 0;
        }
        var minutes = duration.convertUnits(TimeUnit.MINUTES, project.getProjectProperties());
        if (!(minutes.getDuration() >= 0 && minutes.getDuration() < 1e12)) {
            throw new UnusablePlanException("%s: the %s of \"%s\" is %s. It is zero or more, and not endless."
                    .formatted(name, what, title, duration));
        }
        return Math.round(minutes.getDuration());
    }

    private List<Link> links(int defaultCalendar) {
        var links = new ArrayList<Link>();
        int dropped = 0;
        for (var task : tasks) {
            for (var relation : task.getPredecessors()) {
                var before = relation.getPredecessorTask();
                var from = before == null || before.getUniqueID() == null ? null : position.get(before.getUniqueID());
                var to = position.get(task.getUniqueID());
                if (from == null || to == null) {
                    dropped++;
                } else {
                    links.add(link(relation, from, to, defaultCalendar));
                }
            }
        }
        note(dropped, "links lead to activities that are not in the plan, and are left out.");
        return links;
    }

    private Link link(Relation relation, int before, int after, int defaultCalendar) {
        var type = switch (relation.getType()) {
            case FINISH_START -> Link.Type.FINISH_START;
            case START_START -> Link.Type.START_START;
            case FINISH_FINISH -> Link.Type.FINISH_FINISH;
            case START_FINISH -> Link.Type.START_FINISH;
        };
        var lag = relation.getLag();
        if (lag == null || lag.getDuration() == 0) {
            return new Link(before, after, type, 0, defaultCalendar);
        }
        var units = lag.getUnits();
        if (units == TimeUnit.PERCENT || units == TimeUnit.ELAPSED_PERCENT) {
            long of = minutes(tasks.get(before).getDuration(), tasks.get(before).getName(), "duration");
            return new Link(
                    before,
                    after,
                    type,
                    Math.round(of * lag.getDuration() / 100),
                    units == TimeUnit.PERCENT ? lagCalendar(before, after, defaultCalendar) : Plan.NONE);
        }
        long minutes = Math.round(lag.convertUnits(TimeUnit.MINUTES, project.getProjectProperties())
                .getDuration());
        return new Link(
                before,
                after,
                type,
                minutes,
                units.isElapsed() ? Plan.NONE : lagCalendar(before, after, defaultCalendar));
    }

    private int lagCalendar(int before, int after, int defaultCalendar) {
        var setting = project.getProjectProperties().getRelationshipLagCalendar();
        if (primavera && setting == RelationshipLagCalendar.TWENTY_FOUR_HOUR) {
            return Plan.NONE;
        }
        if (primavera && setting == RelationshipLagCalendar.PROJECT_DEFAULT) {
            return defaultCalendar;
        }
        boolean ofBefore = primavera && setting != RelationshipLagCalendar.SUCCESSOR;
        var calendar = tasks.get(ofBefore ? before : after).getCalendar();
        return calendar == null ? defaultCalendar : calendars.of(calendar);
    }

    private static Map<Integer, Integer> positions(Map<Integer, Placed> resources) {
        var positions = new HashMap<Integer, Integer>();
        resources.forEach((id, placed) -> positions.put(id, placed.position()));
        return positions;
    }
    /// MS Project writes 1984 for a resource that was there always, and 2049 for one that remains.
    private static final int FIRST_YEAR = 1985;

    private static final int LAST_YEAR = 2049;

    private record Placed(int position, Resource resource) {}

    private Map<Integer, Placed> resources() {
        var resources = new LinkedHashMap<Integer, Placed>();
        int others = 0;
        for (var resource : project.getResources()) {
            if (resource.getUniqueID() == null || resource.getNull()) {
                continue;
            }
            if (resource.getType() != ResourceType.WORK) {
                others++;
                continue;
            }
            var units = resource.getMaxUnits() == null ? 100 : resource.getMaxUnits();
            ProjectCalendar calendar = resource.getCalendar();
            resources.put(
                    resource.getUniqueID(),
                    new Placed(
                            resources.size(),
                            new Resource(
                                    String.valueOf(resource.getUniqueID()),
                                    resource.getName() == null ? "" : resource.getName(),
                                    Math.max(0, (int) Math.round(units.doubleValue())),
                                    calendar == null ? Plan.NONE : calendars.ofResource(calendar),
                                    windows(resource))));
        }
        note(others, "resources are material or cost, which dates do not depend on, and are left out.");
        return resources;
    }

    /// When there is how much of it; none where there is always as much.
    private static List<Resource.Window> windows(org.mpxj.Resource resource) {
        var windows = new ArrayList<Resource.Window>();
        for (var availability : resource.getAvailability()) {
            var range = availability.getRange();
            var from = range.getStart();
            var to = range.getEnd();
            if (availability.getUnits() == null || (from != null && to != null && to.isBefore(from))) {
                continue;
            }
            windows.add(new Resource.Window(
                    from == null || from.getYear() < FIRST_YEAR ? null : from,
                    to == null || to.getYear() >= LAST_YEAR ? null : to,
                    Math.max(0, (int) Math.round(availability.getUnits().doubleValue()))));
        }
        boolean always = windows.size() == 1
                && windows.getFirst().from() == null
                && windows.getFirst().to() == null;
        return always ? List.of() : windows;
    }

    private List<Assignment> assignments(Map<Integer, Placed> resources) {
        var assignments = new ArrayList<Assignment>();
        for (var assignment : project.getResourceAssignments()) {
            var task = assignment.getTask();
            var resource = assignment.getResource();
            if (task == null || resource == null || resource.getUniqueID() == null) {
                continue;
            }
            var activity = position.get(task.getUniqueID());
            var who = resources.get(resource.getUniqueID());
            if (activity != null && who != null && !task.hasChildTasks()) {
                var units = assignment.getUnits() == null ? 100 : assignment.getUnits();
                assignments.add(
                        new Assignment(activity, who.position(), Math.max(0, (int) Math.round(units.doubleValue()))));
            }
        }
        return assignments;
    }
}
