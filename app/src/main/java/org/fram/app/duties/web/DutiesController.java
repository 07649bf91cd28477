package org.fram.app.duties.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.fram.app.duties.Acknowledging;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// What people answer for, and their yes to it.
@Controller
@RequestMapping("/engagements/{engagement}/duties")
class DutiesController {

    private static final String AGAINST = "against.";

    private final Transactions transactions;
    private final DutiesDesk desk;
    private final Acknowledging acknowledging;
    private final Templates templates;

    DutiesController(Transactions transactions, DutiesDesk desk, Acknowledging acknowledging, Templates templates) {
        this.transactions = transactions;
        this.desk = desk;
        this.acknowledging = acknowledging;
        this.templates = templates;
    }

    @GetMapping
    View show(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "0") int count) {
        String message = switch (done) {
            case "answered" -> frame.text("duties.done.answered", count);
            case "asked" -> frame.text("duties.done.asked", count);
            default -> "";
        };
        return page(frame, me, engagement, message, "");
    }

    /// @param seen the digest of the list that the page showed
    /// @param form what speaks against a duty, in the field `against.KEY`
    @PostMapping
    View acknowledge(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam String seen,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response) {
        return switch (acknowledging.acknowledge(me, engagement, seen, against(form))) {
            case Acknowledging.Outcome.Done(int taken, int _) -> back(engagement, "answered", taken);
            case Acknowledging.Outcome.Refused(var reason) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(frame, me, engagement, "", frame.text(reason));
            }
        };
    }

    /// @param person whom to ask; all who have not answered where it is empty
    @PostMapping("/ask")
    View ask(
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam(required = false) @Nullable PersonId person) {
        return back(engagement, "asked", acknowledging.remind(me, engagement, person));
    }

    private static Map<String, String> against(MultiValueMap<String, String> form) {
        var against = new HashMap<String, String>();
        form.toSingleValueMap().forEach((name, value) -> {
            if (name.startsWith(AGAINST)) {
                against.put(name.substring(AGAINST.length()), value);
            }
        });
        return against;
    }

    private static View back(EngagementId engagement, String done, int count) {
        return new RedirectView("/engagements/%s/duties?done=%s&count=%d".formatted(engagement, done, count));
    }

    private View page(Frame frame, Actor.Person me, EngagementId engagement, String message, String refusal) {
        return html(templates.dutiesDuties(
                frame, transactions.as(me, () -> desk.page(frame, me, engagement, message, refusal))));
    }
}
