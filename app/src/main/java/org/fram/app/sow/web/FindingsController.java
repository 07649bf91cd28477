package org.fram.app.sow.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.UUID;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.SignedIn;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.fram.app.practice.DecidingFinding;
import org.fram.app.practice.Decision;
import org.fram.app.sow.SowId;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// What the practices find in a draft, why, and what one decides about it.
@Controller
@RequestMapping("/engagements/{engagement}/sow/{sow}/findings")
class FindingsController {

    private final Transactions transactions;
    private final FindingsDesk desk;
    private final DecidingFinding deciding;
    private final Templates templates;

    FindingsController(Transactions transactions, FindingsDesk desk, DecidingFinding deciding, Templates templates) {
        this.transactions = transactions;
        this.desk = desk;
        this.deciding = deciding;
        this.templates = templates;
    }

    @GetMapping
    View show(Frame frame, Actor.Person me, @PathVariable EngagementId engagement, @PathVariable SowId sow) {
        return page(frame, me, engagement, sow, "");
    }

    @GetMapping("/practices/{practice}")
    View explain(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @PathVariable String practice) {
        return html(templates.sowExplanation(
                frame, transactions.as(me, () -> desk.explanation(frame, me, engagement, sow, practice))));
    }

    @PostMapping("/waive")
    View waive(
            Frame frame,
            SignedIn me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @RequestParam String practice,
            @RequestParam String item,
            @RequestParam String authority,
            @RequestParam String reason,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            HttpServletResponse response) {
        if (until == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(frame, me.actor(), engagement, sow, frame.text("practice.refused.until"));
        }
        var verdict = new Decision.Verdict.Waived(authority.strip(), reason.strip(), until);
        return decide(frame, me, engagement, sow, practice, item, verdict, response);
    }

    @PostMapping("/not-applicable")
    View notApplicable(
            Frame frame,
            SignedIn me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @RequestParam String practice,
            @RequestParam String item,
            @RequestParam String reason,
            HttpServletResponse response) {
        var verdict = new Decision.Verdict.NotApplicable(reason.strip());
        return decide(frame, me, engagement, sow, practice, item, verdict, response);
    }

    @PostMapping("/decisions/{decision}/take-back")
    View takeBack(
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @PathVariable UUID decision) {
        deciding.takeBack(me, engagement, sow.value(), decision);
        return findings(engagement, sow);
    }

    private View decide(
            Frame frame,
            SignedIn me,
            EngagementId engagement,
            SowId sow,
            String practice,
            String item,
            Decision.Verdict verdict,
            HttpServletResponse response) {
        var privateTo = transactions
                .as(me.actor(), () -> desk.statement(me.actor(), engagement, sow))
                .privateTo();
        var target =
                new DecidingFinding.Target(engagement, sow.value(), privateTo, practice, item.isEmpty() ? null : item);
        return switch (deciding.decide(me, target, verdict)) {
            case DecidingFinding.Outcome.Decided _ -> findings(engagement, sow);
            case DecidingFinding.Outcome.Refused(var reason) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(frame, me.actor(), engagement, sow, frame.text(reason));
            }
        };
    }

    private View page(Frame frame, Actor.Person me, EngagementId engagement, SowId sow, String refusal) {
        return html(templates.sowFindings(
                frame, transactions.as(me, () -> desk.page(frame, me, engagement, sow, refusal))));
    }

    private static View findings(EngagementId engagement, SowId sow) {
        return new RedirectView("/engagements/%s/sow/%s/findings".formatted(engagement, sow));
    }
}
