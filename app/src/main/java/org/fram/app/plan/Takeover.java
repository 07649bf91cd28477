package org.fram.app.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fram.app.plan.FromFile.Wait;
import org.fram.app.plan.KeptPlan.Standing;
import org.fram.app.plan.PlannedActivity.Additions;
import org.fram.app.plan.PlannedActivity.Core;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.PersonId;
import org.fram.schedule.Network;
import org.fram.schedule.Plan;
import org.fram.schedule.risk.DefaultRanges;
import org.jspecify.annotations.Nullable;

/// What a file that arrived and the plan before come to.
///
/// What only people say of an activity stays in any case: who does it, which obligations it carries out,
/// how long it may take. So does a baseline that people set. What neither the file nor the plan has any
/// more is kept as gone.
final class Takeover {

    /// How much of the plan before stays.
    enum How {
        /// The file says what is to be done.
        REPLACE,
        /// What the file does not have stays, and so does what people changed where the file says the
        /// same as the last one.
        MERGE
    }

    /// What it comes to.
    ///
    /// @param fromFile what the file said of activities that it has, and what the last one said of
    /// others
    record Result(KeptPlan plan, Map<UUID, FromFile> fromFile) {}

    private Takeover() {}

    /// The first plan of an engagement.
    static Result first(EngagementId engagement, Arrived arrived, PersonId by, Instant now) {
        var nothing = new KeptPlan(
                engagement, "", basis(arrived, List.of()), new Standing(0, now, by, null, null), List.of(), List.of());
        return of(nothing, List.of(), Map.of(), arrived, How.REPLACE);
    }

    /// A later one.
    ///
    /// @param gone activities that an earlier file had
    /// @param fromFile what earlier files said
    /// @throws org.fram.schedule.UnusablePlanException where the two together are no plan, as they wait
    /// in a circle
    static Result of(
            KeptPlan kept, List<PlannedActivity> gone, Map<UUID, FromFile> fromFile, Arrived arrived, How how) {
        var file = arrived.plan();
        var said = arrived.said();
        var ids = ids(kept, gone, file);
        var known = new HashMap<UUID, PlannedActivity>();
        Stream.concat(gone.stream(), kept.activities().stream()).forEach(one -> known.put(one.id(), one));
        var byCode = new HashMap<String, UUID>();
        for (int k = 0; k < ids.size(); k++) {
            byCode.put(file.activities().get(k).id(), ids.get(k));
        }
        var kinds = kinds(file);
        var activities = new ArrayList<PlannedActivity>();
        var links = new ArrayList<PlannedLink>();
        var told = new HashMap<>(fromFile);
        for (int k = 0; k < ids.size(); k++) {
            var id = ids.get(k);
            var activity = file.activities().get(k);
            var before = known.get(id);
            var last = how == How.MERGE && before != null && kept.find(id).isPresent() ? fromFile.get(id) : null;
            var now = said.get(k);
            activities.add(new PlannedActivity(
                    id,
                    activity.id(),
                    k,
                    activity.parent() == Plan.NONE ? null : ids.get(activity.parent()),
                    last == null || before == null ? now.core() : merged(before.core(), last.core(), now.core()),
                    before == null ? guessed(kinds.get(k)) : before.additions(),
                    before != null && kept.standing().baselineSet() != null ? before.baseline() : activity.baseline(),
                    before == null ? 0 : before.version() + 1));
            if (last != null && new HashSet<>(last.waits()).equals(new HashSet<>(now.waits()))) {
                links.addAll(kept.before(id));
            } else {
                now.waits().forEach(wait -> links.add(link(byCode, wait, id)));
            }
            told.put(id, now);
        }
        if (how == How.MERGE) {
            stay(kept, ids, byCode, activities, links);
        }
        var present = new HashSet<UUID>();
        activities.forEach(one -> present.add(one.id()));
        links.removeIf(link -> !present.contains(link.before()) || !present.contains(link.after()));
        var plan = new KeptPlan(
                kept.engagement(),
                file.name().isBlank() ? kept.name() : file.name(),
                basis(arrived, ids),
                kept.standing(),
                activities,
                links.stream().distinct().toList());
        Network.of(plan.plan());
        return new Result(plan, told);
    }

    /// The kinds of activity that the engine reads in the names, by position.
    private static Map<Integer, String> kinds(Plan file) {
        var kinds = new HashMap<Integer, String>();
        DefaultRanges.library().of(file, List.of()).forEach(range -> kinds.put(range.activity(), range.source()));
        return kinds;
    }

    private static Additions guessed(@Nullable String kind) {
        return kind == null ? Additions.NONE : new Additions(null, Area.ofKind(kind), List.of(), null);
    }

    private static List<UUID> ids(KeptPlan kept, List<PlannedActivity> gone, Plan file) {
        // What is in the plan goes before what was in an earlier one.
        var ids = new ArrayList<>(Matching.of(kept.activities(), file));
        var again = Matching.of(gone, file);
        var taken = new HashSet<>(ids);
        for (int k = 0; k < ids.size(); k++) {
            if (ids.get(k) == null) {
                var earlier = again.get(k);
                ids.set(k, earlier != null && taken.add(earlier) ? earlier : Ids.next());
            }
        }
        return ids.stream().map(Objects::requireNonNull).toList();
    }

    /// What the file does not have stays behind what it has.
    private static void stay(
            KeptPlan kept,
            List<UUID> ids,
            Map<String, UUID> codes,
            List<PlannedActivity> activities,
            List<PlannedLink> links) {
        var inFile = new HashSet<>(ids);
        var basis = kept.basis();
        for (var one : kept.activities()) {
            if (!inFile.contains(one.id())) {
                activities.add(new PlannedActivity(
                        one.id(),
                        unused(one.code(), codes),
                        activities.size(),
                        one.parent(),
                        one.core(),
                        one.additions(),
                        one.baseline(),
                        one.version()));
                codes.put(activities.getLast().code(), one.id());
            }
        }
        kept.links().stream()
                .filter(link -> !inFile.contains(link.before()) || !inFile.contains(link.after()))
                .map(link -> basis.position(link.lagCalendar()) == Plan.NONE
                        ? new PlannedLink(link.before(), link.after(), link.type(), link.lag(), null)
                        : link)
                .forEach(links::add);
    }

    private static String unused(String code, Map<String, UUID> codes) {
        String other = code;
        for (int k = 2; codes.containsKey(other); k++) {
            other = code + "-" + k;
        }
        return other;
    }

    private static PlannedLink link(Map<String, UUID> codes, Wait wait, UUID after) {
        return new PlannedLink(
                Objects.requireNonNull(codes.get(wait.code())), after, wait.type(), wait.lag(), wait.lagCalendar());
    }

    /// Of each part what the file says where it says something new, else what people made of it.
    private static Core merged(Core ours, Core last, Core now) {
        return new Core(
                pick(Core::name, ours, last, now),
                ours.kind() == now.kind() || last.kind() != now.kind() || last.minutes() != now.minutes()
                        ? now.kind()
                        : ours.kind(),
                pick(Core::minutes, ours, last, now),
                pickNullable(Core::calendar, ours, last, now),
                pick(Core::constraint, ours, last, now),
                pickNullable(Core::deadline, ours, last, now),
                pick(Core::progress, ours, last, now),
                pick(Core::priority, ours, last, now));
    }

    private static <T> T pick(Function<Core, T> part, Core ours, Core last, Core now) {
        return part.apply(last).equals(part.apply(now)) ? part.apply(ours) : part.apply(now);
    }

    private static <T> @Nullable T pickNullable(Function<Core, @Nullable T> part, Core ours, Core last, Core now) {
        return Objects.equals(part.apply(last), part.apply(now)) ? part.apply(ours) : part.apply(now);
    }

    private static Basis basis(Arrived arrived, List<UUID> ids) {
        var file = arrived.plan();
        var costs = arrived.costs();
        return new Basis(
                file.zone(),
                file.start(),
                file.status(),
                file.calendars(),
                file.defaultCalendar(),
                file.resources(),
                ids.isEmpty()
                        ? List.of()
                        : file.assignments().stream()
                                .map(one -> new Basis.Booking(ids.get(one.activity()), one.resource(), one.units()))
                                .toList(),
                costs.currency(),
                costs.perDay(),
                ids.isEmpty()
                        ? List.of()
                        : costs.activities().stream()
                                .map(one -> new Basis.CostOf(ids.get(one.activity()), one.fixed(), one.perDay()))
                                .toList(),
                costs.resources());
    }
}
