package org.fram.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;
import org.fram.schedule.Activity;
import org.fram.schedule.CriticalPath;
import org.fram.schedule.Timetable;
import org.fram.schedule.files.ReadPlan;
import org.fram.schedule.level.Levelled;

/// What levelling gave, for the terminal.
record LevelSummary(ReadPlan read, Levelled levelled, Terminal terminal, PrintWriter out) {

    private static final int SHOWN = 10;
    private static final int MINUTES_A_DAY = 1440;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);

    void print() {
        var plan = read.plan();
        var before = CriticalPath.of(plan);
        out.println(terminal.strong(Terminal.safe(plan.name())));
        out.println(terminal.faint("%s, %d activities, %d resources"
                .formatted(
                        read.format(),
                        plan.activities().size(),
                        plan.resources().size())));
        out.println();
        out.println("With what there is of each resource it finishes on %s, after %s days."
                .formatted(terminal.strong(date(levelled.finish())), days(levelled.makespan())));
        out.println("By the links alone it would finish on %s, after %s days."
                .formatted(
                        date(before.finishDate()), days((before.finish() - before.start()) / (double) MINUTES_A_DAY)));
        if (levelled.proven()) {
            out.println("No plan of these activities is better.");
        } else {
            out.println("No plan of these activities is shorter than %s days; a longer search may gain up to %s %%."
                    .formatted(
                            days(levelled.lowerBound()),
                            String.format(
                                    Locale.ROOT,
                                    "%.1f",
                                    100 * (1 - levelled.lowerBound() / Math.max(1e-9, levelled.makespan())))));
        }
        if (levelled.late() > 0) {
            out.println(terminal.warning("Dates that should be kept are missed by %s working hours in all."
                    .formatted(String.format(Locale.ROOT, "%.1f", levelled.late() / 60.0))));
        }
        moved(before);
        read.notes().forEach(note -> out.println(terminal.faint("Note: " + Terminal.safe(note))));
    }

    private void moved(Timetable before) {
        var activities = read.plan().activities();
        var most = IntStream.range(0, activities.size())
                .filter(k -> activities.get(k).kind() != Activity.Kind.SUMMARY && moved(before, k) > 0)
                .boxed()
                .sorted(Comparator.comparingLong(k -> -moved(before, k)))
                .limit(SHOWN)
                .toList();
        if (most.isEmpty()) {
            return;
        }
        out.println();
        out.println(terminal.strong("What waits longest for its resources"));
        for (int k : most) {
            out.println("  %6s days  %s"
                    .formatted(
                            days(moved(before, k) / (double) MINUTES_A_DAY),
                            Terminal.safe(activities.get(k).name())));
        }
    }

    private long moved(Timetable before, int k) {
        return levelled.timetable().windows().get(k).start()
                - before.windows().get(k).start();
    }

    private static String days(double days) {
        return days == Math.rint(days) ? Long.toString((long) days) : String.format(Locale.ROOT, "%.1f", days);
    }

    private static String date(ZonedDateTime date) {
        return date.format(DATE);
    }

    /// The day of an instant in minutes since 1970 in UTC.
    static String date(long instant, ZoneId zone) {
        return date(Instant.ofEpochSecond(instant * 60).atZone(zone));
    }
}
