package org.fram.app.kpi.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Engagements;
import org.fram.app.kpi.AskingExecutive;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Having objectives confirmed by executives.
@Controller
@RequestMapping("/engagements/{engagement}/objectives/confirmations")
class ConfirmationsController {

    private static final ConfirmationsPage.Form BLANK = new ConfirmationsPage.Form("", "", "", "");

    private final Transactions transactions;
    private final Authority authority;
    private final Engagements engagements;
    private final AskingExecutive asking;
    private final ConfirmationsDesk desk;
    private final Templates templates;

    ConfirmationsController(
            Transactions transactions,
            Authority authority,
            Engagements engagements,
            AskingExecutive asking,
            ConfirmationsDesk desk,
            Templates templates) {
        this.transactions = transactions;
        this.authority = authority;
        this.engagements = engagements;
        this.asking = asking;
        this.desk = desk;
        this.templates = templates;
    }

    /// @param objective those that are ticked already
    @GetMapping
    View show(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam(defaultValue = "") List<UUID> objective) {
        return page(frame, me, engagement, new ConfirmationsDesk.Attempt(Set.copyOf(objective), BLANK, "", ""));
    }

    /// @param last the last day on which they can answer
    @PostMapping
    View ask(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam(defaultValue = "") List<UUID> objective,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String last,
            HttpServletResponse response) {
        var zone = transactions.as(me, () -> {
            authority.require(me, Act.INVITE_GUESTS, engagement);
            return engagements.get(engagement).timeZone();
        });
        var chosen = new HashSet<>(objective);
        var wish = new AskingExecutive.Wish(email, name, chosen, question, expires(last, zone));
        return switch (asking.ask(me, engagement, wish)) {
            case AskingExecutive.Outcome.Asked(var _, var handOn)
            when !handOn.isEmpty() ->
                page(frame, me, engagement, new ConfirmationsDesk.Attempt(Set.of(), BLANK, handOn, ""));
            case AskingExecutive.Outcome.Asked _ ->
                new RedirectView(EngagementHeads.address(engagement) + "/objectives/confirmations");
            case AskingExecutive.Outcome.Refused(var reason) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                var form = new ConfirmationsPage.Form(email, name, question, last);
                yield page(frame, me, engagement, new ConfirmationsDesk.Attempt(chosen, form, "", frame.text(reason)));
            }
        };
    }

    private View page(Frame frame, Actor.Person me, EngagementId engagement, ConfirmationsDesk.Attempt attempt) {
        return html(templates.kpiConfirmations(
                frame, transactions.as(me, () -> desk.page(frame, me, engagement, attempt))));
    }

    /// The end of the last day; one in the past where no day was given, which is refused.
    private static Instant expires(String last, ZoneId zone) {
        try {
            return LocalDate.parse(last).plusDays(1).atStartOfDay(zone).toInstant();
        } catch (DateTimeParseException _) {
            return Instant.EPOCH;
        }
    }
}
