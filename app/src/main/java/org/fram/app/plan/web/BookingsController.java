package org.fram.app.plan.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.fram.app.plan.people.AskingBooked;
import org.fram.app.plan.people.TakingOtherDates;
import org.fram.app.platform.access.Actor;
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

/// Who is booked for the plan: asking them, and taking over what they answer.
@Controller
@RequestMapping("/engagements/{engagement}/plan/bookings")
class BookingsController {

    private final Transactions transactions;
    private final BookingsDesk desk;
    private final AskingBooked asking;
    private final TakingOtherDates taking;
    private final Templates templates;

    BookingsController(
            Transactions transactions,
            BookingsDesk desk,
            AskingBooked asking,
            TakingOtherDates taking,
            Templates templates) {
        this.transactions = transactions;
        this.desk = desk;
        this.asking = asking;
        this.taking = taking;
        this.templates = templates;
    }

    @GetMapping
    View show(Frame frame, Actor.Person me, @PathVariable EngagementId engagement) {
        return page(frame, me, engagement, "", "");
    }

    @PostMapping("/ask")
    View ask(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam UUID booking,
            HttpServletResponse response) {
        return switch (asking.ask(me, engagement, booking)) {
            case AskingBooked.Outcome.Asked(var _, var handOn)
            when !handOn.isEmpty() -> page(frame, me, engagement, handOn, "");
            case AskingBooked.Outcome.Asked _ -> back(engagement, booking);
            case AskingBooked.Outcome.Refused(var reason) ->
                refused(frame, me, engagement, frame.text(reason), response);
        };
    }

    /// @param answer the one whose dates are taken over
    @PostMapping("/take")
    View take(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam UUID booking,
            @RequestParam UUID answer,
            HttpServletResponse response) {
        return switch (taking.take(me, engagement, booking, answer)) {
            case TakingOtherDates.Outcome.Done _ -> back(engagement, booking);
            case TakingOtherDates.Outcome.Refused(var reason) ->
                refused(frame, me, engagement, frame.text(reason), response);
        };
    }

    private static View back(EngagementId engagement, UUID booking) {
        return new RedirectView("/engagements/%s/plan/bookings#%s".formatted(engagement, booking));
    }

    private View refused(
            Frame frame, Actor.Person me, EngagementId engagement, String reason, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(frame, me, engagement, "", reason);
    }

    private View page(Frame frame, Actor.Person me, EngagementId engagement, String handOn, String refusal) {
        return html(templates.planBookings(
                frame, transactions.as(me, () -> desk.page(frame, me, engagement, handOn, refusal))));
    }
}
