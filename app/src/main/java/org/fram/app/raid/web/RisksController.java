package org.fram.app.raid.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletResponse;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.fram.app.raid.GoingThroughRisks;
import org.fram.app.raid.RaidOutcome;
import org.fram.app.raid.RiskCategory;
import org.fram.app.raid.RiskReview;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The risks of an engagement at a glance, and what is noted of going through them.
@Controller
@RequestMapping("/engagements/{engagement}/risks")
class RisksController {

    private final Transactions transactions;
    private final RisksDesk desk;
    private final GoingThroughRisks going;
    private final Templates templates;

    RisksController(Transactions transactions, RisksDesk desk, GoingThroughRisks going, Templates templates) {
        this.transactions = transactions;
        this.desk = desk;
        this.going = going;
        this.templates = templates;
    }

    @GetMapping("/matrix")
    View show(Frame frame, Actor.Person me, @PathVariable EngagementId engagement) {
        return page(frame, me, engagement, "");
    }

    /// @param stakeholders whether those affected took part
    @PostMapping("/reviews")
    View review(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam(defaultValue = "meeting") String review,
            @RequestParam(defaultValue = "") String stakeholders,
            HttpServletResponse response) {
        return after(
                frame,
                me,
                engagement,
                going.today(
                        me,
                        engagement,
                        ItemController.constant(RiskReview.Kind.class, review),
                        !stakeholders.isEmpty()),
                response);
    }

    @PostMapping("/categories")
    View consider(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String note,
            HttpServletResponse response) {
        return after(
                frame,
                me,
                engagement,
                going.consider(me, engagement, ItemController.constant(RiskCategory.class, category), note),
                response);
    }

    private View after(
            Frame frame, Actor.Person me, EngagementId engagement, RaidOutcome outcome, HttpServletResponse response) {
        return switch (outcome) {
            case RaidOutcome.Done _ ->
                new RedirectView(EngagementHeads.address(engagement) + "/risks/matrix#gone-through");
            case RaidOutcome.Refused(var reason) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(frame, me, engagement, frame.text(reason));
            }
        };
    }

    private View page(Frame frame, Actor.Person me, EngagementId engagement, String refusal) {
        return html(templates.raidRisks(frame, transactions.as(me, () -> desk.page(frame, me, engagement, refusal))));
    }
}
