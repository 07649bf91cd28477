package org.fram.app.price.web;

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

/// What an engagement costs, to read, to print and to take out.
@Controller
@RequestMapping("/engagements/{engagement}")
class PricesController {

    private final Transactions transactions;
    private final PricesDesk desk;
    private final Templates templates;

    PricesController(Transactions transactions, PricesDesk desk, Templates templates) {
        this.transactions = transactions;
        this.desk = desk;
        this.templates = templates;
    }

    @GetMapping("/prices")
    View show(Frame frame, Actor.Person me, @PathVariable EngagementId engagement) {
        return html(templates.pricePrices(frame, transactions.as(me, () -> desk.page(frame, me, engagement))));
    }

    @GetMapping("/prices.xlsx")
    ResponseEntity<byte[]> takeOut(Frame frame, Actor.Person me, @PathVariable EngagementId engagement) {
        var shown = transactions.as(me, () -> desk.shown(frame, me, engagement));
        byte[] workbook = Sheets.xlsx(PricesWorkbook.of(frame, shown.price()));
        String name = "%s, %s.xlsx".formatted(shown.head().name(), frame.text("price.page.title"));
        return Download.of(workbook, Download.XLSX, name);
    }
}
