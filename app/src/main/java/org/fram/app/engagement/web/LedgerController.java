package org.fram.app.engagement.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.platform.ledger.Recorded;
import org.fram.app.platform.pages.Frame;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/// The ledger of an engagement, to read and to take out.
@Controller
@RequestMapping("/engagements/{id}")
class LedgerController {

    private static final int ON_A_PAGE = 50;
    private static final int AT_ONCE = 1_000;
    private static final int OF_THE_HEAD = 12;

    private final Transactions transactions;
    private final Authority authority;
    private final EngagementHeads heads;
    private final Ledger ledger;
    private final LedgerDesk desk;
    private final Templates templates;

    LedgerController(
            Transactions transactions,
            Authority authority,
            EngagementHeads heads,
            Ledger ledger,
            LedgerDesk desk,
            Templates templates) {
        this.transactions = transactions;
        this.authority = authority;
        this.heads = heads;
        this.ledger = ledger;
        this.desk = desk;
        this.templates = templates;
    }

    /// @param before only entries before this one; 0 for the newest
    @GetMapping("/ledger")
    View show(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId id,
            @RequestParam(defaultValue = "0") long before) {
        var page = transactions.as(me, () -> {
            var head = heads.of(frame, me, id);
            long count = ledger.count(id);
            long from = before > 0 ? before - 1 : count;
            var entries = ledger.newest(id, from, ON_A_PAGE);
            return new LedgerPage(
                    head,
                    count,
                    ledger.head(id),
                    desk.lines(frame, id, entries),
                    from > ON_A_PAGE ? from - ON_A_PAGE + 1 : 0);
        });
        return html(templates.engagementLedger(frame, page));
    }

    /// All of it, a line of JSON an entry; details that are private to another party stay behind.
    @GetMapping("/ledger.jsonl")
    ResponseEntity<StreamingResponseBody> takeOut(Actor.Person me, @PathVariable EngagementId id) {
        String head = transactions.as(me, () -> {
            authority.require(me, Act.SEE, id);
            return ledger.head(id);
        });
        String name = head.isEmpty() ? "ledger.jsonl" : "ledger-%s.jsonl".formatted(head.substring(0, OF_THE_HEAD));
        StreamingResponseBody lines = out -> {
            long next = 1;
            for (var entries = entries(me, id, next); !entries.isEmpty(); entries = entries(me, id, next)) {
                for (var entry : entries) {
                    write(entry, out);
                }
                next += entries.size();
            }
        };
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_NDJSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(lines);
    }

    private List<Recorded> entries(Actor.Person me, EngagementId id, long from) {
        return transactions.as(me, () -> ledger.from(id, from, AT_ONCE));
    }

    private static void write(Recorded entry, OutputStream out) throws IOException {
        out.write((entry.line() + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
