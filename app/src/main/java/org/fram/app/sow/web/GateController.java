package org.fram.app.sow.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.fram.app.sow.SowId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/// The gate before the signature.
@Controller
@RequestMapping("/engagements/{engagement}/sow/{sow}/gate")
class GateController {

    private final Transactions transactions;
    private final GateDesk gate;
    private final Templates templates;

    GateController(Transactions transactions, GateDesk gate, Templates templates) {
        this.transactions = transactions;
        this.gate = gate;
        this.templates = templates;
    }

    @GetMapping
    View show(Frame frame, Actor.Person me, @PathVariable EngagementId engagement, @PathVariable SowId sow) {
        return html(templates.sowGate(frame, transactions.as(me, () -> gate.page(frame, me, engagement, sow))));
    }
}
