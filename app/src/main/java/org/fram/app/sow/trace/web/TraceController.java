package org.fram.app.sow.trace.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Download;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.register.RowActs.RowOutcome;
import org.fram.app.sow.trace.LinkingRequirement;
import org.fram.office.Sheets;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Requirements against obligations: to read, to link, to print and to take out.
@Controller
@RequestMapping("/engagements/{engagement}")
class TraceController {

    private final Transactions transactions;
    private final TraceDesk desk;
    private final LinkingRequirement linking;
    private final Templates templates;

    TraceController(Transactions transactions, TraceDesk desk, LinkingRequirement linking, Templates templates) {
        this.transactions = transactions;
        this.desk = desk;
        this.linking = linking;
        this.templates = templates;
    }

    /// @param show which part; empty for the beginning of each
    /// @param q words that all must be in what is shown
    @GetMapping("/trace")
    View show(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page) {
        var asked = new TraceDesk.Question(show, source, q, page);
        return html(templates.sowTrace(frame, transactions.as(me, () -> desk.page(frame, me, engagement, asked))));
    }

    @GetMapping("/trace.xlsx")
    ResponseEntity<byte[]> takeOut(Frame frame, Actor.Person me, @PathVariable EngagementId engagement) {
        var shown = transactions.as(me, () -> desk.shown(frame, me, engagement));
        byte[] workbook = Sheets.xlsx(TraceWorkbook.of(frame, shown.trace()));
        String name = "%s, %s.xlsx".formatted(shown.head().name(), frame.text("sow.trace.title"));
        return Download.of(workbook, Download.XLSX, name);
    }

    @GetMapping("/trace/{row}")
    View choose(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable UUID row,
            @RequestParam(defaultValue = "") String q) {
        return linkPage(frame, me, engagement, row, q, "");
    }

    /// @param label the obligations that are to be named, all of them
    @PostMapping("/trace/{row}")
    View link(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable UUID row,
            @RequestParam int version,
            @RequestParam(defaultValue = "") List<String> label,
            @RequestParam(defaultValue = "") String q,
            HttpServletResponse response) {
        return switch (linking.link(me, engagement, row, version, label)) {
            case RowOutcome.Done _ -> new RedirectView("/engagements/%s/trace#r-%s".formatted(engagement, row));
            case RowOutcome.Refused(var reasons) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield linkPage(
                        frame,
                        me,
                        engagement,
                        row,
                        q,
                        frame.text(reasons.values().iterator().next()));
            }
            case RowOutcome.Overtaken _ -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield linkPage(frame, me, engagement, row, q, frame.text("sow.trace.overtaken"));
            }
            case RowOutcome.Gone _ -> throw new NotFoundException();
        };
    }

    private View linkPage(
            Frame frame, Actor.Person me, EngagementId engagement, UUID row, String search, String notice) {
        return html(templates.sowTraceLink(
                frame, transactions.as(me, () -> desk.link(frame, me, engagement, row, search, notice))));
    }
}
