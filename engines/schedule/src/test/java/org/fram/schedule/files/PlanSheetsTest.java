package org.fram.schedule.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.fram.schedule.Activity;
import org.fram.schedule.Activity.Baseline;
import org.fram.schedule.Activity.Progress;
import org.fram.schedule.Constraint;
import org.fram.schedule.Costs;
import org.fram.schedule.CriticalPath;
import org.fram.schedule.Link;
import org.fram.schedule.Plan;
import org.fram.schedule.Plans;
import org.fram.schedule.Resource;
import org.fram.schedule.Resource.Assignment;
import org.fram.schedule.Shift;
import org.fram.schedule.UnusablePlanException;
import org.fram.schedule.WorkCalendar;
import org.fram.schedule.files.PlanSheet.Value;
import org.junit.jupiter.api.Test;

class PlanSheetsTest {

    private static final Costs COSTS = new Costs(
            "EUR", 250, List.of(new Costs.OfActivity(1, 1200.5, 80)), List.of(new Costs.OfResource(0, 10, 640)));

    @Test
    void aPlanIsReadFromItsSheetsAsItWas() {
        var plan = everything();
        var again = PlanSheets.read("plan.xlsx", PlanSheets.of(plan, COSTS), Plans.UTC);

        assertThat(PlanFiles.losses(plan, COSTS, again)).isEmpty();
        assertThat(again.plan().activities()).isEqualTo(plan.activities());
        assertThat(again.plan().resources()).isEqualTo(plan.resources());
        assertThat(again.plan().assignments()).isEqualTo(plan.assignments());
        assertThat(again.plan().links()).containsExactlyInAnyOrderElementsOf(plan.links());
        assertThat(again.plan().zone()).isEqualTo(plan.zone());
        assertThat(again.plan().status()).isEqualTo(plan.status());
        assertThat(again.costs()).isEqualTo(COSTS);
        assertThat(CriticalPath.of(again.plan())).isEqualTo(CriticalPath.of(plan));
    }

    @Test
    void randomPlansComeBack() {
        for (long seed = 1; seed <= 5; seed++) {
            var plan = Plans.random(seed, 80, WorkCalendar.STANDARD);
            var again = PlanSheets.read("plan.xlsx", PlanSheets.of(plan, Costs.NONE), Plans.UTC);

            assertThat(again.plan().activities()).isEqualTo(plan.activities());
            assertThat(CriticalPath.of(again.plan())).isEqualTo(CriticalPath.of(plan));
        }
    }

    @Test
    void whatPeopleWriteThemselvesIsReadAsFarAsItIsThere() {
        var read = read("""
                No|Task name|Duration|Predecessors|Start date|Resource names
                1|Design|5 days||2026-03-02|Ada
                2|Build|2w|1FS+2 days|2026-03-11|Ada; Bob 50%
                3|Cabling|4h|1, 2SS|2026-03-09|
                4|Live|0|2;3||
                """);
        var plan = read.plan();

        assertThat(plan.activities()).extracting(Activity::minutes).containsExactly(2400L, 4800L, 240L, 0L);
        assertThat(plan.links())
                .containsExactly(
                        new Link(0, 1, Link.Type.FINISH_START, 960, 0),
                        Link.of(0, 2),
                        new Link(1, 2, Link.Type.START_START, 0, Plan.NONE),
                        Link.of(1, 3),
                        Link.of(2, 3));
        assertThat(plan.resources()).extracting(Resource::name).containsExactly("Ada", "Bob");
        assertThat(plan.assignments()).contains(new Assignment(1, 1, 50));
        assertThat(plan.start()).isEqualTo(LocalDateTime.of(2026, 3, 2, 0, 0));
        assertThat(read.notes()).anyMatch(note -> note.contains("no calendars"));
    }

    @Test
    void whatCannotBeReadIsNamedWithItsRow() {
        assertRefused("Id|Owner\n1|Ada\n", "without a column \"Name\"");
        assertRefused(sheet("2|Build|5|99|"), "row 3 of the activities", "there is no activity with that id");
        assertRefused(sheet("2|Build|-5|1|"), "row 3 of the activities", "A length of -5");
        assertRefused(sheet("2|Build|soon|1|"), "\"soon\" is no length");
        assertRefused(sheet("2|Build|5|1|12026-03-02"), "\"12026-03-02\" is no date of the years 1 to 9999");
        assertRefused(sheet("1|Build|5||"), "both have the id 1");
        assertRefused("Id|Name|Duration|Waits for|Start\n1|A|5|2|2026-03-02\n2|B|5|1|\n", "wait for each other");
        assertRefused("Id|Name|Duration\n1|A|5\n", "does not say when the plan starts");
    }

    @Test
    void aCalendarWithoutWorkingTimeIsNamed() {
        var sheets = List.of(
                table("Activities", sheet("2|Build|5|1|")),
                table("Calendars", "Calendar|Day|Shifts\nNever|Monday|free\nNever|2026-03-03|\n"));

        assertThatThrownBy(() -> PlanSheets.read("p.xlsx", sheets, Plans.UTC))
                .isInstanceOf(UnusablePlanException.class)
                .hasMessageContaining("Calendar \"Never\" has no working time");
    }

    private static String sheet(String row) {
        return "Id|Name|Duration|Waits for|Start\n1|Design|5||2026-03-02\n" + row + "\n";
    }

    private static void assertRefused(String text, String... parts) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(UnusablePlanException.class)
                .hasMessageContainingAll(parts);
    }

    private static ReadPlan read(String text) {
        return PlanSheets.read("plan.xlsx", List.of(table("Sheet1", text)), Plans.UTC);
    }

    private static PlanSheet table(String name, String text) {
        return new PlanSheet(
                name,
                text.lines()
                        .map(line -> Arrays.stream(line.split("\\|", -1))
                                .<Value>map(PlanSheet.Words::new)
                                .toList())
                        .toList());
    }

    private static Plan everything() {
        var night = new WorkCalendar(
                "Night",
                Map.of(DayOfWeek.SUNDAY, List.of(new Shift(0, 6 * 60 + 30))),
                Map.of(LocalDate.of(2026, 4, 1), List.of(new Shift(22 * 60, 1440))));
        var standard = WorkCalendar.STANDARD.withHolidays(LocalDate.of(2026, 3, 10));
        var monday = Plans.MONDAY;
        var activities = new ArrayList<Activity>();
        activities.add(Activity.of("S 1", "Rollout; all", 0).asSummary());
        activities.add(Activity.of("A-1d", "Design", 2417).within(0));
        activities.add(Activity.of("B", "Build = \"half\"", 960)
                .within(0)
                .with(new Progress(monday, null, 333))
                .with(new Baseline(monday, LocalDateTime.of(2026, 3, 4, 0, 0), 900)));
        activities.add(Activity.of("AFS", "Cut", 90)
                .on(1)
                .with(new Constraint(Constraint.Kind.FINISH_NO_LATER, LocalDateTime.of(2026, 5, 1, 17, 0))));
        activities.add(Activity.of("M", "Live", 0).dueBy(LocalDateTime.of(2026, 6, 1, 0, 0)));
        activities.add(Activity.of("D", "Done", 480).with(new Progress(monday, monday.plusHours(9), 0)));
        var links = List.of(
                Link.of(0, 3),
                new Link(1, 2, Link.Type.START_START, 77, 0),
                new Link(3, 4, Link.Type.FINISH_START, -120, 1),
                new Link(2, 4, Link.Type.FINISH_FINISH, 1440, Plan.NONE),
                Link.of(1, 4));
        return new Plan(
                "Rollout",
                ZoneId.of("Europe/Oslo"),
                monday,
                new Plan.Status(LocalDateTime.of(2026, 3, 3, 17, 0), true),
                List.of(standard, night),
                0,
                activities,
                links,
                List.of(new Resource("1", "Ada", 150, Plan.NONE), new Resource("2", "Team, night 50%", 400, 1)),
                List.of(new Assignment(1, 0, 50), new Assignment(3, 1, 300)));
    }
}
