package org.fram.app.provisioning.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Download;
import org.fram.app.platform.pages.Frame;
import org.fram.office.Sheets;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/// What must be ordered and what is, to read, to print and to take out.
@Controller
@RequestMapping("/engagements/{engagement}")
class ProvisioningController {

    private final Transactions transactions;
    private final ProvisioningDesk desk;
    private final Templates templates;

    ProvisioningController(Transactions transactions, ProvisioningDesk desk, Templates templates) {
        this.transactions = transactions;
        this.desk = desk;
        this.templates = templates;
    }

    @GetMapping("/provisioning")
    View show(Frame frame, Actor.Person me, @PathVariable EngagementId engagement) {
        return html(templates.provisioningPage(frame, transactions.as(me, () -> desk.page(frame, me, engagement))));
    }

    @GetMapping("/provisioning.xlsx")
    ResponseEntity<byte[]> takeOut(Frame frame, Actor.Person me, @PathVariable EngagementId engagement) {
        var shown = transactions.as(me, () -> desk.shown(frame, me, engagement));
        byte[] workbook = Sheets.xlsx(ProvisioningWorkbook.of(frame, shown));
        String name = "%s, %s.xlsx".formatted(shown.head().name(), frame.text("provisioning.page.title"));
        return Download.of(workbook, Download.XLSX, name);
    }
}
