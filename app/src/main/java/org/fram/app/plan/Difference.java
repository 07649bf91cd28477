package org.fram.app.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fram.schedule.CriticalPath;
import org.fram.schedule.Timetable;
import org.jspecify.annotations.Nullable;

/// What a takeover would change, before anybody decides.
///
/// @param added activities that the plan does not have
/// @param gone activities that the plan would not have any more, or, where two are put together, the
/// file does not have
/// @param changed activities with another name, length, dates or links
/// @param before when the plan finishes now
/// @param after when it would
public record Difference(List<Line> added, List<Line> gone, List<Line> changed, LocalDate before, LocalDate after) {

    public Difference {
        added = List.copyOf(added);
        gone = List.copyOf(gone);
        changed = List.copyOf(changed);
    }

    /// An activity before and after.
    ///
    /// @param kept whether people added something to it
    /// @param links whether it waits for something else
    public record Line(
            String code, @Nullable Side before, @Nullable Side after, boolean kept, boolean links) {}

    /// One side of a line.
    public record Side(String name, long minutes, LocalDate start, LocalDate finish) {}

    /// Between the plan as it is and as it would be.
    static Difference of(KeptPlan before, KeptPlan after) {
        var was = CriticalPath.of(before.plan());
        var willBe = CriticalPath.of(after.plan());
        var earlier = sides(before, was);
        var later = sides(after, willBe);
        var added = new ArrayList<Line>();
        var changed = new ArrayList<Line>();
        var waitedFor = waits(before);
        var waitsFor = waits(after);
        for (var one : after.activities()) {
            var now = later.get(one.id());
            var then = earlier.get(one.id());
            boolean others =
                    !waitedFor.getOrDefault(one.id(), List.of()).containsAll(waitsFor.getOrDefault(one.id(), List.of()))
                            || !waitsFor.getOrDefault(one.id(), List.of())
                                    .containsAll(waitedFor.getOrDefault(one.id(), List.of()));
            if (then == null) {
                added.add(new Line(one.code(), null, now, hasMore(one), false));
            } else if (!then.equals(now) || others) {
                changed.add(new Line(one.code(), then, now, hasMore(one), others));
            }
        }
        var present = new HashSet<>(after.positions().keySet());
        var gone = before.activities().stream()
                .filter(one -> !present.contains(one.id()))
                .map(one -> new Line(one.code(), earlier.get(one.id()), null, hasMore(one), false))
                .toList();
        return new Difference(
                added,
                gone,
                changed,
                was.finishDate().toLocalDate(),
                willBe.finishDate().toLocalDate());
    }

    private static boolean hasMore(PlannedActivity one) {
        // The kind of work may be a guess of ours.
        var additions = one.additions();
        return additions.party() != null
                || additions.range() != null
                || !additions.obligations().isEmpty();
    }

    private static Map<UUID, List<PlannedLink>> waits(KeptPlan plan) {
        var waits = new HashMap<UUID, List<PlannedLink>>();
        plan.links()
                .forEach(link -> waits.computeIfAbsent(link.after(), _ -> new ArrayList<>())
                        .add(link));
        return waits;
    }

    private static Map<UUID, Side> sides(KeptPlan plan, Timetable timetable) {
        var sides = new HashMap<UUID, Side>();
        for (int k = 0; k < plan.activities().size(); k++) {
            var one = plan.activities().get(k);
            var window = timetable.windows().get(k);
            sides.put(
                    one.id(),
                    new Side(
                            one.core().name(),
                            one.core().minutes(),
                            timetable.date(window.start()).toLocalDate(),
                            timetable.date(window.finish()).toLocalDate()));
        }
        return sides;
    }
}
