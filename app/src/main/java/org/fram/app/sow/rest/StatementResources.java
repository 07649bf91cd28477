package org.fram.app.sow.rest;

import java.util.Map;
import java.util.Objects;
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
import org.fram.app.platform.api.PageWish;
import org.fram.app.platform.api.ProblemException;
import org.fram.app.platform.api.Version;
import org.fram.app.platform.texts.Text;
import org.fram.app.practice.Facts;
import org.fram.app.sow.DecidingObligation;
import org.fram.app.sow.Obligation;
import org.fram.app.sow.ObligationId;
import org.fram.app.sow.Obligations;
import org.fram.app.sow.SowFindings;
import org.fram.app.sow.SowId;
import org.fram.app.sow.StatementsOfWork;
import org.fram.facts.FactsDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import tools.jackson.databind.json.JsonMapper;

/// Statements of work with their obligations and findings, and the facts of an engagement.
@ApiController(path = Api.ROOT + "/engagements/{engagement}", about = "Statements of work")
class StatementResources {

    private final Transactions transactions;
    private final Authority authority;
    private final StatementsOfWork statements;
    private final Obligations obligations;
    private final DecidingObligation deciding;
    private final SowFindings findings;
    private final Facts facts;
    private final JsonMapper json;

    StatementResources(
            Transactions transactions,
            Authority authority,
            StatementsOfWork statements,
            Obligations obligations,
            DecidingObligation deciding,
            SowFindings findings,
            Facts facts,
            JsonMapper json) {
        this.transactions = transactions;
        this.authority = authority;
        this.statements = statements;
        this.obligations = obligations;
        this.deciding = deciding;
        this.findings = findings;
        this.facts = facts;
        this.json = json;
    }

    @GetMapping("/facts")
    @Operation(value = "The facts", more = "All that is known of the engagement, as practices see it.")
    ResponseEntity<FactsDocument> readFacts(Actor.Person me, @PathVariable EngagementId engagement) {
        return ResponseEntity.ok(seen(me, engagement, () -> facts.of(engagement)));
    }

    @GetMapping("/sow")
    @Operation(value = "Statements of work", more = "The oldest first.", paged = true)
    ResponseEntity<Page<StatementJson>> listStatements(
            Actor.Person me, @PathVariable EngagementId engagement, PageWish page) {
        var all = seen(
                me,
                engagement,
                () -> statements.of(engagement).stream().map(StatementJson::of).toList());
        return page.of(all, one -> one.id().toString());
    }

    @GetMapping("/sow/{sow}")
    @Operation(value = "A statement of work", versioned = true)
    ResponseEntity<StatementJson> readStatement(
            Actor.Person me, @PathVariable EngagementId engagement, @PathVariable SowId sow) {
        var one = seen(me, engagement, () -> StatementJson.of(statements.get(engagement, sow)));
        return ResponseEntity.ok().eTag(Version.tag(one.version())).body(one);
    }

    @GetMapping("/sow/{sow}/obligations")
    @Operation(
            value = "Obligations",
            more = "Whatever was decided about them, in the order of the document.",
            paged = true)
    ResponseEntity<Page<ObligationJson>> listObligations(
            Actor.Person me, @PathVariable EngagementId engagement, @PathVariable SowId sow, PageWish page) {
        var all = seen(me, engagement, () -> {
            statements.get(engagement, sow);
            return obligations.of(sow).stream().map(ObligationJson::of).toList();
        });
        return page.of(all, one -> one.id().toString());
    }

    @GetMapping("/sow/{sow}/obligations/{obligation}")
    @Operation(value = "An obligation", versioned = true)
    ResponseEntity<ObligationJson> readObligation(
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @PathVariable ObligationId obligation) {
        return answer(seen(me, engagement, () -> {
            statements.get(engagement, sow);
            return obligations.get(sow, obligation);
        }));
    }

    @PatchMapping(path = "/sow/{sow}/obligations/{obligation}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            value = "Decide about an obligation",
            more = "Accept it, drop it with a reason, or open it again. If-Match names the version that was seen.",
            versioned = true)
    ResponseEntity<ObligationJson> decideObligation(
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @PathVariable ObligationId obligation,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ObligationDecision decision) {
        int seen = Version.seen(ifMatch);
        transactions.run(me, () -> authority.require(me, Act.CONTRIBUTE, engagement));
        var target = new DecidingObligation.Target(engagement, sow, obligation, seen);
        var outcome = switch (Objects.toString(decision.state(), "")) {
            case "accepted" -> deciding.accept(me, target);
            case "dropped" -> deciding.drop(me, target, Objects.toString(decision.reason(), ""));
            case "proposed" -> deciding.reopen(me, target);
            default -> throw ProblemException.refused(Map.of("#/state", Text.of("api.refused.state")));
        };
        return switch (outcome) {
            case DecidingObligation.Outcome.Stored(var now) -> answer(now);
            case DecidingObligation.Outcome.Overtaken(var theirs) ->
                throw ProblemException.overtaken(json.valueToTree(ObligationJson.of(theirs)), theirs.version());
            case DecidingObligation.Outcome.Refused(var reason) ->
                throw ProblemException.refused(Map.of("#/reason", reason));
        };
    }

    @GetMapping("/sow/{sow}/findings")
    @Operation(
            value = "Findings",
            more =
                    "What the practices find in what would be signed today, the heaviest first, the waived ones among them.")
    ResponseEntity<Page<FindingJson>> listFindings(
            Actor.Person me, @PathVariable EngagementId engagement, @PathVariable SowId sow) {
        var all = seen(
                me,
                engagement,
                () -> findings.inDraft(engagement, statements.get(engagement, sow)).findings().stream()
                        .map(placed -> FindingJson.of(placed.finding()))
                        .toList());
        return ResponseEntity.ok(new Page<>(all, null));
    }

    private static ResponseEntity<ObligationJson> answer(Obligation obligation) {
        return ResponseEntity.ok().eTag(Version.tag(obligation.version())).body(ObligationJson.of(obligation));
    }

    private <T> T seen(Actor.Person me, EngagementId engagement, Supplier<T> question) {
        return transactions.<T>as(me, () -> {
            authority.require(me, Act.SEE, engagement);
            return question.get();
        });
    }
}
