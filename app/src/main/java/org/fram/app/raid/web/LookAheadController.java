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
import org.fram.app.raid.delay.KeepingDelay;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// What everybody of an engagement owes next.
@Controller
class LookAheadController {

    private final Transactions transactions;
    private final LookAheadDesk desk;
    private final KeepingDelay keeping;
    private final Templates templates;

    LookAheadController(Transactions transactions, LookAheadDesk desk, KeepingDelay keeping, Templates templates) {
        this.transactions = transactions;
        this.desk = desk;
        this.keeping = keeping;
        this.templates = templates;
    }

    @GetMapping("/engagements/{engagement}/waiting")
    View show(Frame frame, Actor.Person me, @PathVariable EngagementId engagement) {
        return page(frame, me, engagement, "");
    }

    /// @param person who owes what is overdue
    /// @param key of what they owe
    @PostMapping("/engagements/{engagement}/waiting/delays")
    View keep(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String key,
            HttpServletResponse response) {
        return switch (keeping.keep(me, engagement, person, key, frame.texts())) {
            case RaidOutcome.Done _ -> new RedirectView(EngagementHeads.address(engagement) + "/delays");
            case RaidOutcome.Refused(var reason) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(frame, me, engagement, frame.text(reason));
            }
        };
    }

    private View page(Frame frame, Actor.Person me, EngagementId engagement, String refusal) {
        return html(templates.raidAhead(frame, transactions.look(me, () -> desk.page(frame, me, engagement, refusal))));
    }
}
