package org.fram.app.sow.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.fram.app.sow.StatementsOfWork;
import org.fram.app.sow.clauses.Clause.Shape;
import org.fram.app.sow.clauses.ClauseId;
import org.fram.app.sow.clauses.EditingClauses;
import org.fram.app.sow.clauses.EditingClauses.Outcome;
import org.fram.app.sow.clauses.EditingClauses.Way;
import org.fram.app.sow.clauses.ReadingClauses;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/// The next version of a statement of work, clause by clause, as the person’s party writes it.
@ApiController(path = Api.ROOT + "/engagements/{engagement}/sow/{sow}/clauses", about = "Statements of work")
class ClauseResources {

    private final Transactions transactions;
    private final Authority authority;
    private final StatementsOfWork statements;
    private final ReadingClauses reading;
    private final EditingClauses editing;

    ClauseResources(
            Transactions transactions,
            Authority authority,
            StatementsOfWork statements,
            ReadingClauses reading,
            EditingClauses editing) {
        this.transactions = transactions;
        this.authority = authority;
        this.statements = statements;
        this.reading = reading;
        this.editing = editing;
    }

    @GetMapping
    @Operation(
            value = "The working copy",
            more = "What the person’s party writes for the next version. No other party sees it.")
    ResponseEntity<WorkingCopyJson> readClauses(
            Actor.Person me, @PathVariable EngagementId engagement, @PathVariable SowId sow) {
        return ResponseEntity.ok(copy(me, engagement, sow));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            value = "Add clauses",
            more = "To the working copy, which is begun from the newest version where the party has none.")
    ResponseEntity<WorkingCopyJson> addClauses(
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @RequestBody NewClauseJson clause) {
        requireWriter(me, engagement, sow);
        String code = Objects.requireNonNullElse(clause.shape(), Shape.PARAGRAPH.code());
        var shape = Arrays.stream(Shape.values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemException.refused(Map.of("#/shape", Text.of("sow.clauses.refused.shape"))));
        var begun = editing.begin(me, engagement, sow);
        var after = clause.after() == null ? null : new ClauseId(clause.after());
        var outcome = begun instanceof Outcome.Done
                ? editing.add(me, engagement, sow, after, shape, Objects.toString(clause.text(), ""))
                : begun;
        return answer(me, engagement, sow, outcome);
    }

    @PostMapping(path = "/{clause}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            value = "Change a clause",
            more =
                    "Of the working copy: write it, take it out, move it, or have it stand deeper. Numbers and references"
                            + " follow.")
    ResponseEntity<WorkingCopyJson> changeClause(
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @PathVariable ClauseId clause,
            @RequestBody ClauseEditJson edit) {
        requireWriter(me, engagement, sow);
        var target = new EditingClauses.Target(engagement, sow, clause, Objects.toString(edit.seal(), ""));
        var outcome = switch (Objects.toString(edit.act(), "")) {
            case "write" -> editing.write(me, target, Objects.requireNonNullElse(edit.texts(), List.<String>of()));
            case "take-out" -> editing.takeOut(me, target, false);
            case "take-out-section" -> editing.takeOut(me, target, true);
            case "up" -> editing.move(me, target, Way.UP);
            case "down" -> editing.move(me, target, Way.DOWN);
            case "deeper" -> editing.shift(me, target, 1);
            case "less-deep" -> editing.shift(me, target, -1);
            default -> throw ProblemException.refused(Map.of("#/act", Text.of("sow.clauses.refused.act")));
        };
        return answer(me, engagement, sow, outcome);
    }

    private void requireWriter(Actor.Person me, EngagementId engagement, SowId sow) {
        transactions.run(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            statements.get(engagement, sow);
        });
    }

    private ResponseEntity<WorkingCopyJson> answer(
            Actor.Person me, EngagementId engagement, SowId sow, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> ResponseEntity.ok(copy(me, engagement, sow));
            case Outcome.Overtaken _ ->
                throw ProblemException.refused(Map.of("#/seal", Text.of("sow.clauses.overtaken")));
            case Outcome.Refused(var reason) -> throw ProblemException.refused(Map.of("#", reason));
        };
    }

    private WorkingCopyJson copy(Actor.Person me, EngagementId engagement, SowId sow) {
        return transactions.as(me, () -> {
            authority.require(me, Act.SEE, engagement);
            statements.get(engagement, sow);
            return reading.of(sow).map(WorkingCopyJson::of).orElse(WorkingCopyJson.NONE);
        });
    }
}
