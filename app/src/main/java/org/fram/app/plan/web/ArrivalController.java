package org.fram.app.plan.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Engagements;
import org.fram.app.plan.Arrivals;
import org.fram.app.plan.Difference;
import org.fram.app.plan.Lengths;
import org.fram.app.plan.Plans;
import org.fram.app.plan.TakingOver;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Link;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// A plan that arrived when there was one: what it would change, and deciding about it.
@Controller
@RequestMapping("/engagements/{engagement}/plan/arrivals/{arrival}")
class ArrivalController {

    private static final int LISTED = 100;

    private final Transactions transactions;
    private final Authority authority;
    private final EngagementHeads heads;
    private final Engagements engagements;
    private final Plans plans;
    private final Arrivals arrivals;
    private final TakingOver takingOver;
    private final Templates templates;

    ArrivalController(
            Transactions transactions,
            Authority authority,
            EngagementHeads heads,
            Engagements engagements,
            Plans plans,
            Arrivals arrivals,
            TakingOver takingOver,
            Templates templates) {
        this.transactions = transactions;
        this.authority = authority;
        this.heads = heads;
        this.engagements = engagements;
        this.plans = plans;
        this.arrivals = arrivals;
        this.takingOver = takingOver;
        this.templates = templates;
    }

    @GetMapping
    View show(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable UUID arrival,
            @RequestParam(defaultValue = "false") boolean merging) {
        return page(frame, me, engagement, arrival, merging, "");
    }

    /// @param seen the revision of the plan that the difference was shown against
    @PostMapping
    View take(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable UUID arrival,
            @RequestParam(defaultValue = "false") boolean merging,
            @RequestParam(defaultValue = "0") long seen,
            HttpServletResponse response) {
        return after(
                takingOver.take(me, engagement, arrival, merging, seen),
                frame,
                me,
                engagement,
                arrival,
                merging,
                response);
    }

    @PostMapping("/decline")
    View decline(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable UUID arrival,
            HttpServletResponse response) {
        return after(takingOver.decline(me, engagement, arrival), frame, me, engagement, arrival, false, response);
    }

    private View after(
            TakingOver.Outcome outcome,
            Frame frame,
            Actor.Person me,
            EngagementId engagement,
            UUID arrival,
            boolean merging,
            HttpServletResponse response) {
        if (outcome instanceof TakingOver.Outcome.Refused(var reason)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(frame, me, engagement, arrival, merging, frame.text(reason));
        }
        return new RedirectView("/engagements/%s/plan".formatted(engagement));
    }

    private View page(
            Frame frame, Actor.Person me, EngagementId engagement, UUID arrival, boolean merging, String refusal) {
        return html(templates.planArrival(
                frame, transactions.as(me, () -> laidOut(frame, me, engagement, arrival, merging, refusal))));
    }

    private ArrivalPage laidOut(
            Frame frame, Actor.Person me, EngagementId engagement, UUID id, boolean merging, String refusal) {
        var head = heads.of(frame, me, engagement);
        var arrival = arrivals.get(engagement, id);
        var outcome = arrival.outcome();
        String address = head.address() + "/plan/arrivals/" + id;
        var preview = outcome == null ? takingOver.preview(engagement, id, merging) : null;
        var kept = plans.get(engagement);
        var zone = engagements.get(engagement).timeZone();
        return new ArrivalPage(
                head,
                address,
                arrival.fileName(),
                frame.text("plan.arrival.lead", arrival.format(), frame.time(arrival.arrived(), zone)),
                authority.may(me, Act.CONTRIBUTE, engagement),
                refusal,
                outcome == null ? "" : frame.text("plan.arrival.outcome." + outcome.code()),
                arrival.notes(),
                outcome != null
                        ? List.of()
                        : List.of(
                                new Link(address, frame.text("plan.arrival.replace"), !merging),
                                new Link(address + "?merging=true", frame.text("plan.arrival.merge"), merging)),
                preview instanceof TakingOver.Preview.Impossible(var why) ? why : "",
                preview instanceof TakingOver.Preview.Shown(var difference)
                        ? frame.text(
                                difference.before().equals(difference.after())
                                        ? "plan.arrival.finishSame"
                                        : "plan.arrival.finish",
                                frame.date(difference.before()),
                                frame.date(difference.after()))
                        : "",
                merging,
                kept.standing().revision(),
                preview instanceof TakingOver.Preview.Shown(var difference)
                        ? groups(frame, difference, Lengths.of(kept.basis().calendar()))
                        : List.of());
    }

    private static List<ArrivalPage.Group> groups(Frame frame, Difference difference, Lengths lengths) {
        var groups = new ArrayList<ArrivalPage.Group>();
        add(groups, frame, "changed", difference.changed(), lengths);
        add(groups, frame, "added", difference.added(), lengths);
        add(groups, frame, "gone", difference.gone(), lengths);
        return groups;
    }

    private static void add(
            List<ArrivalPage.Group> groups, Frame frame, String kind, List<Difference.Line> lines, Lengths lengths) {
        if (!lines.isEmpty()) {
            groups.add(new ArrivalPage.Group(
                    frame.text("plan.arrival.group." + kind, lines.size()),
                    kind.equals("gone") ? frame.text("plan.arrival.goneLead") : "",
                    lines.stream()
                            .limit(LISTED)
                            .map(line -> line(frame, line, lengths))
                            .toList(),
                    lines.size() > LISTED ? frame.text("plan.arrival.more", lines.size() - LISTED) : ""));
        }
    }

    private static ArrivalPage.Line line(Frame frame, Difference.Line line, Lengths lengths) {
        var before = line.before();
        var after = line.after();
        var what = new ArrayList<String>();
        if (before != null && after != null) {
            if (!before.name().equals(after.name())) {
                what.add(frame.text("plan.arrival.name", before.name()));
            }
            if (before.minutes() != after.minutes()) {
                what.add(frame.text(
                        "plan.arrival.length", lengths.write(before.minutes()), lengths.write(after.minutes())));
            }
            if (!before.start().equals(after.start())) {
                what.add(frame.text("plan.arrival.start", frame.date(before.start()), frame.date(after.start())));
            }
            if (!before.finish().equals(after.finish())) {
                what.add(frame.text("plan.arrival.end", frame.date(before.finish()), frame.date(after.finish())));
            }
            if (line.links()) {
                what.add(frame.text("plan.arrival.links"));
            }
        } else {
            var one = after != null ? after : before;
            if (one != null) {
                what.add(frame.text("plan.arrival.from", frame.date(one.start()), frame.date(one.finish())));
            }
        }
        var named = after != null ? after : before;
        return new ArrivalPage.Line(
                line.code(),
                named == null ? "" : named.name(),
                String.join("; ", what),
                line.kept() ? frame.text("plan.arrival.kept") : "");
    }
}
