package org.fram.app.plan.web;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Party;
import org.fram.app.plan.ActivityEdit;
import org.fram.app.plan.Area;
import org.fram.app.plan.ConfirmingDurations;
import org.fram.app.plan.DurationConfirmations;
import org.fram.app.plan.DurationConfirmations.TableSide;
import org.fram.app.plan.KeptPlan;
import org.fram.app.plan.Lengths;
import org.fram.app.plan.PlanChanges;
import org.fram.app.plan.PlannedActivity;
import org.fram.app.plan.Plans;
import org.fram.app.plan.Simulations;
import org.fram.app.plan.Waits;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.identity.People;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Pair;
import org.fram.app.platform.pages.Tone;
import org.fram.schedule.CriticalPath;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Lays out the page of an activity. Is asked within a transaction.
@Component
class ActivityDesk {

    private static final int MOST_HISTORY = 12;

    private final EngagementHeads heads;
    private final Engagements engagements;
    private final Authority authority;
    private final Plans plans;
    private final PlanChanges changes;
    private final DurationConfirmations confirmations;
    private final ConfirmingDurations confirming;
    private final Simulations simulations;
    private final People people;

    ActivityDesk(
            EngagementHeads heads,
            Engagements engagements,
            Authority authority,
            Plans plans,
            PlanChanges changes,
            DurationConfirmations confirmations,
            ConfirmingDurations confirming,
            Simulations simulations,
            People people) {
        this.heads = heads;
        this.engagements = engagements;
        this.authority = authority;
        this.plans = plans;
        this.changes = changes;
        this.confirmations = confirmations;
        this.confirming = confirming;
        this.simulations = simulations;
        this.people = people;
    }

    /// The form for a new one.
    ///
    /// @param sent what was written and refused, or null
    ActivityPage blank(
            Frame frame, Actor.Person me, EngagementId engagement, @Nullable ActivityEdit sent, String refusal) {
        var head = heads.of(frame, me, engagement);
        authority.require(me, Act.CONTRIBUTE, engagement);
        var kept = plans.get(engagement);
        var edit = sent != null
                ? sent
                : new ActivityEdit(
                        "",
                        "1d",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        Binding.AS_SOON_AS_POSSIBLE.kind(),
                        "",
                        "",
                        "",
                        null,
                        null,
                        "",
                        null,
                        0);
        return new ActivityPage(
                head,
                head.address() + "/plan/activities",
                frame.text("plan.activity.new"),
                true,
                true,
                true,
                refusal,
                List.of(),
                List.of(),
                List.of(),
                form(frame, kept, null, edit),
                List.of(),
                false,
                false,
                0,
                List.of());
    }

    ActivityPage page(
            Frame frame,
            Actor.Person me,
            EngagementId engagement,
            UUID id,
            @Nullable ActivityEdit sent,
            String refusal) {
        var head = heads.of(frame, me, engagement);
        var kept = plans.get(engagement);
        var one = kept.find(id).orElseThrow(NotFoundException::new);
        boolean writable = authority.may(me, Act.CONTRIBUTE, engagement);
        var mine = confirming.side(
                engagement, authority.require(me, Act.SEE, engagement).party());
        var given = confirmations.of(engagement).stream()
                .filter(confirmation -> confirmation.activity().equals(id))
                .toList();
        String all = head.address() + "/plan/activities/";
        return new ActivityPage(
                head,
                all + id,
                one.core().name(),
                false,
                one.isWork(),
                writable,
                refusal,
                pairs(frame, kept, one),
                kept.before(id).stream()
                        .map(link -> kept.find(link.before()).orElseThrow())
                        .map(other -> Link.to(
                                all + other.id(),
                                other.code() + " " + other.core().name()))
                        .toList(),
                kept.links().stream()
                        .filter(link -> link.before().equals(id))
                        .map(link -> kept.find(link.after()).orElseThrow())
                        .map(other -> Link.to(
                                all + other.id(),
                                other.code() + " " + other.core().name()))
                        .toList(),
                form(frame, kept, one, sent != null ? sent : edit(kept, one)),
                confirmed(frame, engagement, one, given),
                writable && one.isWork(),
                given.stream().anyMatch(confirmation -> confirmation.side() == mine && confirmation.holds(one)),
                one.core().minutes(),
                history(frame, kept, one));
    }

    private List<Pair> pairs(Frame frame, KeptPlan kept, PlannedActivity one) {
        var timetable = CriticalPath.of(kept.plan());
        var window =
                timetable.windows().get(Objects.requireNonNull(kept.positions().get(one.id())));
        var lengths = Lengths.of(kept.basis().calendar(one.core().calendar()));
        var pairs = new ArrayList<Pair>();
        pairs.add(new Pair(frame.text("plan.column.code"), one.code()));
        pairs.add(new Pair(
                frame.text("plan.column.start"),
                frame.date(timetable.date(window.start()).toLocalDate())));
        pairs.add(new Pair(
                frame.text("plan.column.finish"),
                frame.date(timetable.date(window.finish()).toLocalDate())));
        if (!window.complete()) {
            pairs.add(new Pair(
                    frame.text("plan.column.slack"),
                    frame.text(
                            window.critical() ? "plan.activity.slackCritical" : "plan.activity.slack",
                            lengths.days(window.totalFloat()))));
        }
        var baseline = one.baseline();
        if (baseline != null && baseline.start() != null && baseline.finish() != null) {
            pairs.add(new Pair(
                    frame.text("plan.activity.baseline"),
                    frame.text(
                            "plan.activity.baselineIs",
                            frame.date(baseline.start().toLocalDate()),
                            frame.date(baseline.finish().toLocalDate()),
                            lengths.write(baseline.minutes()))));
        }
        simulations
                .newest(kept.engagement())
                .flatMap(newest -> newest.result().of(one.id()))
                .ifPresent(risk -> {
                    if (one.isWork() && !one.core().complete()) {
                        pairs.add(new Pair(
                                frame.text("plan.activity.p80"),
                                frame.date(risk.p80().toLocalDate())));
                        pairs.add(new Pair(
                                frame.text("plan.activity.criticality"), Math.round(risk.criticality() * 100) + " %"));
                    }
                });
        if (one.core().calendar() != null) {
            pairs.add(new Pair(frame.text("plan.activity.calendar"), one.core().calendar()));
        }
        return pairs;
    }

    private static ActivityEdit edit(KeptPlan kept, PlannedActivity one) {
        var core = one.core();
        var lengths = Lengths.of(kept.basis().calendar(core.calendar()));
        var range = one.additions().range();
        return new ActivityEdit(
                core.name(),
                lengths.write(core.minutes()),
                range == null ? "" : lengths.write(range.best()),
                range == null ? "" : lengths.write(range.likely()),
                range == null ? "" : lengths.write(range.worst()),
                day(core.progress().start()),
                day(core.progress().finish()),
                core.progress().start() == null || core.complete()
                        ? ""
                        : lengths.write(core.progress().remaining()),
                core.constraint().kind(),
                day(core.constraint().date()),
                day(core.deadline()),
                Waits.write(kept, one.id()),
                one.additions().party(),
                one.additions().area(),
                String.join(", ", one.additions().obligations()),
                one.parent(),
                one.version());
    }

    private ActivityPage.Form form(Frame frame, KeptPlan kept, @Nullable PlannedActivity one, ActivityEdit edit) {
        return new ActivityPage.Form(
                edit.name(),
                edit.duration(),
                edit.best(),
                edit.likely(),
                edit.worst(),
                edit.started(),
                edit.finished(),
                edit.remaining(),
                Choice.of(Binding.class, "plan.constraint", Binding.of(edit.constraint()), frame),
                edit.constraintDay(),
                edit.deadline(),
                edit.waits(),
                parties(frame, kept.engagement(), edit.party()),
                areas(frame, edit.area()),
                edit.obligations(),
                parents(frame, kept, one, edit.parent()),
                edit.seen());
    }

    private List<Choice> parties(Frame frame, EngagementId engagement, @Nullable PartyId chosen) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", frame.text("plan.activity.noParty"), chosen == null));
        for (Party party : engagements.parties(engagement)) {
            choices.add(
                    new Choice(party.id().toString(), party.name(), party.id().equals(chosen)));
        }
        return choices;
    }

    static List<Choice> areas(Frame frame, @Nullable Area chosen) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", frame.text("plan.activity.noArea"), chosen == null));
        choices.addAll(Choice.of(Area.class, "plan.area", chosen, frame));
        return choices;
    }

    private static List<Choice> parents(
            Frame frame, KeptPlan kept, @Nullable PlannedActivity one, @Nullable UUID chosen) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", frame.text("plan.activity.noParent"), chosen == null));
        kept.activities().stream()
                .filter(other -> !other.isWork() && (one == null || !other.id().equals(one.id())))
                .forEach(other -> choices.add(new Choice(
                        other.id().toString(),
                        other.code() + " " + other.core().name(),
                        other.id().equals(chosen))));
        return choices;
    }

    private List<ActivityPage.Confirmed> confirmed(
            Frame frame, EngagementId engagement, PlannedActivity one, List<DurationConfirmations.Confirmation> given) {
        if (!one.isWork()) {
            return List.of();
        }
        var zone = engagements.get(engagement).timeZone();
        var names = people.names(
                given.stream().map(DurationConfirmations.Confirmation::by).toList());
        var stands = new ArrayList<ActivityPage.Confirmed>();
        for (var side : TableSide.values()) {
            var confirmation = given.stream()
                    .filter(other -> other.side() == side)
                    .findFirst()
                    .orElse(null);
            String who = frame.text("plan.side." + side.code());
            if (confirmation == null) {
                stands.add(new ActivityPage.Confirmed(Tone.WARN, frame.text("plan.confirmed.not", who)));
            } else if (confirmation.holds(one)) {
                stands.add(new ActivityPage.Confirmed(
                        Tone.GOOD,
                        frame.text(
                                "plan.confirmed.by",
                                who,
                                names.getOrDefault(confirmation.by(), ""),
                                frame.time(confirmation.confirmed(), zone))));
            } else {
                stands.add(new ActivityPage.Confirmed(Tone.WARN, frame.text("plan.confirmed.other", who)));
            }
        }
        return stands;
    }

    private List<String> history(Frame frame, KeptPlan kept, PlannedActivity one) {
        var made = changes.of(one.id(), MOST_HISTORY);
        var names = people.names(made.stream().map(PlanChanges.Change::by).toList());
        var zone = engagements.get(kept.engagement()).timeZone();
        var lengths = Lengths.of(kept.basis().calendar(one.core().calendar()));
        return made.stream()
                .map(change -> frame.text(
                        change.undone() ? "plan.history.undone" : "plan.history.line",
                        frame.time(change.made(), zone),
                        names.getOrDefault(change.by(), ""),
                        what(frame, change, lengths)))
                .toList();
    }

    private static String what(Frame frame, PlanChanges.Change change, Lengths lengths) {
        var before = change.before();
        var after = change.after();
        if (before == null) {
            return frame.text("plan.history.added");
        }
        if (after == null) {
            return frame.text("plan.history.removed");
        }
        var was = before.activity();
        var is = after.activity();
        var parts = new ArrayList<String>();
        if (!was.core().name().equals(is.core().name())) {
            parts.add(
                    frame.text("plan.history.name", was.core().name(), is.core().name()));
        }
        if (was.core().minutes() != is.core().minutes()) {
            parts.add(frame.text(
                    "plan.history.length",
                    lengths.write(was.core().minutes()),
                    lengths.write(is.core().minutes())));
        }
        if (!was.core().constraint().equals(is.core().constraint())) {
            var kind = Binding.of(is.core().constraint().kind());
            var date = is.core().constraint().date();
            parts.add(frame.text(
                    "plan.history.constraint",
                    frame.text("plan.constraint." + kind.code()),
                    date == null ? "" : frame.date(date.toLocalDate())));
        }
        if (!was.core().progress().equals(is.core().progress())) {
            parts.add(frame.text("plan.history.progress"));
        }
        if (!before.before().equals(after.before())) {
            parts.add(frame.text("plan.history.links"));
        }
        if (!was.additions().equals(is.additions())) {
            parts.add(frame.text("plan.history.additions"));
        }
        return parts.isEmpty() ? frame.text("plan.history.other") : String.join("; ", parts);
    }

    private static String day(@Nullable LocalDateTime date) {
        return date == null ? "" : date.toLocalDate().toString();
    }
}
