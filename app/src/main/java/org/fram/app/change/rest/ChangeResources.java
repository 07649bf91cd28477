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
import org.springframework.web.bind.annotation.PutMapping;
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
            Actor.Person me, @PathVariable EngagementId engagement, @PathVariable("change") String ref) {
        return ResponseEntity.ok(change(me, engagement, ref));
    }

    @PutMapping(path = "/wording", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            value = "Say between which versions a change lies",
            more = "What it does is computed from these two versions of the statement of work.")
    ResponseEntity<ChangeJson> wordChange(
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable("change") String ref,
            @RequestBody ChangeJson.WordingJson wording) {
        var versions = new ProposedChange.Wording(new SowId(wording.sow()), wording.from(), wording.to());
        return answer(me, engagement, ref, deciding.word(me, engagement, ref, versions), "#/to");
    }

    @PostMapping(path = "/decisions", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            value = "Decide about a change",
            more = "Agree to its terms for the person’s party, refuse it with a reason, or say that it is owed already."
                    + " Once all parties agree it is agreed.")
    ResponseEntity<ChangeJson> decideChange(
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable("change") String ref,
            @RequestBody DecisionJson decision) {
        return switch (Objects.toString(decision.decision(), "")) {
            case "agree" ->
                answer(
                        me,
                        engagement,
                        ref,
                        deciding.agree(me, engagement, ref, Objects.toString(decision.terms(), "")),
                        "#/terms");
            case "refuse" ->
                answer(
                        me,
                        engagement,
                        ref,
                        deciding.refuse(me, engagement, ref, Objects.toString(decision.reason(), "")),
                        "#/reason");
            case "in-scope" ->
                answer(
                        me,
                        engagement,
                        ref,
                        deciding.inScope(
                                me,
                                engagement,
                                ref,
                                Objects.requireNonNullElse(decision.obligations(), List.<String>of())),
                        "#/obligations");
            default -> throw ProblemException.refused(Map.of("#/decision", Text.of("change.refused.decision")));
        };
    }

    private ResponseEntity<ChangeJson> answer(
            Actor.Person me, EngagementId engagement, String ref, DecidingChange.Outcome outcome, String about) {
        return switch (outcome) {
            case DecidingChange.Outcome.Done _ -> ResponseEntity.ok(change(me, engagement, ref));
            case DecidingChange.Outcome.Refused(var reason) -> throw ProblemException.refused(Map.of(about, reason));
        };
    }

    private ChangeJson change(Actor.Person me, EngagementId engagement, String ref) {
        return transactions.as(me, () -> {
            authority.require(me, Act.SEE, engagement);
            var change = changes.get(engagement, ref);
            return ChangeJson.of(change, weighing.of(engagement, change), clock.instant());
        });
    }
}
