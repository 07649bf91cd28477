package org.fram.bench;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.fram.schedule.CriticalPath;
import org.fram.schedule.CriticalPath.Ends;
import org.fram.schedule.Network;
import org.fram.schedule.Plan;
import org.fram.schedule.Timetable;
import org.fram.schedule.files.ReadPlan;
import org.fram.schedule.files.ReadPlan.Peculiarity;
import org.jspecify.annotations.Nullable;

/// The activities of a file that finish on another day than the file says, and why.
final class Differing {

    private final ReadPlan read;
    private final Network network;
    private final Timetable timetable;
    private final Set<Integer> activities = new HashSet<>();
    private final Map<String, Integer> reasons = new TreeMap<>();
    private int compared;

    Differing(ReadPlan read) {
        this.read = read;
        this.network = Network.of(read.plan());
        this.timetable = CriticalPath.of(network, Ends.PLAN);
        for (int k = 0; k < read.stored().size(); k++) {
            var finish = read.stored().get(k).finish();
            if (finish != null) {
                compared++;
                if (!day(k).equals(finish.toLocalDate())) {
                    activities.add(k);
                }
            }
        }
        activities.forEach(k -> reasons.merge(reason(k), 1, Integer::sum));
    }

    int compared() {
        return compared;
    }

    int count() {
        return activities.size();
    }

    Map<String, Integer> reasons() {
        return reasons;
    }

    String words() {
        return String.join(
                ", ",
                reasons.entrySet().stream()
                        .map(reason -> reason.getValue() + " " + reason.getKey())
                        .toList());
    }

    private LocalDate day(int k) {
        return timetable.date(timetable.windows().get(k).finish()).toLocalDate();
    }

    /// Its own reason, or that of the first one that differs among those that it follows or consists of.
    private String reason(int k) {
        var seen = new HashSet<Integer>();
        var open = new ArrayDeque<Integer>();
        open.add(k);
        while (!open.isEmpty()) {
            int at = open.remove();
            var own = own(at);
            if (own != null) {
                return own;
            }
            for (int other : causes(at)) {
                if (activities.contains(other) && seen.add(other)) {
                    open.add(other);
                }
            }
        }
        return "unexplained";
    }

    private List<Integer> causes(int k) {
        var causes = new ArrayList<Integer>();
        var plan = read.plan();
        for (int part = 0; part < plan.activities().size(); part++) {
            if (plan.activities().get(part).parent() == k) {
                causes.add(part);
            }
        }
        for (int waiting = k;
                waiting != Plan.NONE;
                waiting = plan.activities().get(waiting).parent()) {
            for (var link : plan.links()) {
                if (link.after() == waiting) {
                    causes.add(link.before());
                }
            }
        }
        return causes;
    }

    private @Nullable String own(int k) {
        var stored = read.stored().get(k);
        for (var peculiarity : Peculiarity.values()) {
            if (stored.peculiarities().contains(peculiarity)) {
                return switch (peculiarity) {
                    case MANUAL -> "planned by hand";
                    case INTERRUPTED -> "interrupted";
                    case LEVELLED -> "levelled";
                    case EXTERNAL_LINK -> "waiting for another plan";
                    case EXPECTED_FINISH -> "with an expected finish";
                    case SEVERAL_CALENDARS -> "on several calendars";
                    case OUTSIDE_CALENDAR -> "on hours that were not read";
                };
            }
        }
        var finish = stored.finish();
        boolean sameWork = finish != null
                && network.working(k, timetable.windows().get(k).finish(), timetable.instant(finish)) == 0;
        return sameWork ? "at the other end of a time without work" : null;
    }
}
