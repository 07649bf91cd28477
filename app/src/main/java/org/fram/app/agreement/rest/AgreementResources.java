package org.fram.app.agreement.rest;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fram.app.agreement.Agreeing;
import org.fram.app.agreement.AgreeingSections;
import org.fram.app.agreement.Discussing;
import org.fram.app.agreement.Remark;
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
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/// How far both sides agree, and agreeing and discussing section by section.
@ApiController(path = Api.ROOT + "/engagements/{engagement}/sow/{sow}/agreement", about = "Agreement")
class AgreementResources {

    private final Transactions transactions;
    private final Authority authority;
    private final StatementsOfWork statements;
    private final Agreeing agreeing;
    private final AgreeingSections sections;
    private final Discussing discussing;

    AgreementResources(
            Transactions transactions,
            Authority authority,
            StatementsOfWork statements,
            Agreeing agreeing,
            AgreeingSections sections,
            Discussing discussing) {
        this.transactions = transactions;
        this.authority = authority;
        this.statements = statements;
        this.agreeing = agreeing;
        this.sections = sections;
        this.discussing = discussing;
    }

    @GetMapping
    @Operation(value = "How far both sides agree", more = "Section by section, with what is said about each.")
    ResponseEntity<AgreementJson> readAgreement(
            Actor.Person me, @PathVariable EngagementId engagement, @PathVariable SowId sow) {
        return ResponseEntity.ok(agreement(me, engagement, sow));
    }

    @PostMapping(path = "/sections", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            value = "Agree to a section",
            more = "For the person’s party, to the words whose digest is named; without a digest, taking it back.")
    ResponseEntity<AgreementJson> agreeToSection(
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @RequestBody AssentJson assent) {
        String key = key(me, Act.ASK_FOR_SIGNATURES, engagement, sow, assent.key());
        String seen = assent.sha256();
        var outcome = seen == null
                ? sections.reopen(me, engagement, sow, key)
                : sections.agree(me, engagement, sow, key, seen);
        return switch (outcome) {
            case AgreeingSections.Outcome.Done _ -> ResponseEntity.ok(agreement(me, engagement, sow));
            case AgreeingSections.Outcome.Refused(var reason) ->
                throw ProblemException.refused(Map.of("#/sha256", reason));
        };
    }

    @PostMapping(path = "/remarks", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(value = "Comment on a section", more = "Or suggest other words for it.")
    ResponseEntity<AgreementJson> commentOnSection(
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @RequestBody SaidJson said) {
        String key = key(me, Act.CONTRIBUTE, engagement, sow, said.key());
        var outcome = discussing.say(
                me,
                engagement,
                sow,
                new Discussing.Said(
                        key,
                        Objects.toString(said.text(), ""),
                        Objects.toString(said.suggestion(), ""),
                        Boolean.TRUE.equals(said.onlyMyParty())));
        return answered(me, engagement, sow, outcome, "#/text");
    }

    @PostMapping(path = "/remarks/{remark}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(value = "Answer a remark", more = "It was taken up, or is declined with a reason.")
    ResponseEntity<AgreementJson> answerRemark(
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @PathVariable UUID remark,
            @RequestBody AnswerJson answer) {
        require(me, Act.CONTRIBUTE, engagement, sow);
        var outcome = switch (Objects.toString(answer.outcome(), "")) {
            case "taken" -> Remark.Outcome.TAKEN;
            case "declined" -> Remark.Outcome.DECLINED;
            default -> throw ProblemException.refused(Map.of("#/outcome", Text.of("agreement.refused.outcome")));
        };
        return answered(
                me,
                engagement,
                sow,
                discussing.settle(me, engagement, sow, remark, outcome, Objects.toString(answer.answer(), "")),
                "#/answer");
    }

    private String key(Actor.Person me, Act act, EngagementId engagement, SowId sow, @Nullable String key) {
        require(me, act, engagement, sow);
        if (key == null) {
            throw ProblemException.refused(Map.of("#/key", Text.of("agreement.refused.section")));
        }
        return key;
    }

    private void require(Actor.Person me, Act act, EngagementId engagement, SowId sow) {
        transactions.run(me, () -> {
            authority.require(me, act, engagement);
            statements.get(engagement, sow);
        });
    }

    private ResponseEntity<AgreementJson> answered(
            Actor.Person me, EngagementId engagement, SowId sow, Discussing.Outcome outcome, String about) {
        return switch (outcome) {
            case Discussing.Outcome.Done _ -> ResponseEntity.ok(agreement(me, engagement, sow));
            case Discussing.Outcome.Refused(var reason) -> throw ProblemException.refused(Map.of(about, reason));
        };
    }

    private AgreementJson agreement(Actor.Person me, EngagementId engagement, SowId sow) {
        return transactions.as(me, () -> {
            authority.require(me, Act.SEE, engagement);
            statements.get(engagement, sow);
            return AgreementJson.of(agreeing.of(engagement, sow));
        });
    }
}
