package org.fram.app.raid.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletResponse;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.fram.app.raid.RaidOutcome;
import org.fram.app.raid.escalation.BeginningPaths;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Where issues go that are not settled in time.
@Controller
@RequestMapping("/engagements/{engagement}/escalation")
class EscalationController {

    private final Transactions transactions;
    private final EscalationDesk desk;
    private final BeginningPaths beginning;
    private final Templates templates;

    EscalationController(
            Transactions transactions, EscalationDesk desk, BeginningPaths beginning, Templates templates) {
        this.transactions = transactions;
        this.desk = desk;
        this.beginning = beginning;
        this.templates = templates;
    }

    @GetMapping
    View show(Frame frame, Actor.Person me, @PathVariable EngagementId engagement) {
        return page(frame, me, engagement, "");
    }

    @PostMapping("/begin")
    View begin(Frame frame, Actor.Person me, @PathVariable EngagementId engagement, HttpServletResponse response) {
        return switch (beginning.begin(me, engagement)) {
            case RaidOutcome.Done _ -> new RedirectView(EngagementHeads.address(engagement) + "/escalation");
            case RaidOutcome.Refused(var reason) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(frame, me, engagement, frame.text(reason));
            }
        };
    }

    private View page(Frame frame, Actor.Person me, EngagementId engagement, String refusal) {
        return html(
                templates.raidEscalation(frame, transactions.as(me, () -> desk.page(frame, me, engagement, refusal))));
    }
}
