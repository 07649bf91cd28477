package org.fram.app.sow.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.texts.Text;
import org.fram.app.sow.DecidingObligation;
import org.fram.app.sow.DecidingObligation.Outcome;
import org.fram.app.sow.DecidingObligation.Target;
import org.fram.app.sow.ObligationId;
import org.fram.app.sow.Promise;
import org.fram.app.sow.ReshapingObligations;
import org.fram.app.sow.SowId;
import org.fram.app.sow.TopicTitles;
import org.fram.facts.ObligationKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// One obligation: what it says, and what one decides about it. With htmx each answer is the obligation as the
/// workspace shows it; without, it is the workspace itself.
@Controller
@RequestMapping("/engagements/{engagement}/sow/{sow}/obligations/{id}")
class ObligationController {

    private final Transactions transactions;
    private final Desk desk;
    private final EngagementHeads heads;
    private final DecidingObligation deciding;
    private final ReshapingObligations reshaping;
    private final TopicTitles topics;
    private final Templates templates;

    ObligationController(
            Transactions transactions,
            Desk desk,
            EngagementHeads heads,
            DecidingObligation deciding,
            ReshapingObligations reshaping,
            TopicTitles topics,
            Templates templates) {
        this.transactions = transactions;
        this.desk = desk;
        this.heads = heads;
        this.deciding = deciding;
        this.reshaping = reshaping;
        this.topics = topics;
        this.templates = templates;
    }

    /// Where an obligation is, how it was asked for, and by whom.
    private record Asked(
            Frame frame, Actor.Person me, EngagementId engagement, SowId sow, ObligationId id, boolean htmx) {

        Target target(int version) {
            return new Target(engagement, sow, id, version);
        }
    }

    @GetMapping(headers = "HX-Request")
    View show(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @PathVariable ObligationId id) {
        return line(new Asked(frame, me, engagement, sow, id, true), "");
    }

    /// The form alone, in place of the obligation in the workspace.
    @GetMapping(headers = "HX-Request", path = "/edit")
    View edit(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @PathVariable ObligationId id) {
        return html(templates.sowEdit(frame, form(new Asked(frame, me, engagement, sow, id, true), null), "", false));
    }

    /// The same on a page of its own.
    @GetMapping("/edit")
    View editWithoutScripts(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @PathVariable ObligationId id) {
        return editPage(new Asked(frame, me, engagement, sow, id, false), null, "");
    }

    @PostMapping("/accept")
    View accept(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @PathVariable ObligationId id,
            @RequestParam int version,
            @RequestHeader(name = "HX-Request", required = false) boolean htmx,
            HttpServletResponse response) {
        var asked = new Asked(frame, me, engagement, sow, id, htmx);
        return answer(asked, deciding.accept(me, asked.target(version)), response);
    }

    @PostMapping("/drop")
    View drop(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @PathVariable ObligationId id,
            @RequestParam int version,
            @RequestParam String reason,
            @RequestHeader(name = "HX-Request", required = false) boolean htmx,
            HttpServletResponse response) {
        var asked = new Asked(frame, me, engagement, sow, id, htmx);
        return answer(asked, deciding.drop(me, asked.target(version), reason), response);
    }

    @PostMapping("/reopen")
    View reopen(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @PathVariable ObligationId id,
            @RequestParam int version,
            @RequestHeader(name = "HX-Request", required = false) boolean htmx,
            HttpServletResponse response) {
        var asked = new Asked(frame, me, engagement, sow, id, htmx);
        return answer(asked, deciding.reopen(me, asked.target(version)), response);
    }

    @PostMapping("/theirs")
    View takeTheirs(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @PathVariable ObligationId id,
            @RequestParam int version,
            @RequestHeader(name = "HX-Request", required = false) boolean htmx,
            HttpServletResponse response) {
        var asked = new Asked(frame, me, engagement, sow, id, htmx);
        return answer(asked, deciding.takeTheirs(me, asked.target(version)), response);
    }

    @PostMapping("/ours")
    View keepOurs(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @PathVariable ObligationId id,
            @RequestParam int version,
            @RequestHeader(name = "HX-Request", required = false) boolean htmx,
            HttpServletResponse response) {
        var asked = new Asked(frame, me, engagement, sow, id, htmx);
        return answer(asked, deciding.keepOurs(me, asked.target(version)), response);
    }

    @PostMapping("/assign")
    View assign(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @PathVariable ObligationId id,
            @RequestParam int version,
            @RequestParam String person,
            @RequestHeader(name = "HX-Request", required = false) boolean htmx,
            HttpServletResponse response) {
        var asked = new Asked(frame, me, engagement, sow, id, htmx);
        var whom = person.isEmpty() ? null : PersonId.of(person);
        return answer(asked, deciding.assign(me, asked.target(version), whom), response);
    }

    /// Stores what the form says. It is sent at each change of a field.
    @PostMapping("/correct")
    View correct(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @PathVariable ObligationId id,
            @RequestParam int version,
            EditPage.Values values,
            @RequestHeader(name = "HX-Request", required = false) boolean htmx,
            HttpServletResponse response) {
        var asked = new Asked(frame, me, engagement, sow, id, htmx);
        transactions.run(me, () -> desk.requireContributor(me, engagement));
        if (values.text().isBlank()) {
            return refused(asked, Text.of("sow.refused.text"), response);
        }
        var outcome = deciding.correct(me, asked.target(version), promise(asked, values));
        return switch (outcome) {
            case Outcome.Stored _ when htmx -> saved(asked);
            case Outcome.Stored _ -> WorkspaceController.workspace(engagement, sow, id);
            case Outcome.Refused(var reason) -> refused(asked, reason, response);
            case Outcome.Overtaken _ -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                if (!htmx) {
                    yield editPage(asked, values, "");
                }
                response.setHeader("HX-Retarget", "#o-" + id);
                response.setHeader("HX-Reswap", "outerHTML");
                yield html(templates.sowEdit(frame, form(asked, values), "", false));
            }
        };
    }

    @PostMapping("/split")
    View split(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @PathVariable ObligationId id,
            @RequestParam String lines,
            HttpServletResponse response) {
        return switch (reshaping.split(me, engagement, sow, id, lines)) {
            case ReshapingObligations.Outcome.Done(var part) -> WorkspaceController.workspace(engagement, sow, part);
            case ReshapingObligations.Outcome.Refused(var reason) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield editPage(new Asked(frame, me, engagement, sow, id, false), null, frame.text(reason));
            }
        };
    }

    private View answer(Asked asked, Outcome outcome, HttpServletResponse response) {
        return switch (outcome) {
            case Outcome.Stored _ when asked.htmx() -> line(asked, "");
            case Outcome.Stored _ -> WorkspaceController.workspace(asked.engagement(), asked.sow(), asked.id());
            case Outcome.Refused(var reason) -> refused(asked, reason, response);
            case Outcome.Overtaken _ -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                String meanwhile = asked.frame().text("sow.overtaken.look");
                yield asked.htmx() ? line(asked, meanwhile) : editPage(asked, null, meanwhile);
            }
        };
    }

    private View refused(Asked asked, Text reason, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        String words = asked.frame().text(reason);
        if (!asked.htmx()) {
            return editPage(asked, null, words);
        }
        response.setHeader("HX-Retarget", "#o-" + asked.id());
        response.setHeader("HX-Reswap", "outerHTML");
        return line(asked, words);
    }

    private View line(Asked asked, String notice) {
        return transactions.as(asked.me(), () -> {
            var statement = desk.statement(asked.me(), asked.engagement(), asked.sow());
            var line = desk.line(asked.frame(), statement, desk.obligation(asked.sow(), asked.id()));
            boolean writable = desk.mayContribute(asked.me(), asked.engagement());
            return html(templates.sowChangedObligation(asked.frame(), line, desk.tally(asked.sow()), writable, notice));
        });
    }

    private View saved(Asked asked) {
        return transactions.as(asked.me(), () -> {
            var statement = desk.statement(asked.me(), asked.engagement(), asked.sow());
            var line = desk.line(asked.frame(), statement, desk.obligation(asked.sow(), asked.id()));
            return html(templates.sowSaved(asked.frame(), line, false));
        });
    }

    private View editPage(Asked asked, EditPage.@Nullable Values yours, String refusal) {
        return html(transactions.as(
                asked.me(),
                () -> templates.sowEditPage(
                        asked.frame(),
                        heads.of(asked.frame(), asked.me(), asked.engagement()),
                        form(asked, yours),
                        refusal)));
    }

    private EditPage form(Asked asked, EditPage.@Nullable Values yours) {
        return transactions.as(asked.me(), () -> {
            desk.requireContributor(asked.me(), asked.engagement());
            var statement = desk.statement(asked.me(), asked.engagement(), asked.sow());
            return desk.edit(asked.frame(), statement, desk.obligation(asked.sow(), asked.id()), yours);
        });
    }

    private Promise promise(Asked asked, EditPage.Values values) {
        var now = transactions.as(asked.me(), () -> {
            desk.statement(asked.me(), asked.engagement(), asked.sow());
            return desk.obligation(asked.sow(), asked.id()).promise();
        });
        List<String> responsible = Arrays.stream(values.responsible().split(","))
                .map(String::strip)
                .toList();
        String topic = topics.all().containsKey(values.topic()) ? values.topic() : now.topic();
        return new Promise(
                values.text().strip(),
                now.section(),
                values.accountable(),
                responsible,
                now.raci(),
                Arrays.stream(ObligationKind.values())
                        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(values.kind()))
                        .findFirst()
                        .orElse(now.kind()),
                topic,
                topic.equals(now.topic())
                        ? now.area()
                        : topics.topics().topic(topic).work(),
                values.due(),
                values.quantity(),
                values.amount());
    }
}
