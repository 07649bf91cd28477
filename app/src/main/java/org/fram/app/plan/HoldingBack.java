package org.fram.app.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fram.app.plan.LevelledPlan.Start;
import org.fram.schedule.Activity.Kind;
import org.fram.schedule.Constraint;
import org.fram.schedule.CriticalPath;
import org.fram.schedule.Network;
import org.fram.schedule.Overbooking;
import org.fram.schedule.Timetable;

/// Holding activities of a plan back so that they start when they do in another timetable, with as few bounds as that
/// takes: what starts later only because something before it does needs none of its own.
///
/// What has begun cannot be held back by a bound, and what must start or finish on a day, or no later than on one,
/// keeps
/// that bound.
final class HoldingBack {

    /// A plan has chains of delays, of which each takes a pass; all that is left after so many is held back at once.
    private static final int MOST_PASSES = 60;

    private static final Set<Constraint.Kind> FREE = Set.of(
            Constraint.Kind.AS_SOON_AS_POSSIBLE,
            Constraint.Kind.AS_LATE_AS_POSSIBLE,
            Constraint.Kind.START_NO_EARLIER,
            Constraint.Kind.FINISH_NO_EARLIER);

    private HoldingBack() {}

    /// The bounds that a plan needs.
    static List<Start> until(KeptPlan kept, Timetable wanted) {
        var held = new HashMap<Integer, Start>();
        for (int pass = 0; ; pass++) {
            var now = CriticalPath.of(with(kept, List.copyOf(held.values())).plan());
            var early = new HashSet<Integer>();
            for (int k = 0; k < kept.activities().size(); k++) {
                if (now.windows().get(k).start() < wanted.windows().get(k).start()
                        && !held.containsKey(k)
                        && holdable(kept.activities().get(k))) {
                    early.add(k);
                }
            }
            if (early.isEmpty()) {
                break;
            }
            var first = pass < MOST_PASSES ? first(kept, early) : early;
            for (int k : first.isEmpty() ? early : first) {
                held.put(
                        k,
                        new Start(
                                kept.activities().get(k).id(),
                                wanted.date(wanted.windows().get(k).start()).toLocalDateTime()));
            }
        }
        return held.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    /// The plan with these activities held back.
    static KeptPlan with(KeptPlan kept, List<Start> starts) {
        var plan = kept;
        var changed = new ArrayList<PlannedActivity>();
        var at = new HashMap<UUID, Start>();
        starts.forEach(start -> at.put(start.activity(), start));
        for (var one : plan.activities()) {
            var start = at.get(one.id());
            changed.add(start == null ? one : held(one, start));
        }
        return new KeptPlan(kept.engagement(), kept.name(), kept.basis(), kept.standing(), changed, kept.links());
    }

    /// An activity that starts no earlier.
    static PlannedActivity held(PlannedActivity one, Start start) {
        return one.with(one.core().with(new Constraint(Constraint.Kind.START_NO_EARLIER, start.at())));
    }

    /// How many times resources of a plan are booked beyond what there is.
    static int overbookings(KeptPlan kept) {
        var network = Network.of(kept.plan());
        return Overbooking.of(network, CriticalPath.of(network, CriticalPath.Ends.PLAN))
                .size();
    }

    private static boolean holdable(PlannedActivity one) {
        return one.core().kind() != Kind.SUMMARY
                && one.core().progress().start() == null
                && FREE.contains(one.core().constraint().kind());
    }

    /// Those that wait for nothing that is early itself.
    private static Set<Integer> first(KeptPlan kept, Set<Integer> early) {
        var positions = kept.positions();
        var first = new HashSet<>(early);
        for (var link : kept.links()) {
            var before = positions.get(link.before());
            var after = positions.get(link.after());
            if (before != null && after != null && early.contains(before)) {
                first.remove(after);
            }
        }
        return first;
    }
}
