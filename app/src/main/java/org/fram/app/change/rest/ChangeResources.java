package org.fram.app.change.rest;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fram.app.change.DecidingChange;
import org.fram.app.change.ProposedChange;
import org.fram.app.change.ProposedChanges;
import org.fram.app.change.WeighingChange;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.api.Api;
import org.fram.app.platform.api.ApiController;
import org.fram.app.platform.api.Operation;
import org.fram.app.platform.api.ProblemException;
import org.fram.app.platform.texts.Text;
import org.fram.app.sow.SowId;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/// Weighing changes and deciding about them. They are proposed as rows of the register `changes`.
@ApiController(path = Api.ROOT + "/engagements/{engagement}/changes/{change}", about = "Changes")
class ChangeResources {

    private final Transactions transactions;
    private final Authority authority;
    private final ProposedChanges changes;
    private final WeighingChange weighing;
    private final DecidingChange deciding;
    private final InstantSource clock;

    ChangeResources(
            Transactions transactions,
            Authority authority,
            ProposedChanges changes,
            WeighingChange weighing,
            DecidingChange deciding,
            InstantSource clock) {
        this.transactions = transactions;
        this.authority = authority;
        this.changes = changes;
        this.weighing = weighing;
        this.deciding = deciding;
        this.clock = clock;
    }

    @GetMapping
    @Operation(value = "A change", more = "How far it is, and what it does to the statement of work.")
    ResponseEntity<ChangeJson> readChange(
            Actor.Person me, @PathVariable EngagementId engagement, @PathVariable String change) {
        return ResponseEntity.ok(read(me, engagement, change));
    }

    @PostMapping(path = "/wording", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            value = "Say between which versions a change lies",
            more = "What it does is computed from these two versions of the statement of work.")
    ResponseEntity<ChangeJson> wordChange(
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable String change,
            @RequestBody WordingJson wording) {
        require(me, Act.CONTRIBUTE, engagement, change);
        var versions = versions(wording);
        return answer(me, engagement, change, deciding.word(me, engagement, change, versions), "#/to");
    }

    @PostMapping(path = "/decisions", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            value = "Decide about a change",
            more = "Agree to its terms for the person’s party, refuse it with a reason, or say that it is owed already."
                    + " Once all parties agree it is agreed.")
    ResponseEntity<ChangeJson> decideChange(
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable String change,
            @RequestBody DecisionJson decision) {
        require(me, Act.ASK_FOR_SIGNATURES, engagement, change);
        return switch (Objects.toString(decision.decision(), "")) {
            case "agree" ->
                answer(
                        me,
                        engagement,
                        change,
                        deciding.agree(me, engagement, change, Objects.toString(decision.terms(), "")),
                        "#/terms");
            case "refuse" ->
                answer(
                        me,
                        engagement,
                        change,
                        deciding.refuse(me, engagement, change, Objects.toString(decision.reason(), "")),
                        "#/reason");
            case "in-scope" ->
                answer(
                        me,
                        engagement,
                        change,
                        deciding.inScope(
                                me,
                                engagement,
                                change,
                                Objects.requireNonNullElse(decision.obligations(), List.<String>of())),
                        "#/obligations");
            default -> throw ProblemException.refused(Map.of("#/decision", Text.of("change.refused.decision")));
        };
    }

    private void require(Actor.Person me, Act act, EngagementId engagement, String ref) {
        transactions.run(me, () -> {
            authority.require(me, act, engagement);
            changes.get(engagement, ref);
        });
    }

    private static ProposedChange.Wording versions(WordingJson wording) {
        var sow = wording.sow();
        if (sow == null) {
            throw ProblemException.refused(Map.of("#/sow", Text.of("change.refused.noSow")));
        }
        return new ProposedChange.Wording(
                new SowId(sow),
                Objects.requireNonNullElse(wording.from(), 0),
                Objects.requireNonNullElse(wording.to(), 0));
    }

    private ResponseEntity<ChangeJson> answer(
            Actor.Person me, EngagementId engagement, String ref, DecidingChange.Outcome outcome, String about) {
        return switch (outcome) {
            case DecidingChange.Outcome.Done _ -> ResponseEntity.ok(read(me, engagement, ref));
            case DecidingChange.Outcome.Refused(var reason) -> throw ProblemException.refused(Map.of(about, reason));
        };
    }

    private ChangeJson read(Actor.Person me, EngagementId engagement, String ref) {
        return transactions.as(me, () -> {
            authority.require(me, Act.SEE, engagement);
            var change = changes.get(engagement, ref);
            return ChangeJson.of(change, weighing.of(engagement, change), clock.instant());
        });
    }
}
