package org.fram.app.sow.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import java.time.InstantSource;
import org.fram.app.engagement.Engagements;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Download;
import org.fram.app.platform.pages.Frame;
import org.fram.app.sow.PrintingRedline;
import org.fram.app.sow.SowId;
import org.fram.office.Documents;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// What changed between two versions of a statement of work: on a page, as a Word document whose changes are tracked,
/// and
/// printed.
@Controller
@RequestMapping("/engagements/{engagement}/sow/{sow}")
class RedlineController {

    private final Transactions transactions;
    private final Desk desk;
    private final RedlineDesk redlines;
    private final PrintingRedline printing;
    private final Engagements engagements;
    private final InstantSource clock;
    private final Templates templates;

    RedlineController(
            Transactions transactions,
            Desk desk,
            RedlineDesk redlines,
            PrintingRedline printing,
            Engagements engagements,
            InstantSource clock,
            Templates templates) {
        this.transactions = transactions;
        this.desk = desk;
        this.redlines = redlines;
        this.printing = printing;
        this.engagements = engagements;
        this.clock = clock;
        this.templates = templates;
    }

    /// @param from ordinal of the earlier version; without one the last but one
    /// @param to ordinal of the later one; without one the last
    @GetMapping("/redline")
    View show(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "0") int to,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "false") boolean anyway) {
        return html(templates.sowRedline(
                frame,
                transactions.as(
                        me,
                        () -> redlines.page(
                                frame,
                                me,
                                engagement,
                                sow,
                                redlines.versions(sow, from, to),
                                show.equals("all"),
                                anyway))));
    }

    @GetMapping("/redline.docx")
    ResponseEntity<byte[]> docx(
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "0") int to) {
        return transactions.as(me, () -> {
            var statement = desk.statement(me, engagement, sow);
            var versions = redlines.versions(sow, from, to);
            byte[] document = Documents.docx(
                    redlines.redline(sow, versions).marked(),
                    engagements.get(engagement).name(),
                    clock.instant());
            return Download.of(
                    document,
                    Download.DOCX,
                    "%s %d-%d.docx".formatted(statement.title(), versions.from(), versions.to()));
        });
    }

    /// Has it printed, in the background.
    @PostMapping("/redline/pdf")
    View print(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "0") int to) {
        var versions = transactions.as(me, () -> {
            desk.statement(me, engagement, sow);
            return redlines.versions(sow, from, to);
        });
        var words = new PrintingRedline.Words(
                frame.texts().locale().getLanguage(),
                frame.text("sow.redline.which", versions.from(), versions.to()),
                frame.text("sow.redline.legend"));
        var run = printing.begin(me, engagement, sow, versions.from(), versions.to(), words);
        return new RedirectView("/engagements/%s/runs/%s".formatted(engagement, run));
    }
}
