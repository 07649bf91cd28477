package org.fram.app.raid.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/// Who was waited for, how long and why.
@Controller
class DelaysController {

    private final Transactions transactions;
    private final DelaysDesk desk;
    private final Templates templates;

    DelaysController(Transactions transactions, DelaysDesk desk, Templates templates) {
        this.transactions = transactions;
        this.desk = desk;
        this.templates = templates;
    }

    @GetMapping("/engagements/{engagement}/delays")
    View show(Frame frame, Actor.Person me, @PathVariable EngagementId engagement) {
        return html(templates.raidDelays(frame, transactions.as(me, () -> desk.page(frame, me, engagement))));
    }
}
