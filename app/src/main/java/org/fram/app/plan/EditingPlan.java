package org.fram.app.plan;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.fram.app.plan.PlanChanges.Snapshot;
import org.fram.app.plan.PlannedActivity.Additions;
import org.fram.app.plan.PlannedActivity.Core;
import org.fram.app.plan.ReadingEdit.RefusedEditException;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.ledger.Deed;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.platform.texts.Text;
import org.fram.schedule.Activity;
import org.fram.schedule.Activity.Baseline;
import org.fram.schedule.Activity.Kind;
import org.fram.schedule.Constraint;
import org.fram.schedule.CriticalPath;
import org.fram.schedule.Link;
import org.fram.schedule.Plan;
import org.fram.schedule.UnusablePlanException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Changing the plan: its activities, what they wait for, its baseline. Whatever would make it a plan
/// that cannot be computed is refused.
@Component
public class EditingPlan {

    private final Transactions transactions;
    private final Authority authority;
    private final Plans plans;
    private final PlanChanges changes;
    private final Ledger ledger;

    EditingPlan(Transactions transactions, Authority authority, Plans plans, PlanChanges changes, Ledger ledger) {
        this.transactions = transactions;
        this.authority = authority;
        this.plans = plans;
        this.changes = changes;
        this.ledger = ledger;
    }

    /// What came of it.
    public sealed interface Outcome {

        record Done(UUID activity) implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// Changes an activity, unless somebody else did in the meantime.
    public Outcome change(Actor.Person me, EngagementId engagement, UUID activity, ActivityEdit edit) {
        return edit(me, engagement, plan -> {
            var before = plan.find(activity).orElseThrow(NotFoundException::new);
            if (before.version() != edit.seen()) {
                return refused("plan.refused.changedMeanwhile");
            }
            var after = ReadingEdit.read(before, edit, plan.basis());
            requireSummary(plan, activity, after.parent());
            return switch (Waits.read(edit.waits(), activity, plan)) {
                case Waits.Reading.Refused(var reason) -> new Outcome.Refused(reason);
                case Waits.Reading.Read(var links) -> store(me, plan, before, after, same(plan, activity, links));
            };
        });
    }

    /// Adds an activity behind all others of its summary.
    public Outcome add(Actor.Person me, EngagementId engagement, ActivityEdit edit) {
        return edit(me, engagement, plan -> {
            var id = Ids.next();
            int position = plan.activities().stream()
                            .mapToInt(PlannedActivity::position)
                            .max()
                            .orElse(-1)
                    + 1;
            var nothing = new PlannedActivity(
                    id,
                    unusedCode(plan),
                    position,
                    null,
                    new Core(
                            "",
                            Kind.TASK,
                            0,
                            null,
                            Constraint.NONE,
                            null,
                            Activity.Progress.NONE,
                            Activity.USUAL_PRIORITY),
                    Additions.NONE,
                    null,
                    -1);
            var added = ReadingEdit.read(nothing, edit, plan.basis());
            requireSummary(plan, id, added.parent());
            return switch (Waits.read(edit.waits(), id, plan)) {
                case Waits.Reading.Refused(var reason) -> new Outcome.Refused(reason);
                case Waits.Reading.Read(var links) -> {
                    check(plan.with(added, links));
                    plans.add(engagement, added, links);
                    changes.add(engagement, me.id(), null, new Snapshot(added, links, List.of()));
                    plans.touch(engagement, me.id());
                    yield new Outcome.Done(id);
                }
            };
        });
    }

    /// Lets an activity start no earlier than on a day, as somebody who drags its bar wants.
    ///
    /// @param seen the version that was dragged
    public Outcome move(Actor.Person me, EngagementId engagement, UUID activity, LocalDate start, int seen) {
        return edit(me, engagement, plan -> {
            var before = plan.find(activity).orElseThrow(NotFoundException::new);
            if (before.version() != seen) {
                return refused("plan.refused.changedMeanwhile");
            }
            if (before.core().progress().start() != null || !before.isWork()) {
                return refused("plan.refused.notMovable", before.core().name());
            }
            var calendar = plan.basis().calendar(before.core().calendar());
            var constraint = new Constraint(Constraint.Kind.START_NO_EARLIER, ReadingEdit.at(start, calendar, true));
            var after = before.with(before.core().with(constraint)).stored();
            return store(me, plan, before, after, plan.before(activity));
        });
    }

    /// Lets an activity wait for the finish of another, as somebody who draws a link from bar to bar wants.
    ///
    /// @param seen the version to which it was drawn
    public Outcome waitFor(Actor.Person me, EngagementId engagement, UUID activity, UUID waitedFor, int seen) {
        return edit(me, engagement, plan -> {
            var one = plan.find(activity).orElseThrow(NotFoundException::new);
            if (activity.equals(waitedFor)) {
                return refused("plan.refused.waitsForItself");
            }
            if (one.version() != seen || plan.find(waitedFor).isEmpty()) {
                return refused("plan.refused.changedMeanwhile");
            }
            var links = new ArrayList<>(plan.before(activity));
            if (links.stream().noneMatch(link -> link.before().equals(waitedFor))) {
                links.add(new PlannedLink(
                        waitedFor,
                        activity,
                        Link.Type.FINISH_START,
                        0,
                        plan.basis().calendar().name()));
                return store(me, plan, one, one.stored(), links);
            }
            return new Outcome.Done(activity);
        });
    }

    /// Takes an activity out; what waited for it waits for what it waited for. All that people added to
    /// it is kept, and comes back with it.
    public Outcome remove(Actor.Person me, EngagementId engagement, UUID activity) {
        return edit(me, engagement, plan -> {
            var before = plan.find(activity).orElseThrow(NotFoundException::new);
            if (plan.activities().stream().anyMatch(one -> activity.equals(one.parent()))) {
                return refused("plan.refused.hasParts", before.core().name());
            }
            var after = plan.without(activity);
            if (after.activities().isEmpty()) {
                return refused("plan.refused.last");
            }
            check(after);
            var lost = plan.links().stream()
                    .filter(link -> link.before().equals(activity))
                    .toList();
            plans.remove(engagement, activity, after.links());
            if (activity.equals(plan.standing().goLive())) {
                plans.goLiveWith(engagement, null);
            }
            changes.add(engagement, me.id(), new Snapshot(before, plan.before(activity), lost), null);
            plans.touch(engagement, me.id());
            return new Outcome.Done(activity);
        });
    }

    /// Takes back what the person changed last, unless somebody changed it since.
    public Outcome undo(Actor.Person me, EngagementId engagement) {
        return edit(me, engagement, plan -> {
            var last = changes.last(engagement, me.id()).orElse(null);
            if (last == null) {
                return refused("plan.refused.nothingToUndo");
            }
            var now = plan.find(last.activity()).orElse(null);
            var after = last.after();
            boolean asLeft = after == null
                    ? now == null
                    : now != null && now.version() == after.activity().version();
            var before = last.before();
            boolean codeTaken = now == null
                    && before != null
                    && plan.find(before.activity().code()).isPresent();
            if (!asLeft || codeTaken) {
                return refused("plan.refused.changedSince");
            }
            var back = back(plan, last);
            check(back);
            if (last.before() == null) {
                plans.remove(engagement, last.activity(), back.links());
            } else {
                plans.store(
                        engagement,
                        back.find(last.activity()).orElseThrow(),
                        List.copyOf(back.before(last.activity())));
                plans.storeLinks(engagement, back.links());
            }
            changes.undone(last.id());
            plans.touch(engagement, me.id());
            return new Outcome.Done(last.activity());
        });
    }

    /// The plan as it was before a change of one activity.
    private static KeptPlan back(KeptPlan plan, PlanChanges.Change change) {
        var before = change.before();
        if (before == null) {
            return plan.without(change.activity());
        }
        var now = plan.find(change.activity());
        var activity =
                now.isPresent() && now.get().version() >= before.activity().version()
                        ? atVersion(before.activity(), now.get().version() + 1)
                        : before.activity().stored();
        var back = plan.with(activity, before.before());
        if (change.after() != null) {
            return back;
        }
        // What went around it goes through it again.
        var links = new ArrayList<>(back.links());
        links.removeIf(link ->
                before.others().stream().anyMatch(out -> out.after().equals(link.after()))
                        && before.before().stream().anyMatch(in -> in.before().equals(link.before())));
        links.addAll(before.others());
        return new KeptPlan(
                plan.engagement(),
                plan.name(),
                plan.basis(),
                plan.standing(),
                back.activities(),
                links.stream().distinct().toList());
    }

    private static PlannedActivity atVersion(PlannedActivity one, int version) {
        return new PlannedActivity(
                one.id(),
                one.code(),
                one.position(),
                one.parent(),
                one.core(),
                one.additions(),
                one.baseline(),
                version);
    }

    /// Keeps the dates as they are now as what is agreed, in place of what was agreed before.
    public Outcome setBaseline(Actor.Person me, EngagementId engagement) {
        return transactions.<Outcome>as(me, () -> {
            authority.require(me, Act.SET_BASELINE, engagement);
            var plan = plans.lock(engagement);
            var timetable = CriticalPath.of(plan.plan());
            var agreed = new ArrayList<PlannedActivity>();
            for (int k = 0; k < plan.activities().size(); k++) {
                var window = timetable.windows().get(k);
                var one = plan.activities().get(k);
                agreed.add(one.with(new Baseline(
                                timetable.date(window.start()).toLocalDateTime(),
                                timetable.date(window.finish()).toLocalDateTime(),
                                one.core().minutes()))
                        .stored());
            }
            plans.storeBaselines(engagement, agreed, me.id());
            ledger.record(
                    me,
                    engagement,
                    null,
                    Deed.of(
                            "baseline-set",
                            engagement.value(),
                            Map.of(
                                    "activities", agreed.size(),
                                    "finish", timetable.finishDate().toLocalDate())));
            return new Outcome.Done(engagement.value());
        });
    }

    /// Says with which activity the engagement goes live, from when the plan begins, and up to when
    /// progress is known.
    ///
    /// @param goLive null for the end of the plan
    /// @param status null where no progress is known
    public Outcome frame(
            Actor.Person me,
            EngagementId engagement,
            @Nullable UUID goLive,
            LocalDate start,
            @Nullable LocalDate status) {
        return edit(me, engagement, plan -> {
            if (goLive != null && plan.find(goLive).isEmpty()) {
                throw new NotFoundException();
            }
            var basis = plan.basis();
            var begin = start.equals(basis.start().toLocalDate())
                    ? basis.start()
                    : ReadingEdit.at(start, basis.calendar(), true);
            var known = basis.status();
            var until = status == null
                    ? null
                    : known != null && known.date().toLocalDate().equals(status)
                            ? known
                            : new Plan.Status(status.atTime(LocalTime.of(23, 59)), known == null || known.moves());
            var changed = plan.with(basis.with(begin, until));
            check(changed);
            plans.store(engagement, changed.basis());
            plans.goLiveWith(engagement, goLive);
            plans.touch(engagement, me.id());
            return new Outcome.Done(engagement.value());
        });
    }

    private Outcome edit(Actor.Person me, EngagementId engagement, Function<KeptPlan, Outcome> work) {
        try {
            return transactions.as(me, () -> {
                authority.require(me, Act.CONTRIBUTE, engagement);
                return work.apply(plans.lock(engagement));
            });
        } catch (RefusedEditException refused) {
            return new Outcome.Refused(refused.reason());
        } catch (UnusablePlanException unusable) {
            return refused("plan.refused.unusable", String.valueOf(unusable.getMessage()));
        }
    }

    private Outcome store(
            Actor.Person me, KeptPlan plan, PlannedActivity before, PlannedActivity after, List<PlannedLink> links) {
        if (before.stored().equals(after) && plan.before(before.id()).equals(links)) {
            return new Outcome.Done(before.id());
        }
        check(plan.with(after, links));
        var engagement = plan.engagement();
        plans.store(engagement, after, links);
        changes.add(
                engagement,
                me.id(),
                new Snapshot(before, plan.before(before.id()), List.of()),
                new Snapshot(after, links, List.of()));
        plans.touch(engagement, me.id());
        return new Outcome.Done(before.id());
    }

    /// What is written the same as before keeps what cannot be written, such as the calendar of a link
    /// without lag.
    private static List<PlannedLink> same(KeptPlan plan, UUID activity, List<PlannedLink> links) {
        var before = plan.before(activity);
        return links.stream()
                .map(link -> before.stream()
                        .filter(known -> known.before().equals(link.before())
                                && known.type() == link.type()
                                && known.lag() == link.lag()
                                && (link.lag() == 0 || (known.lagCalendar() == null) == (link.lagCalendar() == null)))
                        .findFirst()
                        .orElse(link))
                .toList();
    }

    /// @throws NotFoundException where the parent is no summary
    /// @throws RefusedEditException where it is a part of the activity itself
    private static void requireSummary(KeptPlan plan, UUID activity, @Nullable UUID parent) {
        if (parent != null
                && plan.find(parent).orElseThrow(NotFoundException::new).isWork()) {
            throw new NotFoundException();
        }
        for (var up = parent;
                up != null;
                up = plan.find(up).map(PlannedActivity::parent).orElse(null)) {
            if (up.equals(activity)) {
                throw new RefusedEditException(Text.of("plan.refused.partOfItself"));
            }
        }
    }

    private static void check(KeptPlan plan) {
        CriticalPath.of(plan.plan());
    }

    private static String unusedCode(KeptPlan plan) {
        int number = plan.activities().size() + 1;
        while (plan.find("N" + number).isPresent()) {
            number++;
        }
        return "N" + number;
    }

    private static Outcome refused(String key, Object... values) {
        return new Outcome.Refused(Text.of(key, values));
    }
}
