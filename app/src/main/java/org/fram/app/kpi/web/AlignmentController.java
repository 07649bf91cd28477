package org.fram.app.kpi.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import java.util.UUID;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/// Objectives against KPIs, and the formulas of a KPI.
@Controller
@RequestMapping("/engagements/{engagement}")
class AlignmentController {

    private final Transactions transactions;
    private final AlignmentDesk desk;
    private final FormulasDesk formulas;
    private final Templates templates;

    AlignmentController(Transactions transactions, AlignmentDesk desk, FormulasDesk formulas, Templates templates) {
        this.transactions = transactions;
        this.desk = desk;
        this.formulas = formulas;
        this.templates = templates;
    }

    @GetMapping("/alignment")
    View show(Frame frame, Actor.Person me, @PathVariable EngagementId engagement) {
        return html(templates.kpiAlignment(frame, transactions.as(me, () -> desk.page(frame, me, engagement))));
    }

    @GetMapping("/kpis/{kpi}/formulas")
    View formulas(Frame frame, Actor.Person me, @PathVariable EngagementId engagement, @PathVariable UUID kpi) {
        return html(templates.kpiFormulas(frame, transactions.as(me, () -> formulas.page(frame, me, engagement, kpi))));
    }
}
