package org.fram.app.sow.exchange.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import java.nio.charset.StandardCharsets;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Download;
import org.fram.app.platform.pages.Frame;
import org.fram.app.sow.SowId;
import org.fram.app.sow.SowSides;
import org.fram.app.sow.StatementsOfWork;
import org.fram.app.sow.exchange.PrintingSow;
import org.fram.app.sow.exchange.SowFile;
import org.fram.app.sow.exchange.SowFiles;
import org.fram.app.sow.exchange.SowWorkbook;
import org.fram.office.Documents;
import org.fram.office.Sheets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// A whole statement of work as a file. A version of 0 is the newest.
@Controller
@RequestMapping("/engagements/{engagement}/sow/{sow}")
class WholeController {

    private final Transactions transactions;
    private final Authority authority;
    private final EngagementHeads heads;
    private final StatementsOfWork statements;
    private final SowSides sides;
    private final SowFiles files;
    private final PrintingSow printing;
    private final Templates templates;

    WholeController(
            Transactions transactions,
            Authority authority,
            EngagementHeads heads,
            StatementsOfWork statements,
            SowSides sides,
            SowFiles files,
            PrintingSow printing,
            Templates templates) {
        this.transactions = transactions;
        this.authority = authority;
        this.heads = heads;
        this.statements = statements;
        this.sides = sides;
        this.files = files;
        this.printing = printing;
        this.templates = templates;
    }

    @GetMapping("/export")
    View show(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @RequestParam(defaultValue = "0") int version) {
        return html(templates.sowWhole(frame, transactions.as(me, () -> {
            var head = heads.of(frame, me, engagement);
            var statement = statements.get(engagement, sow);
            var chosen = files.version(sow, version);
            var all = statements.versions(sow);
            return new WholePage(
                    head,
                    SowSides.address(statement),
                    statement.title(),
                    sides.of(frame, statement),
                    chosen.ordinal(),
                    all.reversed().stream()
                            .map(one -> new Choice(
                                    Integer.toString(one.ordinal()),
                                    frame.text("sow.version", one.ordinal()) + " · " + one.fileName(),
                                    one.ordinal() == chosen.ordinal()))
                            .toList(),
                    chosen.ordinal() == all.getLast().ordinal(),
                    authority.may(me, Act.CONTRIBUTE, engagement));
        })));
    }

    @GetMapping("/whole.docx")
    ResponseEntity<byte[]> docx(
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @RequestParam(defaultValue = "0") int version) {
        var known = transactions.as(me, () -> {
            authority.require(me, Act.SEE, engagement);
            var statement = statements.get(engagement, sow);
            var chosen = files.version(sow, version);
            return new Named<>(name(statement.title(), chosen.ordinal()), files.document(chosen));
        });
        byte[] document = Documents.docx(known.what().blocks());
        return Download.of(document, Download.DOCX, known.name() + ".docx");
    }

    @GetMapping("/whole.xlsx")
    ResponseEntity<byte[]> xlsx(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @RequestParam(defaultValue = "0") int version) {
        var known = known(me, engagement, sow, version);
        byte[] workbook = Sheets.xlsx(SowWorkbook.of(known.what(), frame::text));
        return Download.of(workbook, Download.XLSX, known.name() + ".xlsx");
    }

    @GetMapping("/whole.json")
    ResponseEntity<byte[]> json(
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @RequestParam(defaultValue = "0") int version) {
        var known = known(me, engagement, sow, version);
        return Download.of(
                files.json(known.what()).getBytes(StandardCharsets.UTF_8),
                MediaType.APPLICATION_JSON,
                known.name() + ".json");
    }

    /// Has it printed, in the background.
    @PostMapping("/whole/pdf")
    View print(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @RequestParam(defaultValue = "0") int version) {
        int ordinal = transactions.as(me, () -> {
            authority.require(me, Act.SEE, engagement);
            statements.get(engagement, sow);
            return files.version(sow, version).ordinal();
        });
        var run = printing.begin(
                me, engagement, sow, ordinal, frame.texts().locale().getLanguage(), frame.text("sow.version", ordinal));
        return new RedirectView("%s/runs/%s".formatted(EngagementHeads.address(engagement), run));
    }

    /// Something to be sent, and the name of its file without an ending.
    private record Named<T>(String name, T what) {}

    private Named<SowFile> known(Actor.Person me, EngagementId engagement, SowId sow, int version) {
        return transactions.as(me, () -> {
            authority.require(me, Act.SEE, engagement);
            var statement = statements.get(engagement, sow);
            var chosen = files.version(sow, version);
            return new Named<>(name(statement.title(), chosen.ordinal()), files.of(engagement, statement, chosen));
        });
    }

    private static String name(String title, int version) {
        return title + " " + version;
    }
}
