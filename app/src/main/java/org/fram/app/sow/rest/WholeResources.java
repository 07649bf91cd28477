package org.fram.app.sow.rest;

import java.util.function.Supplier;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.api.Api;
import org.fram.app.platform.api.ApiController;
import org.fram.app.platform.api.Operation;
import org.fram.app.platform.api.Page;
import org.fram.app.sow.SowId;
import org.fram.app.sow.StatementsOfWork;
import org.fram.app.sow.exchange.SowFile;
import org.fram.app.sow.exchange.SowFiles;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Versions of statements of work, their words, and all of one.
@ApiController(path = Api.ROOT + "/engagements/{engagement}/sow/{sow}", about = "Statements of work")
class WholeResources {

    private final Transactions transactions;
    private final Authority authority;
    private final StatementsOfWork statements;
    private final SowFiles files;

    WholeResources(Transactions transactions, Authority authority, StatementsOfWork statements, SowFiles files) {
        this.transactions = transactions;
        this.authority = authority;
        this.statements = statements;
        this.files = files;
    }

    @GetMapping("/versions")
    @Operation(value = "Versions", more = "The oldest first.")
    ResponseEntity<Page<VersionJson>> listVersions(
            Actor.Person me, @PathVariable EngagementId engagement, @PathVariable SowId sow) {
        var all = seen(me, engagement, () -> {
            statements.get(engagement, sow);
            return statements.versions(sow).stream().map(VersionJson::of).toList();
        });
        return ResponseEntity.ok(new Page<>(all, null));
    }

    @GetMapping("/document")
    @Operation(value = "The words of a version", more = "Version 0 is the newest.")
    ResponseEntity<DocumentJson> readDocument(
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @RequestParam(defaultValue = "0") int version) {
        return ResponseEntity.ok(seen(me, engagement, () -> {
            statements.get(engagement, sow);
            var chosen = files.version(sow, version);
            return DocumentJson.of(chosen, files.clauses(chosen));
        }));
    }

    @GetMapping("/whole")
    @Operation(
            value = "A whole statement of work",
            more = "Its words, and with the newest version all that is kept beside them and is not private to a party."
                    + " Version 0 is the newest.")
    ResponseEntity<SowFile> readWhole(
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @RequestParam(defaultValue = "0") int version) {
        return ResponseEntity.ok(seen(
                me,
                engagement,
                () -> files.of(engagement, statements.get(engagement, sow), files.version(sow, version))));
    }

    private <T> T seen(Actor.Person me, EngagementId engagement, Supplier<T> question) {
        return transactions.<T>as(me, () -> {
            authority.require(me, Act.SEE, engagement);
            return question.get();
        });
    }
}
