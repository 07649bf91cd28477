package org.fram.schedule.files;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.fram.schedule.Activity;
import org.fram.schedule.Activity.Kind;
import org.fram.schedule.Constraint;
import org.fram.schedule.Costs;
import org.fram.schedule.CriticalPath;
import org.fram.schedule.Link;
import org.fram.schedule.Plan;
import org.fram.schedule.Shift;
import org.fram.schedule.Timetable;
import org.fram.schedule.WorkCalendar;
import org.mpxj.Availability;
import org.mpxj.ConstraintType;
import org.mpxj.CostRateTable;
import org.mpxj.CostRateTableEntry;
import org.mpxj.Duration;
import org.mpxj.LocalTimeRange;
import org.mpxj.ProjectCalendar;
import org.mpxj.ProjectFile;
import org.mpxj.Rate;
import org.mpxj.Relation;
import org.mpxj.RelationType;
import org.mpxj.ResourceType;
import org.mpxj.Task;
import org.mpxj.TimeUnit;
import org.mpxj.common.LocalDateTimeHelper;

/// A plan on its way to a file, as the project of MPXJ.
final class ProjectWriting {

    private static final double HOURS_A_DAY = 8;

    private final Plan plan;
    private final Costs costs;
    private final Timetable timetable;
    private final ProjectFile project = new ProjectFile();
    private final List<ProjectCalendar> calendars = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();

    ProjectWriting(Plan plan, Costs costs) {
        this.plan = plan;
        this.costs = costs;
        this.timetable = CriticalPath.of(plan);
    }

    ProjectFile project() {
        plan.calendars().forEach(calendar -> calendars.add(calendar(calendar)));
        var properties = project.getProjectProperties();
        project.setDefaultCalendar(calendars.get(plan.defaultCalendar()));
        properties.setProjectTitle(plan.name());
        properties.setName(plan.name());
        properties.setStartDate(plan.start());
        properties.setPlannedStart(plan.start());
        if (plan.status() != null) {
            properties.setStatusDate(plan.status().date());
        }
        for (int k = 0; k < plan.activities().size(); k++) {
            tasks.add(project.addTask());
        }
        for (int k = 0; k < tasks.size(); k++) {
            fill(tasks.get(k), plan.activities().get(k), timetable.windows().get(k));
        }
        nest();
        for (var link : plan.links()) {
            tasks.get(link.after())
                    .addPredecessor(new Relation.Builder()
                            .predecessorTask(tasks.get(link.before()))
                            .type(type(link.type()))
                            .lag(Duration.getInstance(
                                    (double) link.lag(),
                                    link.lagCalendar() == Plan.NONE && link.lag() != 0
                                            ? TimeUnit.ELAPSED_MINUTES
                                            : TimeUnit.MINUTES)));
        }
        writeResources();
        for (var cost : costs.activities()) {
            tasks.get(cost.activity()).setFixedCost(cost.fixed());
        }
        if (!costs.currency().isEmpty()) {
            boolean code = costs.currency().matches("[A-Z]{3}");
            properties.setCurrencyCode(code ? costs.currency() : null);
            properties.setCurrencySymbol(costs.currency());
        }
        return project;
    }

    private ProjectCalendar calendar(WorkCalendar from) {
        var calendar = project.addCalendar();
        calendar.setName(from.name());
        for (var day : DayOfWeek.values()) {
            var shifts = from.week().getOrDefault(day, List.of());
            calendar.setWorkingDay(day, !shifts.isEmpty());
            var hours = calendar.addCalendarHours(day);
            shifts.forEach(shift -> hours.add(range(shift)));
        }
        from.exceptions().forEach((date, shifts) -> {
            var exception = calendar.addCalendarException(date);
            shifts.forEach(shift -> exception.add(range(shift)));
        });
        return calendar;
    }

    private static LocalTimeRange range(Shift shift) {
        return new LocalTimeRange(time(shift.from()), time(shift.to()));
    }

    private static LocalTime time(int minute) {
        return LocalTime.ofSecondOfDay(minute % 1440 * 60L);
    }

    private void fill(Task task, Activity activity, Timetable.Window window) {
        task.setName(activity.name());
        task.setActivityID(activity.id());
        task.setDuration(minutes(activity.minutes()));
        task.setMilestone(activity.kind() == Kind.MILESTONE);
        if (activity.calendar() != Plan.NONE) {
            task.setCalendar(calendars.get(activity.calendar()));
        }
        task.setConstraintType(type(activity.constraint().kind()));
        task.setConstraintDate(activity.constraint().date());
        task.setDeadline(activity.deadline());
        task.setStart(local(window.start()));
        task.setFinish(local(window.finish()));
        task.setEarlyStart(local(window.earlyStart()));
        task.setEarlyFinish(local(window.earlyFinish()));
        task.setLateStart(local(window.lateStart()));
        task.setLateFinish(local(window.lateFinish()));
        var progress = activity.progress();
        task.setActualStart(progress.start());
        task.setActualFinish(progress.finish());
        task.setRemainingDuration(minutes(activity.remaining()));
        task.setActualDuration(minutes(Math.max(0, activity.minutes() - activity.remaining())));
        task.setPercentageComplete(
                activity.complete()
                        ? 100
                        : activity.minutes() == 0
                                ? 0
                                : 100.0 * (activity.minutes() - activity.remaining()) / activity.minutes());
        var baseline = activity.baseline();
        if (baseline != null) {
            task.setBaselineStart(baseline.start());
            task.setBaselineFinish(baseline.finish());
            task.setBaselineDuration(minutes(baseline.minutes()));
        }
    }

    private void nest() {
        for (int k = 0; k < tasks.size(); k++) {
            int parent = plan.activities().get(k).parent();
            if (parent != Plan.NONE) {
                tasks.get(parent).addChildTask(tasks.get(k));
            }
        }
    }

    private void writeResources() {
        var resources = new ArrayList<org.mpxj.Resource>();
        for (var from : plan.resources()) {
            var resource = project.addResource();
            resource.setName(from.name());
            resource.setType(ResourceType.WORK);
            if (from.calendar() != Plan.NONE) {
                resource.setCalendar(calendars.get(from.calendar()));
            }
            resource.getAvailability()
                    .add(new Availability(
                            LocalDateTimeHelper.START_DATE_NA, LocalDateTimeHelper.END_DATE_NA, from.units()));
            resources.add(resource);
        }
        for (var cost : costs.resources()) {
            var table = new CostRateTable();
            table.add(new CostRateTableEntry(
                    LocalDateTimeHelper.START_DATE_NA,
                    LocalDateTimeHelper.END_DATE_NA,
                    cost.perUse(),
                    new Rate(cost.perDay() / HOURS_A_DAY, TimeUnit.HOURS)));
            resources.get(cost.resource()).setCostRateTable(0, table);
        }
        for (var from : plan.assignments()) {
            tasks.get(from.activity())
                    .addResourceAssignment(resources.get(from.resource()))
                    .setUnits(from.units());
        }
    }

    private LocalDateTime local(long instant) {
        return timetable.date(instant).toLocalDateTime();
    }

    private static Duration minutes(long minutes) {
        return Duration.getInstance((double) minutes, TimeUnit.MINUTES);
    }

    private static RelationType type(Link.Type type) {
        return switch (type) {
            case FINISH_START -> RelationType.FINISH_START;
            case START_START -> RelationType.START_START;
            case FINISH_FINISH -> RelationType.FINISH_FINISH;
            case START_FINISH -> RelationType.START_FINISH;
        };
    }

    private static ConstraintType type(Constraint.Kind kind) {
        return switch (kind) {
            case AS_SOON_AS_POSSIBLE -> ConstraintType.AS_SOON_AS_POSSIBLE;
            case AS_LATE_AS_POSSIBLE -> ConstraintType.AS_LATE_AS_POSSIBLE;
            case START_NO_EARLIER -> ConstraintType.START_NO_EARLIER_THAN;
            case START_NO_LATER -> ConstraintType.START_NO_LATER_THAN;
            case FINISH_NO_EARLIER -> ConstraintType.FINISH_NO_EARLIER_THAN;
            case FINISH_NO_LATER -> ConstraintType.FINISH_NO_LATER_THAN;
            case MUST_START -> ConstraintType.MUST_START_ON;
            case MUST_FINISH -> ConstraintType.MUST_FINISH_ON;
        };
    }
}
