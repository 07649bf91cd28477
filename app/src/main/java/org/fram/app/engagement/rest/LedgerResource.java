package org.fram.app.engagement.rest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.api.Api;
import org.fram.app.platform.api.ApiController;
import org.fram.app.platform.api.Operation;
import org.fram.app.platform.api.ProblemException;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.platform.ledger.Recorded;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/// The ledger of an engagement.
@ApiController(path = Api.ROOT + "/engagements/{engagement}/ledger", about = "Ledger")
class LedgerResource {

    private static final int AT_ONCE = 1_000;

    private final Transactions transactions;
    private final Authority authority;
    private final Ledger ledger;

    LedgerResource(Transactions transactions, Authority authority, Ledger ledger) {
        this.transactions = transactions;
        this.authority = authority;
        this.ledger = ledger;
    }

    @GetMapping(produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Operation(
            value = "The ledger",
            more = "A line of JSON an entry, from the number “from” on. Details that are private to another party stay "
                    + "behind. ./fram verify checks a whole ledger.")
    ResponseEntity<StreamingResponseBody> readLedger(
            Actor.Person me, @PathVariable EngagementId engagement, @RequestParam(defaultValue = "1") long from) {
        if (from < 1) {
            throw ProblemException.notUnderstood("from");
        }
        String head = transactions.<String>as(me, () -> {
            authority.require(me, Act.SEE, engagement);
            return ledger.head(engagement);
        });
        StreamingResponseBody lines = out -> {
            long next = from;
            for (var entries = entries(me, engagement, next);
                    !entries.isEmpty();
                    entries = entries(me, engagement, next)) {
                for (var entry : entries) {
                    out.write((entry.line() + "\n").getBytes(StandardCharsets.UTF_8));
                }
                next += entries.size();
            }
        };
        var answer = ResponseEntity.ok().contentType(MediaType.APPLICATION_NDJSON);
        if (!head.isEmpty()) {
            answer.header("Fram-Ledger-Head", head);
        }
        return answer.body(lines);
    }

    private List<Recorded> entries(Actor.Person me, EngagementId engagement, long from) {
        return transactions.as(me, () -> ledger.from(engagement, from, AT_ONCE));
    }
}
