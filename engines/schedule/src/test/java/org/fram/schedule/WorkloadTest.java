package org.fram.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.fram.schedule.Resource.Assignment;
import org.junit.jupiter.api.Test;

/// How much of resources is booked in a week.
class WorkloadTest {

    private static final long DAY = 8 * 60;
    private static final LocalDate MONDAY = LocalDate.of(2027, 1, 4);

    @Test
    void aWeekHasFiveDaysOfAResourceAndTwoActivitiesAtOnceBookItTwice() {
        var plan = plan(
                List.of(Activity.of("A", "Design", 3 * DAY), Activity.of("B", "Build", 7 * DAY)),
                List.of(),
                List.of(new Resource("R", "Engineer", 100, Plan.NONE)),
                List.of(new Assignment(0, 0, 100), new Assignment(1, 0, 50)));

        assertThat(weeks(plan, 3).getFirst())
                .containsExactly(
                        new Workload(3 * DAY + 5 * DAY / 2.0, 5 * DAY),
                        new Workload(2 * DAY / 2.0, 5 * DAY),
                        new Workload(0, 5 * DAY));
    }

    @Test
    void whatIsDoneBooksNothingAndWhatHasBegunBooksWhatIsLeft() {
        var start = MONDAY.atTime(8, 0);
        var plan = plan(
                List.of(
                        Activity.of("A", "Design", 2 * DAY)
                                .with(new Activity.Progress(
                                        start, start.plusDays(1).withHour(17), 0)),
                        Activity.of("B", "Build", 4 * DAY).with(new Activity.Progress(start, null, DAY))),
                List.of(),
                List.of(new Resource("R", "Engineer", 200, Plan.NONE)),
                List.of(new Assignment(0, 0, 100), new Assignment(1, 0, 100)));

        assertThat(weeks(plan, 1).getFirst()).containsExactly(new Workload(DAY, 2 * 5 * DAY));
    }

    @Test
    void aResourceThatIsThereForTwoDaysHasTwoDays() {
        var plan = plan(
                List.of(Activity.of("A", "Design", DAY)),
                List.of(),
                List.of(new Resource("R", "Engineer", 100, Plan.NONE)
                        .within(List.of(new Resource.Window(
                                MONDAY.plusDays(1).atStartOfDay(),
                                MONDAY.plusDays(3).atStartOfDay(),
                                300)))),
                List.of(new Assignment(0, 0, 100)));

        assertThat(weeks(plan, 2).getFirst()).containsExactly(new Workload(DAY, 3 * 2 * DAY), new Workload(0, 0));
    }

    @Test
    void overAllWeeksEachAssignmentBooksItsWholeWork() {
        var random = new SplittableRandom(3);
        for (int run = 0; run < 50; run++) {
            var activities = new ArrayList<Activity>();
            var links = new ArrayList<Link>();
            var assignments = new ArrayList<Assignment>();
            double whole = 0;
            for (int k = 0; k < 12; k++) {
                long minutes = random.nextLong(1, 9 * DAY);
                int units = random.nextInt(10, 150);
                activities.add(Activity.of("A" + k, "Work " + k, minutes));
                assignments.add(new Assignment(k, 0, units));
                whole += minutes * units / 100.0;
                if (k > 0 && random.nextBoolean()) {
                    links.add(Link.of(random.nextInt(k), k));
                }
            }
            var plan = plan(activities, links, List.of(new Resource("R", "Engineer", 100, Plan.NONE)), assignments);

            assertThat(weeks(plan, 40).getFirst().stream()
                            .mapToDouble(Workload::booked)
                            .sum())
                    .isCloseTo(whole, within(1e-6));
        }
    }

    @Test
    void aWeekThatIsBookedMoreThanThereIsHasAnOverbooking() {
        var random = new SplittableRandom(4);
        int seen = 0;
        for (int run = 0; run < 50; run++) {
            var activities = new ArrayList<Activity>();
            var assignments = new ArrayList<Assignment>();
            for (int k = 0; k < 4; k++) {
                activities.add(Activity.of("A" + k, "Work " + k, random.nextLong(1, 9) * DAY));
                assignments.add(new Assignment(k, 0, random.nextInt(10, 60)));
            }
            var plan = plan(activities, List.of(), List.of(new Resource("R", "Engineer", 100, Plan.NONE)), assignments);
            var timetable = CriticalPath.of(plan);
            var over = Overbooking.of(Network.of(plan), timetable);
            var weeks = weeks(plan, 3).getFirst();
            var bounds = bounds(timetable, 3);
            for (int k = 0; k < weeks.size(); k++) {
                if (weeks.get(k).booked() > weeks.get(k).there()) {
                    int week = k;
                    seen++;
                    assertThat(over).anyMatch(one -> one.from() < bounds[week + 1] && one.to() > bounds[week]);
                }
            }
        }
        assertThat(seen).isPositive();
    }

    private static Plan plan(
            List<Activity> activities, List<Link> links, List<Resource> resources, List<Assignment> assignments) {
        LocalDateTime start = MONDAY.atTime(8, 0);
        return Plan.of("Plan", ZoneOffset.UTC, start, WorkCalendar.STANDARD, activities, links)
                .with(resources, assignments);
    }

    private static List<List<Workload>> weeks(Plan plan, int count) {
        var timetable = CriticalPath.of(plan);
        return Workload.of(Network.of(plan), timetable, bounds(timetable, count));
    }

    private static long[] bounds(Timetable timetable, int count) {
        return LongStream.rangeClosed(0, count)
                .map(week -> timetable.instant(MONDAY.plusWeeks(week).atStartOfDay()))
                .toArray();
    }
}
