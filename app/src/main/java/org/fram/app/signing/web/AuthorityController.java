package org.fram.app.signing.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import java.time.LocalDate;
import java.util.UUID;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.register.CellType;
import org.fram.app.platform.register.Money;
import org.fram.app.signing.GivingAuthority;
import org.fram.app.signing.Matter;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Who may sign what, and in whose place.
@Controller
@RequestMapping("/engagements/{id}/signatures")
class AuthorityController {

    private final Transactions transactions;
    private final SignaturesDesk desk;
    private final GivingAuthority giving;
    private final Templates templates;

    AuthorityController(Transactions transactions, SignaturesDesk desk, GivingAuthority giving, Templates templates) {
        this.transactions = transactions;
        this.desk = desk;
        this.giving = giving;
        this.templates = templates;
    }

    @GetMapping("/authority")
    View show(Frame frame, Actor.Person me, @PathVariable EngagementId id) {
        return page(frame, me, id, "");
    }

    /// @param amount the most, or empty for any
    @PostMapping("/authority")
    View give(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId id,
            @RequestParam PersonId person,
            @RequestParam Matter matter,
            @RequestParam(defaultValue = "") String amount) {
        giving.requireMayGive(me, id, person);
        return switch (SignaturesDesk.money().read(amount, frame)) {
            case CellType.Reading.Refused(var reason) -> page(frame, me, id, frame.text(reason));
            case CellType.Reading.Value(var value) ->
                answer(frame, me, id, giving.give(me, id, person, matter, value instanceof Money.Sum sum ? sum : null));
        };
    }

    @PostMapping("/authority/{authority}/withdraw")
    View withdraw(Frame frame, Actor.Person me, @PathVariable EngagementId id, @PathVariable UUID authority) {
        return answer(frame, me, id, giving.withdraw(me, id, authority));
    }

    @PostMapping("/deputies")
    View nameDeputy(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId id,
            @RequestParam PersonId person,
            @RequestParam PersonId deputy,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate first,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate last) {
        return answer(frame, me, id, giving.nameDeputy(me, id, person, deputy, first, last));
    }

    @PostMapping("/deputies/{deputy}/end")
    View endDeputy(Frame frame, Actor.Person me, @PathVariable EngagementId id, @PathVariable UUID deputy) {
        return answer(frame, me, id, giving.endDeputy(me, id, deputy));
    }

    private View answer(Frame frame, Actor.Person me, EngagementId id, GivingAuthority.Outcome outcome) {
        return outcome instanceof GivingAuthority.Outcome.Refused(var reason)
                ? page(frame, me, id, frame.text(reason))
                : new RedirectView(SignaturesDesk.address(id) + "/authority");
    }

    private View page(Frame frame, Actor.Person me, EngagementId id, String refusal) {
        return html(
                templates.signingAuthority(frame, transactions.as(me, () -> desk.authorities(frame, me, id, refusal))));
    }
}
