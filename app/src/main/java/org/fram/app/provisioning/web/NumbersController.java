package org.fram.app.provisioning.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.texts.Text;
import org.fram.app.provisioning.AddingNumbers;
import org.fram.app.provisioning.AddingNumbers.Outcome;
import org.fram.app.provisioning.NumberRange;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Numbers by the batches in which they move, and entering ranges of them.
@Controller
@RequestMapping("/engagements/{engagement}/numbers")
class NumbersController {

    private final Transactions transactions;
    private final NumbersDesk desk;
    private final AddingNumbers adding;
    private final Templates templates;

    NumbersController(Transactions transactions, NumbersDesk desk, AddingNumbers adding, Templates templates) {
        this.transactions = transactions;
        this.desk = desk;
        this.adding = adding;
        this.templates = templates;
    }

    @GetMapping
    View show(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam(defaultValue = "-1") int added,
            @RequestParam(defaultValue = "0") int there) {
        return html(templates.provisioningNumbers(
                frame, transactions.as(me, () -> desk.page(frame, me, engagement, added, there))));
    }

    @GetMapping("/range")
    View range(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam Map<String, String> written) {
        return html(templates.provisioningRange(
                frame, transactions.as(me, () -> desk.range(frame, me, engagement, written))));
    }

    @PostMapping("/range")
    View add(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam Map<String, String> written,
            HttpServletResponse response) {
        var reason = desk.refusal(frame, written);
        if (reason != null) {
            return no(frame, me, engagement, written, reason, response);
        }
        return switch (NumberRange.read(written.getOrDefault("from", ""), written.getOrDefault("to", ""))) {
            case NumberRange.Reading.Refused(var refusal) -> no(frame, me, engagement, written, refusal, response);
            case NumberRange.Reading.Read(var range) ->
                switch (adding.add(me, engagement, range, desk.same(frame, written))) {
                    case Outcome.Refused(var refusal) -> no(frame, me, engagement, written, refusal, response);
                    case Outcome.Added(int added, int there) ->
                        new RedirectView(
                                EngagementHeads.address(engagement) + "/numbers?added=" + added + "&there=" + there);
                };
        };
    }

    private View no(
            Frame frame,
            Actor.Person me,
            EngagementId engagement,
            Map<String, String> written,
            Text reason,
            HttpServletResponse response) {
        var page = transactions.as(me, () -> desk.refused(frame, me, engagement, written, reason));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return html(templates.provisioningRange(frame, page));
    }
}
