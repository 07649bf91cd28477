package org.fram.app.sow.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.fram.app.sow.DecidingObligation;
import org.fram.app.sow.ObligationId;
import org.fram.app.sow.Promise;
import org.fram.app.sow.ReshapingObligations;
import org.fram.app.sow.SowId;
import org.fram.facts.ObligationKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The document on one side, its obligations on the other, and what one does with many of them at once.
@Controller
@RequestMapping("/engagements/{engagement}/sow/{sow}/review")
class WorkspaceController {

    private final Transactions transactions;
    private final Desk desk;
    private final DecidingObligation deciding;
    private final ReshapingObligations reshaping;
    private final Templates templates;

    WorkspaceController(
            Transactions transactions,
            Desk desk,
            DecidingObligation deciding,
            ReshapingObligations reshaping,
            Templates templates) {
        this.transactions = transactions;
        this.desk = desk;
        this.deciding = deciding;
        this.reshaping = reshaping;
        this.templates = templates;
    }

    @GetMapping
    View show(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "1") int part,
            @RequestParam @Nullable ObligationId at) {
        return page(frame, me, engagement, sow, new WorkspacePage.Asked(show, part, at), "");
    }

    @PostMapping("/accept")
    View acceptAll(
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @RequestParam @Nullable String section) {
        deciding.acceptAll(me, engagement, sow, section);
        return workspace(engagement, sow);
    }

    @PostMapping("/merge")
    View merge(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @RequestParam(defaultValue = "") List<String> id,
            HttpServletResponse response) {
        var ids = id.stream().map(ObligationId::of).toList();
        return outcome(frame, me, engagement, sow, reshaping.merge(me, engagement, sow, ids), response);
    }

    @PostMapping("/add")
    View add(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @RequestParam String text,
            @RequestParam String section,
            @RequestParam String accountable,
            HttpServletResponse response) {
        if (text.isBlank()) {
            return workspace(engagement, sow);
        }
        var promise = new Promise(
                text.strip(),
                section,
                accountable,
                accountable.isBlank() ? List.of() : List.of(accountable),
                Map.of(),
                ObligationKind.DUTY,
                "scope",
                null,
                null,
                null,
                null);
        return outcome(frame, me, engagement, sow, reshaping.add(me, engagement, sow, promise), response);
    }

    private View outcome(
            Frame frame,
            Actor.Person me,
            EngagementId engagement,
            SowId sow,
            ReshapingObligations.Outcome outcome,
            HttpServletResponse response) {
        return switch (outcome) {
            case ReshapingObligations.Outcome.Done(var id) -> workspace(engagement, sow, id);
            case ReshapingObligations.Outcome.Refused(var reason) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(frame, me, engagement, sow, WorkspacePage.Asked.USUAL, frame.text(reason));
            }
        };
    }

    private View page(
            Frame frame,
            Actor.Person me,
            EngagementId engagement,
            SowId sow,
            WorkspacePage.Asked asked,
            String refusal) {
        return html(templates.sowWorkspace(
                frame, transactions.as(me, () -> desk.workspace(frame, me, engagement, sow, asked, refusal))));
    }

    /// Back to an obligation's place.
    static View workspace(EngagementId engagement, SowId sow, ObligationId obligation) {
        return new RedirectView("/engagements/%s/sow/%s%s".formatted(engagement, sow, obligation.place()));
    }

    private static View workspace(EngagementId engagement, SowId sow) {
        return new RedirectView("/engagements/%s/sow/%s/review".formatted(engagement, sow));
    }
}
