package org.fram.app.readiness.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import java.util.Set;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.fram.app.readiness.AddingUsual;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Sign-offs and the legacy exit at a glance, and beginning with what is usual.
@Controller
@RequestMapping("/engagements/{engagement}/readiness")
class ReadinessController {

    private final Transactions transactions;
    private final ReadinessDesk desk;
    private final AddingUsual usual;
    private final Templates templates;

    ReadinessController(Transactions transactions, ReadinessDesk desk, AddingUsual usual, Templates templates) {
        this.transactions = transactions;
        this.desk = desk;
        this.usual = usual;
        this.templates = templates;
    }

    @GetMapping
    View show(Frame frame, Actor.Person me, @PathVariable EngagementId engagement) {
        return html(templates.readinessPage(frame, transactions.as(me, () -> desk.page(frame, me, engagement))));
    }

    @GetMapping("/usual")
    View choose(Frame frame, Actor.Person me, @PathVariable EngagementId engagement) {
        return html(templates.readinessUsual(frame, transactions.as(me, () -> desk.usual(frame, me, engagement))));
    }

    /// @param chosen the keys of what is wanted
    @PostMapping("/usual")
    View add(
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam(required = false, defaultValue = "") Set<String> chosen) {
        usual.add(me, engagement, chosen);
        return new RedirectView(EngagementHeads.address(engagement) + "/readiness");
    }
}
