package org.fram.app.agreement.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fram.app.agreement.AgreeingSections;
import org.fram.app.agreement.Discussing;
import org.fram.app.agreement.PuttingUp;
import org.fram.app.agreement.Remark;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.texts.Text;
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

/// Agreeing on a statement of work, section by section, and putting it up for signature.
@Controller
@RequestMapping("/engagements/{engagement}/sow/{sow}/agreement")
class AgreementController {

    private final Transactions transactions;
    private final AgreementDesk desk;
    private final AgreeingSections agreeing;
    private final Discussing discussing;
    private final PuttingUp puttingUp;
    private final Templates templates;

    AgreementController(
            Transactions transactions,
            AgreementDesk desk,
            AgreeingSections agreeing,
            Discussing discussing,
            PuttingUp puttingUp,
            Templates templates) {
        this.transactions = transactions;
        this.desk = desk;
        this.agreeing = agreeing;
        this.discussing = discussing;
        this.puttingUp = puttingUp;
        this.templates = templates;
    }

    @GetMapping
    View show(Frame frame, Actor.Person me, @PathVariable EngagementId engagement, @PathVariable SowId sow) {
        return page(frame, me, engagement, sow, "");
    }

    /// @param seen the digest of the words that the page showed
    @PostMapping("/agree")
    View agree(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @RequestParam String section,
            @RequestParam String seen,
            HttpServletResponse response) {
        return agreeing.agree(me, engagement, sow, section, seen)
                        instanceof AgreeingSections.Outcome.Refused(var reason)
                ? refused(frame, me, engagement, sow, reason, response)
                : back(engagement, sow);
    }

    @PostMapping("/reopen")
    View reopen(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @RequestParam String section,
            HttpServletResponse response) {
        return agreeing.reopen(me, engagement, sow, section) instanceof AgreeingSections.Outcome.Refused(var reason)
                ? refused(frame, me, engagement, sow, reason, response)
                : back(engagement, sow);
    }

    @PostMapping("/remarks")
    View say(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @RequestParam String section,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String suggestion,
            @RequestParam(defaultValue = "false") boolean onlyMyParty,
            HttpServletResponse response) {
        var said = new Discussing.Said(section, text, suggestion, onlyMyParty);
        return discussing.say(me, engagement, sow, said) instanceof Discussing.Outcome.Refused(var reason)
                ? refused(frame, me, engagement, sow, reason, response)
                : back(engagement, sow);
    }

    @PostMapping("/remarks/{remark}/settle")
    View settle(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @PathVariable UUID remark,
            @RequestParam Remark.Outcome outcome,
            @RequestParam(defaultValue = "") String answer,
            HttpServletResponse response) {
        return discussing.settle(me, engagement, sow, remark, outcome, answer)
                        instanceof Discussing.Outcome.Refused(var reason)
                ? refused(frame, me, engagement, sow, reason, response)
                : back(engagement, sow);
    }

    /// @param last the last day on which somebody signs
    @PostMapping("/put-up")
    View putUp(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable SowId sow,
            @RequestParam(defaultValue = "") List<PersonId> signatory,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate last,
            HttpServletResponse response) {
        var wish = transactions.as(
                me,
                () -> new PuttingUp.Wish(
                        signatory,
                        last.plusDays(1).atStartOfDay(desk.zone(engagement)).toInstant(),
                        new PuttingUp.Words(
                                frame.texts().locale().getLanguage(),
                                frame.text("agreement.version", desk.newest(sow)),
                                desk.parties(frame, engagement))));
        return switch (puttingUp.putUp(me, engagement, sow, wish)) {
            case PuttingUp.Outcome.Begun(var run) ->
                new RedirectView("/engagements/%s/runs/%s".formatted(engagement, run));
            case PuttingUp.Outcome.Refused(var reason) -> refused(frame, me, engagement, sow, reason, response);
        };
    }

    private static View back(EngagementId engagement, SowId sow) {
        return new RedirectView("/engagements/%s/sow/%s/agreement".formatted(engagement, sow));
    }

    private View refused(
            Frame frame,
            Actor.Person me,
            EngagementId engagement,
            SowId sow,
            Text reason,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(frame, me, engagement, sow, frame.text(reason));
    }

    private View page(Frame frame, Actor.Person me, EngagementId engagement, SowId sow, String refusal) {
        return html(templates.agreementAgreement(
                frame, transactions.as(me, () -> desk.page(frame, me, engagement, sow, refusal))));
    }
}
