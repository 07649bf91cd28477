package org.fram.app.plan.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.plan.KeptPlan;
import org.fram.app.plan.Plans;
import org.fram.app.plan.people.Booking;
import org.fram.app.plan.people.Bookings;
import org.fram.app.plan.people.Histogram;
import org.fram.app.plan.people.Histogram.Kind;
import org.fram.app.plan.people.Weeks;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Tone;
import org.fram.schedule.CriticalPath;
import org.fram.schedule.Network;
import org.fram.schedule.Plan;
import org.fram.schedule.Timetable;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What is behind a bar of the histogram: the activities and bookings of a week.
@Controller
@RequestMapping("/engagements/{engagement}/plan/load")
class LoadController {

    private static final double PERCENT = 100;

    private final Transactions transactions;
    private final EngagementHeads heads;
    private final Plans plans;
    private final Bookings bookings;
    private final Templates templates;

    LoadController(
            Transactions transactions, EngagementHeads heads, Plans plans, Bookings bookings, Templates templates) {
        this.transactions = transactions;
        this.heads = heads;
        this.plans = plans;
        this.bookings = bookings;
        this.templates = templates;
    }

    /// @param key of the resource, or of whoever is booked
    /// @param week a day of it; this week where none is given
    @GetMapping
    View show(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam(defaultValue = "resource") Kind kind,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate week) {
        return html(templates.planLoad(frame, transactions.as(me, () -> {
            var day = week == null ? bookings.today(engagement) : week;
            return page(frame, me, engagement, kind, key, Weeks.monday(day));
        })));
    }

    private LoadPage page(
            Frame frame, Actor.Person me, EngagementId engagement, Kind kind, String key, LocalDate monday) {
        var head = heads.of(frame, me, engagement);
        var kept = plans.find(engagement).orElse(null);
        var network = kept == null ? null : Network.of(kept.plan());
        var timetable = network == null ? null : CriticalPath.of(network, CriticalPath.Ends.PLAN);
        var booked = bookings.of(engagement);
        var row = Histogram.of(network, timetable, booked);
        var found = row.find(kind, key).orElse(null);
        int at = (int) ChronoUnit.WEEKS.between(row.first(), monday);
        var week = found == null || at < 0 || at >= found.weeks().size()
                ? new Histogram.Week(0, false)
                : found.weeks().get(at);
        String name = found == null ? "" : found.name();
        return new LoadPage(
                head,
                frame.text("plan.load.title.week", name, frame.date(monday)),
                frame.text(
                        !week.over()
                                ? week.percent() > 0 ? "plan.load.of" : "plan.load.nothing"
                                : week.percent() > PERCENT ? "plan.load.over" : "plan.load.overAtTimes",
                        Math.round(week.percent())),
                week.over() ? Tone.WARN : Tone.CALM,
                List.of(
                        Link.to(way(head.address(), kind, key, monday.minusWeeks(1)), frame.text("plan.load.before")),
                        Link.to(way(head.address(), kind, key, monday.plusWeeks(1)), frame.text("plan.load.after"))),
                kind == Kind.RESOURCE && kept != null && timetable != null
                        ? activities(frame, kept, timetable, key, monday, head.address())
                        : List.of(),
                booked.stream()
                        .filter(one -> kind == Kind.PERSON
                                ? one.whose().equals(key)
                                : !name.isEmpty() && one.resource().equals(name))
                        .filter(one -> !one.terms().begins().isAfter(monday.plusDays(6))
                                && !one.terms().ends().isBefore(monday))
                        .map(one -> booking(frame, one, head.address()))
                        .toList());
    }

    private static String way(String address, Kind kind, String key, LocalDate monday) {
        return "%s/plan/load?kind=%s&key=%s&week=%s"
                .formatted(address, kind.code(), URLEncoder.encode(key, StandardCharsets.UTF_8), monday);
    }

    private static List<LoadPage.Work> activities(
            Frame frame, KeptPlan kept, Timetable timetable, String key, LocalDate monday, String address) {
        var plan = kept.plan();
        long from = timetable.instant(monday.atStartOfDay());
        long to = timetable.instant(monday.plusWeeks(1).atStartOfDay());
        var works = new ArrayList<LoadPage.Work>();
        for (var assigned : plan.assignments()) {
            var window = timetable.windows().get(assigned.activity());
            if (named(plan, assigned.resource(), key)
                    && window.start() < to
                    && window.finish() > from
                    && !window.complete()) {
                var one = kept.activities().get(assigned.activity());
                works.add(new LoadPage.Work(
                        Link.to(address + "/plan/activities/" + one.id(), one.code()),
                        one.core().name(),
                        frame.text(
                                "plan.load.span",
                                frame.date(timetable.date(window.start()).toLocalDate()),
                                frame.date(timetable.date(window.finish()).toLocalDate())),
                        frame.text("plan.histogram.percent", assigned.units())));
            }
        }
        return works;
    }

    private static boolean named(Plan plan, int resource, String key) {
        return plan.resources().get(resource).id().equals(key);
    }

    private static LoadPage.Work booking(Frame frame, Booking one, String address) {
        return new LoadPage.Work(
                Link.to(address + "/plan/bookings#" + one.id(), one.ref()),
                one.person(),
                frame.text(
                        "plan.load.span",
                        frame.date(one.terms().begins()),
                        frame.date(one.terms().ends())),
                frame.text("plan.histogram.percent", one.terms().share()));
    }
}
