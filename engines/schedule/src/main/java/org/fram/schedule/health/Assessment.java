package org.fram.schedule.health;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.fram.schedule.Activity;
import org.fram.schedule.Activity.Kind;
import org.fram.schedule.Costs;
import org.fram.schedule.CriticalPath;
import org.fram.schedule.CriticalPath.Ends;
import org.fram.schedule.Link;
import org.fram.schedule.Network;
import org.fram.schedule.Plan;
import org.fram.schedule.Timetable;
import org.fram.schedule.Timetable.Window;
import org.fram.schedule.health.Health.Check;
import org.fram.schedule.health.Health.Concern;
import org.fram.schedule.health.Health.Verdict;
import org.fram.schedule.health.HealthLimits.Limit;
import org.jspecify.annotations.Nullable;

/// The checks of one plan.
///
/// Summaries are never counted: their links and constraints bind their parts, and what is asked is whether
/// each part is bound by itself.
final class Assessment {

    private static final Findings NO_STATUS_DATE =
            Findings.untold("The plan has no status date, so nobody knows up to when progress is known.");
    private static final Findings NO_BASELINE =
            Findings.untold("The plan has no baseline, so nothing was agreed that it could be held to.");
    private static final Findings NOTHING_LEFT = Findings.untold("Nothing is left to do.");

    private final Plan plan;
    private final Costs costs;
    private final HealthLimits limits;
    private final Network network;
    private final Timetable timetable;
    private final List<Integer> leaves;
    private final List<Integer> unfinished;
    private final List<Integer> tasks;
    private final @Nullable LocalDateTime status;

    /// What a check found.
    ///
    /// @param value null where it could not be told
    /// @param concerns the activities concerned
    private record Findings(@Nullable Double value, long count, long of, String reason, List<Concern> concerns) {

        static Findings untold(String reason) {
            return new Findings(null, 0, 0, reason, List.of());
        }

        static Findings share(List<Concern> concerns, int of, String what) {
            return share(concerns, concerns.size(), of, what);
        }

        static Findings share(List<Concern> concerns, long count, long of, String what) {
            return new Findings(
                    of == 0 ? 0 : (double) count / of, count, of, "%d of %d %s.".formatted(count, of, what), concerns);
        }
    }

    Assessment(Plan plan, Costs costs, HealthLimits limits) {
        this.plan = plan;
        this.costs = costs;
        this.limits = limits;
        this.network = Network.of(plan);
        this.timetable = CriticalPath.of(network, Ends.PLAN);
        this.leaves = IntStream.range(0, plan.activities().size())
                .boxed()
                .filter(k -> activity(k).kind() != Kind.SUMMARY)
                .toList();
        this.unfinished = leaves.stream().filter(k -> !activity(k).complete()).toList();
        this.tasks =
                unfinished.stream().filter(k -> activity(k).kind() == Kind.TASK).toList();
        this.status = plan.status() == null ? null : plan.status().date();
    }

    Health health() {
        var checks = new ArrayList<Check>();
        for (var limit : limits.checks()) {
            var findings = findings(limit);
            var value = findings.value();
            checks.add(new Check(
                    checks.size() + 1,
                    limit,
                    value,
                    findings.count(),
                    findings.of(),
                    value == null ? Verdict.UNTOLD : limit.passed(value) ? Verdict.PASSED : Verdict.FAILED,
                    findings.reason(),
                    findings.concerns()));
        }
        return new Health(status, checks);
    }

    private Findings findings(Limit limit) {
        return switch (limit.check()) {
            case LOGIC -> logic();
            case LEADS ->
                links(
                        link -> link.lag() < 0,
                        "links of unfinished activities have a negative lag",
                        "waits with a lead");
            case LAGS -> links(link -> link.lag() > 0, "links of unfinished activities have a lag", "waits with a lag");
            case LINK_TYPES -> linkTypes();
            case HARD_CONSTRAINTS -> hardConstraints();
            case HIGH_FLOAT -> highFloat(limit.workingDays());
            case NEGATIVE_FLOAT -> negativeFloat();
            case HIGH_DURATION -> highDuration(limit.workingDays());
            case INVALID_DATES -> invalidDates();
            case RESOURCES -> resources(limit.workingDays());
            case MISSED_TASKS -> missedTasks();
            case CRITICAL_PATH_TEST -> criticalPathTest(limit.workingDays());
            case CRITICAL_PATH_LENGTH -> criticalPathLength();
            case BASELINE_EXECUTION -> baselineExecution();
        };
    }

    /// One activity may wait for nothing, the first, and one may have nobody wait for it, the last.
    private Findings logic() {
        if (unfinished.isEmpty()) {
            return NOTHING_LEFT;
        }
        var waits = new boolean[plan.activities().size()];
        var awaited = new boolean[plan.activities().size()];
        for (var link : plan.links()) {
            waits[link.after()] = true;
            awaited[link.before()] = true;
        }
        int first = leaves.stream()
                .filter(k -> !waits[k])
                .min(Comparator.comparingLong(k -> window(k).start()))
                .orElse(Plan.NONE);
        int last = leaves.stream()
                .filter(k -> !awaited[k] && (k != first || leaves.size() == 1))
                .max(Comparator.comparingLong(k -> window(k).finish()))
                .orElse(Plan.NONE);
        var concerns = new ArrayList<Concern>();
        for (int k : unfinished) {
            boolean begins = !waits[k] && k != first;
            boolean ends = !awaited[k] && k != last;
            if (begins || ends) {
                concerns.add(concern(
                        k,
                        begins && ends
                                ? "waits for nothing, and nothing waits for it"
                                : begins ? "waits for nothing" : "nothing waits for it"));
            }
        }
        return Findings.share(concerns, unfinished.size(), "unfinished activities lack a link");
    }

    private Findings links(Predicate<Link> asked, String what, String why) {
        var links = openLinks();
        if (links.isEmpty()) {
            return Findings.untold("There is no link to an unfinished activity.");
        }
        var found = links.stream().filter(asked).toList();
        return Findings.share(linked(found, why), found.size(), links.size(), what);
    }

    private Findings linkTypes() {
        var links = openLinks();
        if (links.isEmpty()) {
            return Findings.untold("There is no link to an unfinished activity.");
        }
        var others = links.stream()
                .filter(link -> link.type() != Link.Type.FINISH_START)
                .toList();
        return Findings.share(
                linked(others, "waits otherwise"),
                links.size() - others.size(),
                links.size(),
                "links of unfinished activities are from finish to start");
    }

    private List<Link> openLinks() {
        return plan.links().stream()
                .filter(link -> activity(link.after()).kind() != Kind.SUMMARY
                        && !activity(link.after()).complete())
                .toList();
    }

    private List<Concern> linked(List<Link> links, String why) {
        return links.stream()
                .map(link -> concern(
                        link.after(),
                        "%s for \"%s\" (%s%s)"
                                .formatted(
                                        why,
                                        activity(link.before()).name(),
                                        words(link.type()),
                                        link.lag() == 0 ? "" : ", " + amount(lagDays(link), 1) + " days")))
                .toList();
    }

    private double lagDays(Link link) {
        return (double) link.lag()
                / (link.lagCalendar() == Plan.NONE
                        ? 1440
                        : plan.calendars().get(link.lagCalendar()).dayMinutes());
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private Findings hardConstraints() {
        if (unfinished.isEmpty()) {
            return NOTHING_LEFT;
        }
        var concerns = unfinished.stream()
                .filter(k -> activity(k).constraint().kind().hard())
                .map(k -> concern(
                        k,
                        words(activity(k).constraint().kind()) + " "
                                + day(activity(k).constraint().date())))
                .toList();
        return Findings.share(concerns, unfinished.size(), "unfinished activities have a hard constraint");
    }

    private Findings highFloat(double days) {
        if (unfinished.isEmpty()) {
            return NOTHING_LEFT;
        }
        var concerns = unfinished.stream()
                .filter(k -> days(k, window(k).totalFloat()) > days)
                .map(k -> concern(k, amount(days(k, window(k).totalFloat()), 0) + " working days of float"))
                .toList();
        return Findings.share(
                concerns,
                unfinished.size(),
                "unfinished activities have more than %s working days of float".formatted(amount(days, 0)));
    }

    private Findings negativeFloat() {
        if (unfinished.isEmpty()) {
            return NOTHING_LEFT;
        }
        var concerns = unfinished.stream()
                .filter(k -> window(k).totalFloat() < 0)
                .map(k -> concern(k, amount(-days(k, window(k).totalFloat()), 1) + " working days too late"))
                .toList();
        return Findings.share(concerns, unfinished.size(), "unfinished activities have negative float");
    }

    private Findings highDuration(double days) {
        if (tasks.isEmpty()) {
            return NOTHING_LEFT;
        }
        var concerns = tasks.stream()
                .filter(k -> days(k, agreed(k)) > days)
                .map(k -> concern(k, amount(days(k, agreed(k)), 0) + " working days"))
                .toList();
        return Findings.share(
                concerns, tasks.size(), "unfinished tasks take more than %s working days".formatted(amount(days, 0)));
    }

    /// The length in the baseline, where there is one.
    private long agreed(int k) {
        var baseline = activity(k).baseline();
        return baseline != null && baseline.minutes() > 0
                ? baseline.minutes()
                : activity(k).minutes();
    }

    private Findings invalidDates() {
        var until = status;
        if (until == null) {
            return NO_STATUS_DATE;
        }
        var concerns = new ArrayList<Concern>();
        for (int k : leaves) {
            var activity = activity(k);
            var progress = activity.progress();
            if (progress.finish() != null && progress.finish().isAfter(until)) {
                concerns.add(concern(k, "finished on %s, after the status date".formatted(day(progress.finish()))));
            } else if (progress.start() != null && progress.start().isAfter(until)) {
                concerns.add(concern(k, "began on %s, after the status date".formatted(day(progress.start()))));
            } else if (!activity.begun() && date(window(k).start()).isBefore(until)) {
                concerns.add(concern(
                        k,
                        "is to begin on %s, before the status date"
                                .formatted(day(date(window(k).start())))));
            } else if (!activity.complete() && date(window(k).finish()).isBefore(until)) {
                concerns.add(concern(
                        k,
                        "is to finish on %s, before the status date"
                                .formatted(day(date(window(k).finish())))));
            }
        }
        return Findings.share(concerns, leaves.size(), "activities have a date on the wrong side of the status date");
    }

    private Findings resources(double days) {
        if (plan.assignments().isEmpty() && costs.equals(Costs.NONE)) {
            return Findings.untold("The plan has neither resources nor costs.");
        }
        var covered = new boolean[plan.activities().size()];
        plan.assignments().forEach(assignment -> covered[assignment.activity()] = true);
        costs.activities().forEach(cost -> covered[cost.activity()] = true);
        var asked = tasks.stream()
                .filter(k -> days(k, activity(k).minutes()) >= days)
                .toList();
        if (asked.isEmpty()) {
            return NOTHING_LEFT;
        }
        var concerns = asked.stream()
                .filter(k -> !covered[k])
                .map(k -> concern(k, "nobody is assigned, and it costs nothing"))
                .toList();
        return Findings.share(
                concerns,
                asked.size(),
                "unfinished tasks of %s working day or more have neither a resource nor a cost"
                        .formatted(amount(days, 0)));
    }

    private Findings missedTasks() {
        var until = status;
        if (!hasBaseline()) {
            return NO_BASELINE;
        }
        if (until == null) {
            return NO_STATUS_DATE;
        }
        var due = due(until);
        var concerns = due.stream()
                .filter(k -> date(window(k).finish())
                        .toLocalDate()
                        .isAfter(baselineFinish(k).toLocalDate()))
                .map(k -> concern(
                        k,
                        "was to finish on %s, %s on %s"
                                .formatted(
                                        day(baselineFinish(k)),
                                        activity(k).complete() ? "finished" : "will finish",
                                        day(date(window(k).finish())))))
                .toList();
        return Findings.share(concerns, due.size(), "activities that were to be finished are late");
    }

    private List<Integer> due(LocalDateTime until) {
        return leaves.stream()
                .filter(k -> hasBaselineFinish(k) && !baselineFinish(k).isAfter(until))
                .toList();
    }

    private Findings criticalPathTest(double days) {
        var critical = tasks.stream()
                .min(Comparator.<Integer>comparingLong(
                                k -> Math.max(0, window(k).totalFloat()))
                        .thenComparingLong(k -> window(k).start()));
        if (critical.isEmpty()) {
            return NOTHING_LEFT;
        }
        int chosen = critical.get();
        var remaining = network.remaining();
        long delay = Math.round(days * dayMinutes(chosen));
        remaining[chosen] += delay;
        long finish = network.forward(remaining, new long[network.nodes()], new long[network.nodes()]);
        long moved = network.working(chosen, timetable.finish(), finish);
        return new Findings(
                (double) moved / delay,
                Math.round((double) moved / dayMinutes(chosen)),
                Math.round(days),
                "\"%s\" was made %s working days longer, and the finish moved by %s."
                        .formatted(
                                activity(chosen).name(),
                                amount(days, 0),
                                amount((double) moved / dayMinutes(chosen), 0)),
                List.of(concern(chosen, "was delayed for the test")));
    }

    private Findings criticalPathLength() {
        var agreed = leaves.stream()
                .filter(this::hasBaselineFinish)
                .map(this::baselineFinish)
                .max(Comparator.naturalOrder());
        if (agreed.isEmpty()) {
            return NO_BASELINE;
        }
        long now = status == null ? timetable.start() : timetable.instant(status);
        long length = network.working(Plan.NONE, now, timetable.finish());
        if (unfinished.isEmpty() || length <= 0) {
            return NOTHING_LEFT;
        }
        long slack = network.working(Plan.NONE, timetable.finish(), timetable.instant(agreed.get()));
        double day = plan.calendars().get(plan.defaultCalendar()).dayMinutes();
        return new Findings(
                (double) (length + slack) / length,
                0,
                0,
                "%s working days are left until %s; %s was agreed, %s working days %s."
                        .formatted(
                                amount(length / day, 0),
                                day(date(timetable.finish())),
                                day(agreed.get()),
                                amount(Math.abs(slack) / day, 0),
                                slack < 0 ? "earlier" : "later"),
                List.of());
    }

    private Findings baselineExecution() {
        var until = status;
        if (!hasBaseline()) {
            return NO_BASELINE;
        }
        if (until == null) {
            return NO_STATUS_DATE;
        }
        long done = leaves.stream().filter(k -> activity(k).complete()).count();
        var due = due(until);
        long without = leaves.stream().filter(k -> !hasBaselineFinish(k)).count();
        long asked = due.size() + without;
        if (asked == 0) {
            return Findings.untold("By the status date nothing was to be finished.");
        }
        var concerns = due.stream()
                .filter(k -> !activity(k).complete())
                .map(k -> concern(k, "was to finish on %s".formatted(day(baselineFinish(k)))))
                .toList();
        return new Findings(
                (double) done / asked,
                done,
                asked,
                "%d activities are done; %d were to be, and %d have no baseline.".formatted(done, due.size(), without),
                concerns);
    }

    private boolean hasBaseline() {
        return leaves.stream().anyMatch(this::hasBaselineFinish);
    }

    private boolean hasBaselineFinish(int k) {
        var baseline = activity(k).baseline();
        return baseline != null && baseline.finish() != null;
    }

    private LocalDateTime baselineFinish(int k) {
        return Objects.requireNonNull(
                Objects.requireNonNull(activity(k).baseline()).finish());
    }

    private double days(int k, long minutes) {
        return (double) minutes / dayMinutes(k);
    }

    /// Working minutes of a working day of its calendar.
    private long dayMinutes(int k) {
        int own = activity(k).calendar();
        return plan.calendars()
                .get(own == Plan.NONE ? plan.defaultCalendar() : own)
                .dayMinutes();
    }

    private Activity activity(int k) {
        return plan.activities().get(k);
    }

    private Window window(int k) {
        return timetable.windows().get(k);
    }

    private LocalDateTime date(long instant) {
        return timetable.date(instant).toLocalDateTime();
    }

    private static String amount(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    private static String day(@Nullable LocalDateTime date) {
        return date == null ? "no day" : date.toLocalDate().toString();
    }

    private Concern concern(int k, String why) {
        return new Concern(activity(k).id(), activity(k).name(), why);
    }
}
