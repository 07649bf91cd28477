package org.fram.app.kpi.rest;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.fram.app.kpi.Aligning;
import org.fram.app.kpi.AskingExecutive;
import org.fram.app.kpi.Confirmations;
import org.fram.app.kpi.Formulas;
import org.fram.app.kpi.Measuring;
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
import org.fram.app.platform.notices.Notices;
import org.fram.app.platform.texts.Text;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/// Objectives with what executives say to them, the formulas of KPIs, and how the two fit together.
@ApiController(path = Api.ROOT + "/engagements/{engagement}", about = "Objectives and KPIs")
class KpiResources {

    private final Transactions transactions;
    private final Authority authority;
    private final Measuring measuring;
    private final Confirmations confirmations;
    private final AskingExecutive asking;
    private final Formulas formulas;
    private final Aligning aligning;
    private final Notices notices;

    KpiResources(
            Transactions transactions,
            Authority authority,
            Measuring measuring,
            Confirmations confirmations,
            AskingExecutive asking,
            Formulas formulas,
            Aligning aligning,
            Notices notices) {
        this.transactions = transactions;
        this.authority = authority;
        this.measuring = measuring;
        this.confirmations = confirmations;
        this.asking = asking;
        this.formulas = formulas;
        this.aligning = aligning;
        this.notices = notices;
    }

    @GetMapping("/objectives")
    @Operation(
            value = "Objectives",
            more = "In the order in which they were added, each with whether it is confirmed.",
            paged = true)
    ResponseEntity<Page<ObjectiveJson>> listObjectives(
            Actor.Person me, @PathVariable EngagementId engagement, PageWish page) {
        var all = seen(me, engagement, () -> {
            var objectives = measuring.objectives(engagement);
            var states = confirmations.states(engagement, objectives);
            return objectives.stream()
                    .map(one -> ObjectiveJson.of(one, Objects.requireNonNull(states.get(one.id()))))
                    .toList();
        });
        return page.of(all, one -> one.id().toString());
    }

    @GetMapping("/objectives/confirmations")
    @Operation(
            value = "What executives were asked about objectives",
            more = "The oldest first, with what they said.",
            paged = true)
    ResponseEntity<Page<ConfirmationJson>> listConfirmations(
            Actor.Person me, @PathVariable EngagementId engagement, PageWish page) {
        var all = seen(
                me,
                engagement,
                () -> confirmations.of(engagement).stream()
                        .map(ConfirmationJson::of)
                        .toList());
        return page.of(all, one -> one.id().toString());
    }

    @PostMapping(path = "/objectives/confirmations", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            value = "Ask an executive to confirm objectives",
            more = "They get a link by mail, and need no account. Where no mail is sent, people ask on the page.",
            status = 201)
    ResponseEntity<AskedJson> askExecutive(
            Actor.Person me, @PathVariable EngagementId engagement, @RequestBody QuestionJson body) {
        transactions.run(me, () -> authority.require(me, Act.INVITE_GUESTS, engagement));
        if (!notices.mails()) {
            // An answer is kept for a day, and so would be the secret of the link.
            throw ProblemException.refused(Map.of("#/email", Text.of("kpi.ask.refused.noMail")));
        }
        var wish = new AskingExecutive.Wish(
                Objects.toString(body.email(), ""),
                Objects.toString(body.name(), ""),
                Set.copyOf(Objects.requireNonNullElse(body.objectives(), List.<UUID>of())),
                Objects.toString(body.question(), ""),
                Objects.requireNonNullElse(body.expires(), Instant.EPOCH));
        return switch (asking.ask(me, engagement, wish)) {
            case AskingExecutive.Outcome.Asked(var link, var _) ->
                ResponseEntity.created(URI.create(
                                "%s/engagements/%s/objectives/confirmations".formatted(Api.ROOT, engagement)))
                        .body(new AskedJson(link));
            case AskingExecutive.Outcome.Refused(var reason) -> throw ProblemException.refused(Map.of("#", reason));
        };
    }

    @GetMapping("/kpis/{kpi}/formulas")
    @Operation(value = "The formulas that a KPI has had", more = "The newest first.", paged = true)
    ResponseEntity<Page<FormulaJson>> listFormulas(
            Actor.Person me, @PathVariable EngagementId engagement, @PathVariable UUID kpi, PageWish page) {
        var all = seen(
                me,
                engagement,
                () -> formulas.of(engagement, kpi).versions().stream()
                        .map(FormulaJson::of)
                        .toList());
        return page.of(all, one -> Integer.toString(one.number()));
    }

    @GetMapping("/alignment")
    @Operation(value = "How objectives and KPIs fit together", more = "And where they do not.")
    ResponseEntity<AlignmentJson> readAlignment(Actor.Person me, @PathVariable EngagementId engagement) {
        return ResponseEntity.ok(seen(me, engagement, () -> AlignmentJson.of(aligning.of(engagement))));
    }

    private <T> T seen(Actor.Person me, EngagementId engagement, Supplier<T> question) {
        return transactions.<T>as(me, () -> {
            authority.require(me, Act.SEE, engagement);
            return question.get();
        });
    }
}
