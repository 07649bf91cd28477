package org.fram.app.plan.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.UUID;
import org.fram.app.plan.AcceptingDate;
import org.fram.app.plan.Area;
import org.fram.app.plan.PlanOption;
import org.fram.app.plan.WeighingOptions;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
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

/// The go-live date: how likely it is, what moves it, what each option buys, and an executive's word on
/// it.
@Controller
@RequestMapping("/engagements/{engagement}/date")
class DateController {

    private final Transactions transactions;
    private final DateDesk desk;
    private final WeighingOptions weighing;
    private final AcceptingDate accepting;
    private final Templates templates;

    DateController(
            Transactions transactions,
            DateDesk desk,
            WeighingOptions weighing,
            AcceptingDate accepting,
            Templates templates) {
        this.transactions = transactions;
        this.desk = desk;
        this.weighing = weighing;
        this.accepting = accepting;
        this.templates = templates;
    }

    @GetMapping
    View show(Frame frame, Actor.Person me, @PathVariable EngagementId engagement) {
        return page(frame, me, engagement, "");
    }

    @PostMapping("/options")
    View add(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam(defaultValue = "") String name,
            @RequestParam PlanOption.Type type,
            @RequestParam(defaultValue = "") String activities,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String resource,
            @RequestParam(defaultValue = "") String amount,
            HttpServletResponse response) {
        var wish = new WeighingOptions.Wish(name, type, activities, area(area), resource, amount);
        return weighing.add(me, engagement, wish) instanceof WeighingOptions.Outcome.Refused(var reason)
                ? refused(frame, me, engagement, reason, response)
                : back(engagement);
    }

    @PostMapping("/options/{option}/remove")
    View remove(Actor.Person me, @PathVariable EngagementId engagement, @PathVariable UUID option) {
        weighing.remove(me, engagement, option);
        return back(engagement);
    }

    /// @param seen the digest of what the page showed
    @PostMapping("/accept")
    View accept(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response) {
        return accepting.accept(me, engagement, seen, reason) instanceof AcceptingDate.Outcome.Refused(var refusal)
                ? refused(frame, me, engagement, refusal, response)
                : back(engagement);
    }

    /// @param seen the version of the engagement that the page showed
    @PostMapping("/target")
    View retarget(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate target,
            @RequestParam(defaultValue = "0") int seen,
            HttpServletResponse response) {
        return accepting.retarget(me, engagement, target, seen) instanceof AcceptingDate.Outcome.Refused(var refusal)
                ? refused(frame, me, engagement, refusal, response)
                : back(engagement);
    }

    /// @throws NotFoundException where it is a code of none
    private static @Nullable Area area(String code) {
        try {
            return code.isEmpty() ? null : Code.of(Area.class, code);
        } catch (IllegalArgumentException unknown) {
            throw new NotFoundException();
        }
    }

    private static View back(EngagementId engagement) {
        return new RedirectView("/engagements/%s/date".formatted(engagement));
    }

    private View refused(
            Frame frame, Actor.Person me, EngagementId engagement, Text reason, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(frame, me, engagement, frame.text(reason));
    }

    private View page(Frame frame, Actor.Person me, EngagementId engagement, String refusal) {
        return html(templates.planDate(frame, transactions.as(me, () -> desk.page(frame, me, engagement, refusal))));
    }
}
