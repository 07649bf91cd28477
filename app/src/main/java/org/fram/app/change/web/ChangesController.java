package org.fram.app.change.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.fram.app.change.DecidingChange;
import org.fram.app.change.DecidingChange.Outcome;
import org.fram.app.change.OrderingChange;
import org.fram.app.change.ProposedChange;
import org.fram.app.change.ReviewingSow;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.fram.app.sow.SowId;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The changes of an engagement, each weighed, decided and ordered on a page of its own.
@Controller
@RequestMapping("/engagements/{engagement}/changes")
class ChangesController {

    private final Transactions transactions;
    private final ChangesDesk changes;
    private final ChangeDesk desk;
    private final DecidingChange deciding;
    private final OrderingChange ordering;
    private final ReviewingSow reviewing;
    private final Templates templates;

    ChangesController(
            Transactions transactions,
            ChangesDesk changes,
            ChangeDesk desk,
            DecidingChange deciding,
            OrderingChange ordering,
            ReviewingSow reviewing,
            Templates templates) {
        this.transactions = transactions;
        this.changes = changes;
        this.desk = desk;
        this.deciding = deciding;
        this.ordering = ordering;
        this.reviewing = reviewing;
        this.templates = templates;
    }

    @GetMapping
    View all(Frame frame, Actor.Person me, @PathVariable EngagementId engagement) {
        return all(frame, me, engagement, "");
    }

    @GetMapping("/{change}")
    View show(Frame frame, Actor.Person me, @PathVariable EngagementId engagement, @PathVariable String change) {
        return one(frame, me, engagement, change, "");
    }

    /// @param wording the statement of work and its two versions, with spaces between; empty for none
    @PostMapping("/{change}/wording")
    View word(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable String change,
            @RequestParam(defaultValue = "") String wording,
            HttpServletResponse response) {
        var parts = wording.strip().split(" ");
        boolean right = parts.length == 3 && parts[1].matches("\\d{1,4}") && parts[2].matches("\\d{1,4}");
        var versions = right
                ? new ProposedChange.Wording(SowId.of(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]))
                : null;
        return after(frame, me, engagement, change, deciding.word(me, engagement, change, versions), response);
    }

    /// @param obligations labels, with commas or spaces between
    @PostMapping("/{change}/in-scope")
    View inScope(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable String change,
            @RequestParam(defaultValue = "") String obligations,
            HttpServletResponse response) {
        var labels = Stream.of(obligations.split("[,;\\s]+"))
                .filter(label -> !label.isEmpty())
                .toList();
        return after(frame, me, engagement, change, deciding.inScope(me, engagement, change, labels), response);
    }

    @PostMapping("/{change}/refuse")
    View refuse(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable String change,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response) {
        return after(frame, me, engagement, change, deciding.refuse(me, engagement, change, reason), response);
    }

    /// @param seen the digest of the terms that the page showed
    @PostMapping("/{change}/agree")
    View agree(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable String change,
            @RequestParam String seen,
            HttpServletResponse response) {
        return after(frame, me, engagement, change, deciding.agree(me, engagement, change, seen), response);
    }

    /// @param last the last day on which somebody signs
    @PostMapping("/{change}/order")
    View order(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable String change,
            @RequestParam(defaultValue = "") List<PersonId> signatory,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate last,
            HttpServletResponse response) {
        var wish = transactions.as(
                me,
                () -> new OrderingChange.Wish(
                        signatory, desk.behind(engagement, last), desk.words(frame, engagement, change)));
        return switch (ordering.order(me, engagement, change, wish)) {
            case OrderingChange.Outcome.Begun(var run) ->
                new RedirectView("/engagements/%s/runs/%s".formatted(engagement, run));
            case OrderingChange.Outcome.Refused(var reason) ->
                after(frame, me, engagement, change, new Outcome.Refused(reason), response);
        };
    }

    /// @param next the day by which it is gone through again
    @PostMapping("/reviews/{sow}")
    View review(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate next,
            HttpServletResponse response) {
        return switch (reviewing.review(me, engagement, sow, next)) {
            case Outcome.Done _ -> new RedirectView("/engagements/%s/changes".formatted(engagement));
            case Outcome.Refused(var reason) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield all(frame, me, engagement, frame.text(reason));
            }
        };
    }

    private View after(
            Frame frame,
            Actor.Person me,
            EngagementId engagement,
            String change,
            Outcome outcome,
            HttpServletResponse response) {
        return switch (outcome) {
            case Outcome.Done _ -> new RedirectView("/engagements/%s/changes/%s".formatted(engagement, change));
            case Outcome.Refused(var reason) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield one(frame, me, engagement, change, frame.text(reason));
            }
        };
    }

    private View all(Frame frame, Actor.Person me, EngagementId engagement, String refusal) {
        return html(templates.changeChanges(
                frame, transactions.as(me, () -> changes.page(frame, me, engagement, refusal))));
    }

    private View one(Frame frame, Actor.Person me, EngagementId engagement, String change, String refusal) {
        return html(templates.changeChange(
                frame, transactions.as(me, () -> desk.page(frame, me, engagement, change, refusal))));
    }
}
