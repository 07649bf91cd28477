package org.fram.app.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.fram.app.plan.BringingInPlan;
import org.fram.app.plan.KeptPlan;
import org.fram.app.plan.PlannedActivity;
import org.fram.app.plan.Plans;
import org.fram.app.plan.Simulating;
import org.fram.app.platform.runs.Run;
import org.fram.report.PlanWorkbook;
import org.fram.schedule.Activity;
import org.fram.schedule.Costs;
import org.fram.schedule.Link;
import org.fram.schedule.Plan;
import org.fram.schedule.Resource;
import org.fram.schedule.Resource.Assignment;
import org.fram.schedule.WorkCalendar;
import org.fram.schedule.files.PlanFiles;

/// A plan on its way into an engagement.
public record SamplePlan(TestEngagement engagement) {

    /// When plans of tests begin: a Monday.
    public static final LocalDate START = LocalDate.of(2027, 1, 4);

    private static final long DAY = 8 * 60;

    /// A small one: design, configuration, a test and training side by side, and going live.
    ///
    /// @param testDays how long the test takes
    public static Plan small(int testDays) {
        var activities = List.of(
                Activity.of("1", "Move to the cloud", DAY).asSummary(),
                Activity.of("2", "Design workshops", 10 * DAY).within(0),
                Activity.of("3", "Configure queues", 20 * DAY).within(0),
                Activity.of("4", "User acceptance test", testDays * DAY).within(0),
                Activity.of("5", "Train agents", 4 * DAY).within(0),
                Activity.of("6", "Go-live", 0).within(0),
                Activity.of("7", "Support after go-live", 15 * DAY).within(0));
        var links = List.of(Link.of(1, 2), Link.of(2, 3), Link.of(2, 4), Link.of(3, 5), Link.of(4, 5), Link.of(5, 6));
        return Plan.of("Move", ZoneOffset.UTC, START.atTime(8, 0), WorkCalendar.STANDARD, activities, links)
                .with(List.of(new Resource("R1", "Engineer", 100, Plan.NONE)), List.of(new Assignment(2, 0, 100)));
    }

    /// A chain of phases with many activities each.
    public static Plan large(int count) {
        var activities = new ArrayList<Activity>();
        var links = new ArrayList<Link>();
        int phase = 0;
        for (int k = 0; k < count; k++) {
            if (k % 50 == 0) {
                phase = k;
                activities.add(
                        Activity.of("A" + k, "Phase " + (k / 50 + 1), DAY).asSummary());
            } else {
                activities.add(Activity.of("A" + k, "Configure and test part " + k, (1 + k % 7) * DAY)
                        .within(phase));
                if (k % 50 > 1) {
                    links.add(Link.of(k - 1 - k % 3 % (k % 50 - 1), k));
                } else if (k > 50) {
                    links.add(Link.of(k - 2, k));
                }
            }
        }
        return Plan.of("Large", ZoneOffset.UTC, START.atTime(8, 0), WorkCalendar.STANDARD, activities, links);
    }

    /// A plan as a file of Microsoft Project.
    public static byte[] mspdi(Plan plan) {
        try {
            var out = new ByteArrayOutputStream();
            PlanFiles.write(plan, Costs.NONE, PlanFiles.Target.MSPDI, out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// A plan as a workbook, which keeps the numbers of its activities.
    public static byte[] workbook(Plan plan) {
        try {
            var out = new ByteArrayOutputStream();
            PlanWorkbook.write(plan, Costs.NONE, out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// Brings in a plan for the customer, and waits until it is read.
    public Run bringIn(Plan plan) throws InterruptedException {
        return bringIn("plan.xlsx", workbook(plan));
    }

    /// Brings in a file, and waits until the run has ended.
    public Run bringIn(String name, byte[] content) throws InterruptedException {
        var outcome = RunningApp.shared()
                .get(BringingInPlan.class)
                .bringIn(engagement.customer().actor(), engagement.id(), name, new ByteArrayInputStream(content));
        if (!(outcome instanceof BringingInPlan.Outcome.Begun(var run))) {
            throw new IllegalStateException(outcome.toString());
        }
        return SowDraft.await(engagement, run);
    }

    /// Simulates it, and waits.
    public Run simulate() throws InterruptedException {
        return SowDraft.await(
                engagement,
                RunningApp.shared()
                        .get(Simulating.class)
                        .request(engagement.customer().actor(), engagement.id()));
    }

    /// As it is kept.
    public KeptPlan kept() {
        var app = RunningApp.shared();
        return engagement.customer().asks(() -> app.get(Plans.class).get(engagement.id()));
    }

    /// The activity with this name.
    public PlannedActivity named(String name) {
        return kept().activities().stream()
                .filter(one -> one.core().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
