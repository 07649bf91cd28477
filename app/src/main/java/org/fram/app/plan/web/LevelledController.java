package org.fram.app.plan.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Engagements;
import org.fram.app.plan.DecidingLevelling;
import org.fram.app.plan.Difference;
import org.fram.app.plan.KeptPlan;
import org.fram.app.plan.LevelledPlan;
import org.fram.app.plan.LevellingResources;
import org.fram.app.plan.LevellingResources.Effort;
import org.fram.app.plan.Levellings;
import org.fram.app.plan.Plans;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.KeyFigure;
import org.fram.app.platform.pages.Tone;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Levelling a plan, and deciding about what was found.
@Controller
@RequestMapping("/engagements/{engagement}/plan")
class LevelledController {

    private static final int LISTED = 200;

    private final Transactions transactions;
    private final Authority authority;
    private final EngagementHeads heads;
    private final Engagements engagements;
    private final Plans plans;
    private final Levellings levellings;
    private final LevellingResources levelling;
    private final DecidingLevelling deciding;
    private final Templates templates;

    LevelledController(
            Transactions transactions,
            Authority authority,
            EngagementHeads heads,
            Engagements engagements,
            Plans plans,
            Levellings levellings,
            LevellingResources levelling,
            DecidingLevelling deciding,
            Templates templates) {
        this.transactions = transactions;
        this.authority = authority;
        this.heads = heads;
        this.engagements = engagements;
        this.plans = plans;
        this.levellings = levellings;
        this.levelling = levelling;
        this.deciding = deciding;
        this.templates = templates;
    }

    @PostMapping("/level")
    View level(
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam(defaultValue = "usual") Effort effort) {
        return new RedirectView(
                "/engagements/%s/runs/%s".formatted(engagement, levelling.request(me, engagement, effort)));
    }

    @GetMapping("/levelled")
    View show(Frame frame, Actor.Person me, @PathVariable EngagementId engagement) {
        return page(frame, me, engagement, "");
    }

    /// @param id of the levelled plan that the page showed
    @PostMapping("/levelled/take")
    View take(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam UUID id,
            HttpServletResponse response) {
        return after(deciding.take(me, engagement, id), frame, me, engagement, response);
    }

    /// @param id of the levelled plan that the page showed
    @PostMapping("/levelled/decline")
    View decline(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam UUID id,
            HttpServletResponse response) {
        return after(deciding.decline(me, engagement, id), frame, me, engagement, response);
    }

    private View after(
            DecidingLevelling.Outcome outcome,
            Frame frame,
            Actor.Person me,
            EngagementId engagement,
            HttpServletResponse response) {
        if (outcome instanceof DecidingLevelling.Outcome.Refused(var reason)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(frame, me, engagement, frame.text(reason));
        }
        return new RedirectView("/engagements/%s/plan".formatted(engagement));
    }

    private View page(Frame frame, Actor.Person me, EngagementId engagement, String refusal) {
        return html(templates.planLevelled(frame, transactions.as(me, () -> laidOut(frame, me, engagement, refusal))));
    }

    private LevelledPage laidOut(Frame frame, Actor.Person me, EngagementId engagement, String refusal) {
        var head = heads.of(frame, me, engagement);
        var kept = plans.find(engagement).orElse(null);
        var found = levellings.newest(engagement).orElse(null);
        if (kept == null || found == null) {
            return new LevelledPage(
                    head,
                    "",
                    "",
                    refusal,
                    Tone.CALM,
                    frame.text("plan.levelled.none"),
                    List.of(),
                    List.of(),
                    List.of(),
                    "");
        }
        String lead = frame.text(
                "plan.levelled.lead",
                frame.time(found.computed(), engagements.get(engagement).timeZone()));
        var result = found.result();
        var outcome = found.outcome();
        if (outcome != null || found.revision() != kept.standing().revision()) {
            return new LevelledPage(
                    head,
                    "",
                    lead,
                    refusal,
                    Tone.CALM,
                    frame.text(outcome == null ? "plan.levelled.stale" : "plan.levelled.outcome." + outcome.code()),
                    figures(frame, result, result.starts().size()),
                    List.of(),
                    List.of(),
                    "");
        }
        var moved = moved(deciding.preview(kept, result), kept);
        return new LevelledPage(
                head,
                authority.may(me, Act.CONTRIBUTE, engagement) ? found.id().toString() : "",
                lead,
                refusal,
                result.overAfter() > 0 ? Tone.WARN : result.finish().isAfter(result.before()) ? Tone.ACCENT : Tone.GOOD,
                verdict(frame, result),
                figures(frame, result, moved.size()),
                notes(frame, result),
                moved.stream().limit(LISTED).map(line -> line(frame, line)).toList(),
                moved.size() > LISTED ? frame.text("plan.arrival.more", moved.size() - LISTED) : "");
    }

    private static String verdict(Frame frame, LevelledPlan result) {
        long later = ChronoUnit.DAYS.between(result.before(), result.finish());
        return frame.text(
                result.overBefore() == 0
                        ? "plan.levelled.already"
                        : later == 0 ? "plan.levelled.same" : "plan.levelled.later",
                frame.date(result.finish()),
                later);
    }

    private static List<KeyFigure> figures(Frame frame, LevelledPlan result, int moved) {
        double gap = result.lowerBound() <= 0 ? 0 : result.makespan() / result.lowerBound() - 1;
        return List.of(
                new KeyFigure(
                        frame.text("plan.levelled.finish"),
                        frame.date(result.finish()),
                        frame.text("plan.levelled.finishNote", frame.date(result.before())),
                        null),
                new KeyFigure(
                        frame.text("plan.levelled.bound"),
                        frame.date(result.earliest()),
                        result.proven()
                                ? frame.text("plan.levelled.proven")
                                : frame.text("plan.levelled.gap", Math.round(gap * 1000) / 10.0),
                        null),
                new KeyFigure(
                        frame.text("plan.levelled.moved"),
                        Integer.toString(moved),
                        frame.text("plan.levelled.movedNote", result.starts().size()),
                        null));
    }

    private static List<String> notes(Frame frame, LevelledPlan result) {
        var notes = new ArrayList<String>();
        if (result.overAfter() > 0) {
            notes.add(frame.text("plan.levelled.over", result.overAfter()));
        }
        if (result.late() > 0) {
            notes.add(frame.text("plan.levelled.late"));
        }
        return notes;
    }

    /// Those with other dates, without summaries, which follow their parts.
    private static List<Difference.Line> moved(Difference difference, KeptPlan kept) {
        return difference.changed().stream()
                .filter(line -> line.before() != null
                        && line.after() != null
                        && kept.find(line.code()).filter(one -> one.isWork()).isPresent())
                .sorted(Comparator.comparingLong(line -> -days(line)))
                .toList();
    }

    private static long days(Difference.Line line) {
        var before = line.before();
        var after = line.after();
        if (before == null || after == null) {
            return 0;
        }
        long start = ChronoUnit.DAYS.between(before.start(), after.start());
        return start != 0 ? start : ChronoUnit.DAYS.between(before.finish(), after.finish());
    }

    private static LevelledPage.Line line(Frame frame, Difference.Line line) {
        var before = line.before();
        var after = line.after();
        if (before == null || after == null) {
            throw new IllegalArgumentException("An activity that comes or goes does not move.");
        }
        return new LevelledPage.Line(
                line.code(),
                after.name(),
                frame.text("plan.levelled.from", frame.date(before.start()), frame.date(after.start())),
                frame.text("plan.levelled.from", frame.date(before.finish()), frame.date(after.finish())),
                frame.text("plan.levelled.days", days(line)));
    }
}
