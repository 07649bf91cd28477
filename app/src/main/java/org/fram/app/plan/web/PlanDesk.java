package org.fram.app.plan.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.fram.app.engagement.Engagement;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Engagements;
import org.fram.app.plan.Arrivals;
import org.fram.app.plan.KeptPlan;
import org.fram.app.plan.Lengths;
import org.fram.app.plan.Levellings;
import org.fram.app.plan.PlanChanges;
import org.fram.app.plan.PlannedActivity;
import org.fram.app.plan.Plans;
import org.fram.app.plan.Simulated;
import org.fram.app.plan.Simulations;
import org.fram.app.plan.people.Bookings;
import org.fram.app.plan.people.Histogram;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.Codes;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.KeyFigure;
import org.fram.app.platform.pages.Link;
import org.fram.schedule.Activity.Kind;
import org.fram.schedule.CriticalPath;
import org.fram.schedule.Network;
import org.fram.schedule.Overbooking;
import org.fram.schedule.Plan;
import org.fram.schedule.Timetable;
import org.fram.schedule.health.Health;
import org.fram.schedule.health.Health.Verdict;
import org.fram.schedule.health.HealthLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Lays out the page of a plan. Is asked within a transaction.
@Component
class PlanDesk {

    /// Rows of one page: more than anybody reads, few enough to be there at once.
    static final int ROWS = 400;

    private static final int MOST_LISTED = 20;
    private static final int DAYS_AROUND = 4;
    /// From the evening of a Friday to the morning of a Monday, in minutes.
    private static final long WEEKEND = 3 * 24 * 60;
    private static final double BAR_LEAST = 2;
    private static final double DIAMOND = 7;
    /// How far from the end of a bar one takes hold of it to draw a link.
    private static final double HANDLE = 4;
    private static final int MIDDLE = 14;

    private final EngagementHeads heads;
    private final Engagements engagements;
    private final Authority authority;
    private final Plans plans;
    private final Arrivals arrivals;
    private final PlanChanges changes;
    private final Simulations simulations;
    private final Bookings bookings;
    private final Levellings levellings;
    private final InstantSource clock;

    PlanDesk(
            EngagementHeads heads,
            Engagements engagements,
            Authority authority,
            Plans plans,
            Arrivals arrivals,
            PlanChanges changes,
            Simulations simulations,
            Bookings bookings,
            Levellings levellings,
            InstantSource clock) {
        this.heads = heads;
        this.engagements = engagements;
        this.authority = authority;
        this.plans = plans;
        this.arrivals = arrivals;
        this.changes = changes;
        this.simulations = simulations;
        this.bookings = bookings;
        this.levellings = levellings;
        this.clock = clock;
    }

    /// What is to be seen of the plan.
    ///
    /// @param zoom null for the one that fits
    /// @param from the first row, from 0
    record View(@Nullable Zoom zoom, Show show, int from) {}

    PlanPage page(Frame frame, Actor.Person me, EngagementId id, View view, String refusal) {
        var head = heads.of(frame, me, id);
        boolean writable = authority.may(me, Act.CONTRIBUTE, id);
        boolean baselining = authority.may(me, Act.SET_BASELINE, id);
        var kept = plans.find(id).orElse(null);
        if (kept == null) {
            return new PlanPage(
                    head,
                    writable,
                    baselining,
                    refusal,
                    List.of(),
                    "",
                    List.of(),
                    null,
                    List.of(),
                    "",
                    null,
                    List.of(),
                    List.of(),
                    histogram(frame, null, null, id, head.address()));
        }
        var plan = kept.plan();
        var network = Network.of(plan);
        var timetable = CriticalPath.of(network, CriticalPath.Ends.PLAN);
        var simulation = simulations.newest(id).orElse(null);
        var engagement = engagements.get(id);
        var set = kept.standing().baselineSet();
        return new PlanPage(
                head,
                writable,
                baselining,
                refusal,
                notes(frame, kept, simulation, head.address()),
                undo(frame, me, kept),
                figures(frame, kept, timetable, simulation, head.address()),
                new Charting(frame, kept, network, timetable, simulation, engagement, view, head.address()).chart(),
                health(frame, kept, plan),
                set == null ? "" : frame.time(set, engagement.timeZone()),
                framing(frame, kept),
                gone(frame, id),
                loads(frame, plan, network, timetable),
                histogram(frame, network, timetable, id, head.address()));
    }

    private List<PlanPage.Note> notes(
            Frame frame, KeptPlan kept, Simulations.@Nullable Simulation simulation, String address) {
        var notes = new ArrayList<PlanPage.Note>();
        arrivals.waiting(kept.engagement())
                .ifPresent(waiting -> notes.add(new PlanPage.Note(
                        frame.text("plan.note.waiting", waiting.fileName()),
                        Link.to(address + "/plan/arrivals/" + waiting.id(), frame.text("plan.note.waitingLink")))));
        levellings
                .newest(kept.engagement())
                .filter(found -> found.outcome() == null
                        && found.revision() == kept.standing().revision())
                .ifPresent(_ -> notes.add(new PlanPage.Note(
                        frame.text("plan.note.levelled"),
                        Link.to(address + "/plan/levelled", frame.text("plan.note.levelledLink")))));
        if (simulation != null && simulation.revision() < kept.standing().revision()) {
            notes.add(new PlanPage.Note(frame.text("plan.note.stale"), null));
        }
        arrivals.last(kept.engagement())
                .ifPresent(last -> last.notes()
                        .forEach(note -> notes.add(
                                new PlanPage.Note(frame.text("plan.note.file", last.fileName(), note), null))));
        return notes;
    }

    private String undo(Frame frame, Actor.Person me, KeptPlan kept) {
        return changes.last(kept.engagement(), me.id())
                .map(last -> {
                    var of = last.after() != null ? last.after() : last.before();
                    String name = of == null ? "" : of.activity().core().name();
                    return frame.text(
                            last.before() == null
                                    ? "plan.undo.added"
                                    : last.after() == null ? "plan.undo.removed" : "plan.undo.changed",
                            name);
                })
                .orElse("");
    }

    private static List<KeyFigure> figures(
            Frame frame,
            KeptPlan kept,
            Timetable timetable,
            Simulations.@Nullable Simulation simulation,
            String address) {
        var figures = new ArrayList<KeyFigure>();
        figures.add(new KeyFigure(
                frame.text("plan.figure.finish"),
                frame.date(timetable.finishDate().toLocalDate()),
                frame.text("plan.figure.finishNote"),
                null));
        long critical = 0;
        long work = 0;
        long done = 0;
        for (int k = 0; k < kept.activities().size(); k++) {
            var one = kept.activities().get(k);
            if (one.isWork()) {
                work++;
                critical += timetable.windows().get(k).critical() ? 1 : 0;
                done += one.core().complete() ? 1 : 0;
            }
        }
        figures.add(new KeyFigure(
                frame.text("plan.figure.critical"),
                Long.toString(critical),
                frame.text("plan.figure.criticalNote", work, done),
                null));
        if (simulation != null) {
            figures.add(new KeyFigure(
                    frame.text("plan.figure.p80"),
                    frame.date(simulation.result().finishes().day(0.8)),
                    frame.text("plan.figure.p80Note"),
                    Link.to(address + "/date", frame.text("plan.date.title"))));
        }
        return figures;
    }

    private static List<String> health(Frame frame, KeptPlan kept, Plan plan) {
        return Health.of(plan, kept.costs(), HealthLimits.library()).checks().stream()
                .filter(check -> check.verdict() == Verdict.FAILED)
                .map(check -> frame.text("plan.health.line", check.limit().title(), check.reason()))
                .toList();
    }

    private static PlanPage.Framing framing(Frame frame, KeptPlan kept) {
        var goLive = kept.standing().goLive();
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", frame.text("plan.frame.end"), goLive == null));
        kept.activities().stream()
                .filter(one -> one.core().kind() == Kind.MILESTONE || one.id().equals(goLive))
                .forEach(one -> choices.add(new Choice(
                        one.id().toString(),
                        one.code() + " " + one.core().name(),
                        one.id().equals(goLive))));
        var status = kept.basis().status();
        return new PlanPage.Framing(
                !kept.basis().bookings().isEmpty(),
                choices,
                kept.basis().start().toLocalDate().toString(),
                status == null ? "" : status.date().toLocalDate().toString());
    }

    private List<PlanPage.Gone> gone(Frame frame, EngagementId engagement) {
        return plans.gone(engagement).stream()
                .filter(one -> one.isWork())
                .map(one -> new PlanPage.Gone(
                        one.code(),
                        one.core().name(),
                        one.additions().obligations().isEmpty()
                                ? ""
                                : frame.text(
                                        "plan.gone.kept",
                                        String.join(", ", one.additions().obligations()))))
                .limit(MOST_LISTED)
                .toList();
    }

    private @Nullable LoadChart histogram(
            Frame frame,
            @Nullable Network network,
            @Nullable Timetable timetable,
            EngagementId engagement,
            String address) {
        var histogram = Histogram.of(network, timetable, bookings.of(engagement));
        return histogram.rows().isEmpty() ? null : LoadChart.of(frame, histogram, address);
    }

    private static List<PlanPage.Load> loads(Frame frame, Plan plan, Network network, Timetable timetable) {
        return together(Overbooking.of(network, timetable)).stream()
                .limit(MOST_LISTED)
                .map(over -> new PlanPage.Load(
                        plan.resources().get(over.resource()).name(),
                        frame.date(timetable.date(over.from()).toLocalDate()),
                        frame.date(timetable.date(over.to()).toLocalDate()),
                        frame.text("plan.load.booked", over.booked(), over.there())))
                .toList();
    }

    /// Those of a resource with nothing but nights and a weekend between them are one.
    private static List<Overbooking> together(List<Overbooking> all) {
        var together = new ArrayList<Overbooking>();
        for (var next : all) {
            var last = together.isEmpty() ? null : together.getLast();
            if (last != null
                    && last.resource() == next.resource()
                    && last.there() == next.there()
                    && last.booked() == next.booked()
                    && next.from() - last.to() <= WEEKEND) {
                together.set(
                        together.size() - 1,
                        new Overbooking(last.resource(), last.from(), next.to(), last.booked(), last.there()));
            } else {
                together.add(next);
            }
        }
        return together;
    }

    /// Lays out the chart.
    private final class Charting {

        private final Frame frame;
        private final KeptPlan kept;
        private final Network network;
        private final Timetable timetable;
        private final Map<UUID, Simulated.OfActivity> simulated = new HashMap<>();
        private final @Nullable LocalDate target;
        private final LocalDate today;
        private final Axis axis;
        private final View view;
        private final String address;

        Charting(
                Frame frame,
                KeptPlan kept,
                Network network,
                Timetable timetable,
                Simulations.@Nullable Simulation simulation,
                Engagement engagement,
                View view,
                String address) {
            this.frame = frame;
            this.kept = kept;
            this.network = network;
            this.timetable = timetable;
            this.target = engagement.targetGoLive();
            this.today = LocalDate.ofInstant(clock.instant(), engagement.timeZone());
            this.view = view;
            this.address = address;
            if (simulation != null) {
                simulation.result().activities().forEach(one -> simulated.put(one.activity(), one));
            }
            this.axis = axis();
        }

        private Axis axis() {
            var first = kept.basis().start().toLocalDate();
            var last = first;
            for (int k = 0; k < kept.activities().size(); k++) {
                var one = kept.activities().get(k);
                var window = timetable.windows().get(k);
                var dates = new ArrayList<LocalDate>();
                dates.add(timetable.date(window.start()).toLocalDate());
                dates.add(timetable.date(window.finish()).toLocalDate());
                var baseline = one.baseline();
                if (baseline != null && baseline.start() != null && baseline.finish() != null) {
                    dates.add(baseline.start().toLocalDate());
                    dates.add(baseline.finish().toLocalDate());
                }
                var risk = simulated.get(one.id());
                if (risk != null) {
                    dates.add(risk.p80().toLocalDate());
                }
                for (var date : dates) {
                    first = date.isBefore(first) ? date : first;
                    last = date.isAfter(last) ? date : last;
                }
            }
            if (target != null && target.isBefore(last.plusYears(2)) && target.isAfter(last)) {
                last = target;
            }
            long days = ChronoUnit.DAYS.between(first, last);
            var zoom = view.zoom() == null ? Zoom.fitting(days) : view.zoom();
            return new Axis(first.minusDays(DAYS_AROUND), last.plusDays(2L * DAYS_AROUND), zoom);
        }

        PlanPage.Chart chart() {
            var shown = shown();
            int from = Math.clamp(view.from(), 0, Math.max(0, shown.size() - 1)) / ROWS * ROWS;
            var ofPage = shown.subList(from, Math.min(shown.size(), from + ROWS));
            var links = new Arrows(kept, network, timetable, axis, ofPage).pieces();
            var rows = new ArrayList<PlanPage.Row>();
            for (int row = 0; row < ofPage.size(); row++) {
                rows.add(row(ofPage.get(row), links.get(row)));
            }
            return new PlanPage.Chart(
                    Stream.of(Zoom.values())
                            .map(zoom -> new Link(
                                    way(zoom, view.show(), from),
                                    frame.text("plan.zoom." + zoom.code()),
                                    zoom == axis.zoom()))
                            .toList(),
                    Stream.of(Show.values())
                            .map(show -> new Link(
                                    way(axis.zoom(), show, 0),
                                    frame.text("plan.show." + show.code()),
                                    show == view.show()))
                            .toList(),
                    pages(shown.size(), from),
                    axis.width(),
                    axis.zoom().perDay,
                    axis.ticks(frame.texts().locale()),
                    within(today) ? Axis.number(axis.at(today.atTime(12, 0))) : "",
                    target != null && within(target) ? Axis.number(axis.at(target.atTime(23, 59))) : "",
                    kept.activities().stream().anyMatch(one -> one.baseline() != null),
                    !simulated.isEmpty(),
                    rows);
        }

        private List<Integer> shown() {
            return Stream.iterate(0, k -> k < kept.activities().size(), k -> k + 1)
                    .filter(k -> switch (view.show()) {
                        case ALL -> true;
                        case SUMMARIES -> kept.activities().get(k).core().kind() != Kind.TASK;
                        case CRITICAL -> timetable.windows().get(k).critical();
                        case OPEN ->
                            !kept.activities().get(k).core().complete()
                                    && !timetable.windows().get(k).complete();
                    })
                    .toList();
        }

        private List<Link> pages(int count, int from) {
            if (count <= ROWS) {
                return List.of();
            }
            var pages = new ArrayList<Link>();
            for (int first = 0; first < count; first += ROWS) {
                pages.add(new Link(
                        way(axis.zoom(), view.show(), first),
                        frame.text("plan.rows", first + 1, Math.min(count, first + ROWS)),
                        first == from));
            }
            return pages;
        }

        private String way(Zoom zoom, Show show, int from) {
            return "%s/plan?zoom=%s&show=%s&from=%d".formatted(address, zoom.code(), show.code(), from);
        }

        private boolean within(LocalDate day) {
            return !day.isBefore(axis.first()) && !day.isAfter(axis.last());
        }

        private PlanPage.Row row(int k, Arrows.Pieces links) {
            var one = kept.activities().get(k);
            var core = one.core();
            var window = timetable.windows().get(k);
            var lengths = Lengths.of(kept.basis().calendar(core.calendar()));
            var start = timetable.date(window.start()).toLocalDateTime();
            var finish = timetable.date(window.finish()).toLocalDateTime();
            boolean summary = core.kind() == Kind.SUMMARY;
            int done = summary ? -1 : done(one);
            return new PlanPage.Row(
                    one.id().toString(),
                    one.code(),
                    core.name(),
                    level(one),
                    Codes.of(core.kind()),
                    frame.date(start.toLocalDate()),
                    frame.date(finish.toLocalDate()),
                    summary || core.kind() == Kind.MILESTONE ? "" : lengths.write(core.minutes()),
                    window.complete() ? "" : lengths.days(window.totalFloat()),
                    done <= 0 ? "" : done + " %",
                    window.critical(),
                    one.isWork() && core.progress().start() == null,
                    one.version(),
                    start.toLocalDate().toString(),
                    frame.text(
                            "plan.bar.about",
                            core.name(),
                            frame.date(start.toLocalDate()),
                            frame.date(finish.toLocalDate())),
                    bar(one, start, finish, done),
                    links);
        }

        private PlanPage.Bar bar(PlannedActivity one, LocalDateTime start, LocalDateTime finish, int done) {
            double x = axis.at(start);
            double end = Math.max(axis.at(finish), x + BAR_LEAST);
            var baseline = one.baseline();
            var agreedStart = baseline == null ? null : baseline.start();
            var agreedFinish = baseline == null ? null : baseline.finish();
            var risk = one.isWork() && !one.core().complete() ? simulated.get(one.id()) : null;
            double p80 = risk == null ? 0 : axis.at(risk.p80());
            return new PlanPage.Bar(
                    Axis.number(x),
                    Axis.number(end - x),
                    done <= 0 ? "" : Axis.number((end - x) * done / 100),
                    agreedStart == null || agreedFinish == null ? "" : Axis.number(axis.at(agreedStart)),
                    agreedStart == null || agreedFinish == null
                            ? ""
                            : Axis.number(Math.max(BAR_LEAST, axis.at(agreedFinish) - axis.at(agreedStart))),
                    risk != null && p80 > end ? Axis.number(end) : "",
                    risk != null && p80 > end ? Axis.number(p80 - end) : "",
                    one.core().kind() == Kind.MILESTONE ? diamond(x) : "",
                    Axis.number(one.core().kind() == Kind.MILESTONE ? x + DIAMOND + HANDLE : end + HANDLE));
        }

        private static String diamond(double x) {
            return "%s,%d %s,%s %s,%d %s,%s"
                    .formatted(
                            Axis.number(x - DIAMOND),
                            MIDDLE,
                            Axis.number(x),
                            Axis.number(MIDDLE - DIAMOND),
                            Axis.number(x + DIAMOND),
                            MIDDLE,
                            Axis.number(x),
                            Axis.number(MIDDLE + DIAMOND));
        }

        private int level(PlannedActivity one) {
            int level = 0;
            for (var up = one.parent(); up != null && level < 8; level++) {
                var parent = byId().get(up);
                up = parent == null ? null : parent.parent();
            }
            return level;
        }

        private @Nullable Map<UUID, PlannedActivity> known;

        private Map<UUID, PlannedActivity> byId() {
            var all = known;
            if (all == null) {
                all = new HashMap<>();
                for (var one : kept.activities()) {
                    all.put(one.id(), one);
                }
                known = all;
            }
            return all;
        }
    }

    /// How much of an activity is done, in per cent.
    static int done(PlannedActivity one) {
        var core = one.core();
        if (core.complete()) {
            return 100;
        }
        return core.progress().start() == null || core.minutes() == 0
                ? 0
                : (int) Math.max(0, 100 * (core.minutes() - core.progress().remaining()) / core.minutes());
    }
}
