package org.fram.app.sow.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Download;
import org.fram.app.platform.pages.Frame;
import org.fram.app.practice.Facts;
import org.fram.app.sow.DraftDocument;
import org.fram.app.sow.Labels;
import org.fram.app.sow.Obligation;
import org.fram.app.sow.Obligations;
import org.fram.app.sow.SowFindings;
import org.fram.app.sow.SowId;
import org.fram.app.sow.StatementOfWork;
import org.fram.app.sow.StatementsOfWork;
import org.fram.facts.FactsDocument;
import org.fram.office.Cell;
import org.fram.office.Documents;
import org.fram.office.Sheet;
import org.fram.office.Sheets;
import org.fram.review.ReviewFacts;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// What leaves the application as files: the draft, findings, labels, facts.
@Controller
@RequestMapping("/engagements/{engagement}")
class ExportController {

    private static final MediaType YAML = MediaType.parseMediaType("application/yaml");

    private static final int MOST_OF_A_CELL = 32_767;

    private final Transactions transactions;
    private final Desk desk;
    private final FindingsDesk findingsDesk;
    private final StatementsOfWork statements;
    private final Obligations obligations;
    private final SowFindings findings;
    private final Facts facts;

    ExportController(
            Transactions transactions,
            Desk desk,
            FindingsDesk findingsDesk,
            StatementsOfWork statements,
            Obligations obligations,
            SowFindings findings,
            Facts facts) {
        this.transactions = transactions;
        this.desk = desk;
        this.findingsDesk = findingsDesk;
        this.statements = statements;
        this.obligations = obligations;
        this.findings = findings;
        this.facts = facts;
    }

    @GetMapping("/sow/{sow}/draft.docx")
    ResponseEntity<byte[]> draft(
            Frame frame, Actor.Person me, @PathVariable EngagementId engagement, @PathVariable SowId sow) {
        return of(me, engagement, sow, statement -> {
            var accepted = obligations.of(sow).stream()
                    .filter(one -> one.state() == Obligation.State.ACCEPTED)
                    .toList();
            var version = statements.versions(sow).getLast();
            var words = new DraftDocument.Words(
                    frame.text(
                            "sow.draft.from", frame.date(facts.today(engagement)), accepted.size(), version.fileName()),
                    frame.text("sow.noSection"),
                    frame.text("sow.raci.heading"),
                    List.of(
                            frame.text("sow.raci.title"),
                            frame.text("sow.field.accountable"),
                            frame.text("sow.field.responsible"),
                            frame.text("sow.field.due"),
                            frame.text("sow.field.quantity"),
                            frame.text("sow.field.amount")));
            var blocks = DraftDocument.of(statement.title(), accepted, words);
            return Download.of(Documents.docx(blocks), Download.DOCX, statement.title() + ".docx");
        });
    }

    @GetMapping("/sow/{sow}/findings.xlsx")
    ResponseEntity<byte[]> findings(
            Frame frame, Actor.Person me, @PathVariable EngagementId engagement, @PathVariable SowId sow) {
        return of(me, engagement, sow, statement -> {
            var lines = new ArrayList<Sheet.Line>();
            lines.add(line(lines.size(), FindingsDesk.columns(frame)));
            findingsDesk
                    .page(frame, me, engagement, sow, "")
                    .lines()
                    .forEach(finding -> lines.add(line(
                            lines.size(),
                            List.of(
                                    finding.practice(),
                                    finding.severity(),
                                    finding.title(),
                                    finding.item(),
                                    finding.message(),
                                    finding.fix(),
                                    finding.why(),
                                    finding.source(),
                                    finding.waiver()))));
            var sheet = new Sheet(frame.text("sow.findings.sheet"), lines);
            return Download.of(Sheets.xlsx(sheet), Download.XLSX, statement.title() + ".xlsx");
        });
    }

    @GetMapping("/sow/{sow}/labels.json")
    ResponseEntity<byte[]> labels(Actor.Person me, @PathVariable EngagementId engagement, @PathVariable SowId sow) {
        return of(me, engagement, sow, statement -> {
            var review = statements.newest(sow).orElseThrow().review();
            return text(
                    Labels.of(review, obligations.of(sow)),
                    MediaType.APPLICATION_JSON,
                    statement.title() + ".gold.json");
        });
    }

    /// The facts on which the findings of one draft rest.
    @GetMapping("/sow/{sow}/facts.yaml")
    ResponseEntity<byte[]> factsOfDraft(
            Actor.Person me, @PathVariable EngagementId engagement, @PathVariable SowId sow) {
        return of(
                me,
                engagement,
                sow,
                statement -> yaml(findings.inDraft(engagement, statement).facts(), statement.title()));
    }

    /// All facts of an engagement, as whoever asks may see them.
    @GetMapping("/facts.yaml")
    ResponseEntity<byte[]> facts(Actor.Person me, @PathVariable EngagementId engagement) {
        return transactions.as(me, () -> {
            findingsDesk.requireMember(me, engagement);
            var all = facts.of(engagement);
            var known = all.engagement();
            return yaml(all, known == null || known.name() == null ? "engagement" : known.name());
        });
    }

    private ResponseEntity<byte[]> of(
            Actor.Person me,
            EngagementId engagement,
            SowId sow,
            Function<StatementOfWork, ResponseEntity<byte[]>> export) {
        return transactions.as(me, () -> export.apply(desk.statement(me, engagement, sow)));
    }

    private static ResponseEntity<byte[]> yaml(FactsDocument facts, String name) {
        return text(ReviewFacts.yaml(facts), YAML, name + ".facts.yaml");
    }

    private static ResponseEntity<byte[]> text(String text, MediaType type, String name) {
        return Download.of(text.getBytes(StandardCharsets.UTF_8), type, name);
    }

    private static Sheet.Line line(int index, List<String> texts) {
        return new Sheet.Line(
                index + 1,
                texts.stream()
                        .<Cell>map(text -> new Cell.Words(shortened(text.strip())))
                        .toList());
    }

    private static String shortened(String text) {
        return text.length() <= MOST_OF_A_CELL ? text : text.substring(0, MOST_OF_A_CELL - 1) + "…";
    }
}
