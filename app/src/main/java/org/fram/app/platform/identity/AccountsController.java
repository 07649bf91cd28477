package org.fram.app.platform.identity;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import java.util.Set;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// All accounts, for administrators.
@Controller
@RequestMapping("/people")
class AccountsController {

    private final Transactions transactions;
    private final People people;
    private final AddingPeople addingPeople;
    private final ChangingPassword changingPassword;
    private final SettingUpSecondFactor secondFactor;
    private final SecondFactors factors;
    private final Templates templates;

    AccountsController(
            Transactions transactions,
            People people,
            AddingPeople addingPeople,
            ChangingPassword changingPassword,
            SettingUpSecondFactor secondFactor,
            SecondFactors factors,
            Templates templates) {
        this.transactions = transactions;
        this.people = people;
        this.addingPeople = addingPeople;
        this.changingPassword = changingPassword;
        this.secondFactor = secondFactor;
        this.factors = factors;
        this.templates = templates;
    }

    @GetMapping
    View list(Frame frame, Actor.Person me) {
        return page(frame, me, "", "");
    }

    @PostMapping
    View add(
            Frame frame,
            Actor.Person me,
            @RequestParam String email,
            @RequestParam String name,
            @RequestParam(defaultValue = "false") boolean administrator) {
        return switch (addingPeople.add(email, name, administrator)) {
            case AddingPeople.Outcome.Added(var _, var firstPassword) -> page(frame, me, "", firstPassword);
            case AddingPeople.Outcome.Known _ -> page(frame, me, frame.text("identity.people.known"), "");
            case AddingPeople.Outcome.Refused(var reason) -> page(frame, me, frame.text(reason), "");
        };
    }

    @PostMapping("/{person}/password")
    View resetPassword(Frame frame, Actor.Person me, @PathVariable PersonId person) {
        return switch (changingPassword.reset(me, person)) {
            case ChangingPassword.Outcome.Reset(var firstPassword) -> page(frame, me, "", firstPassword);
            case ChangingPassword.Outcome.Changed _ -> page(frame, me, "", "");
            case ChangingPassword.Outcome.Refused(var reason) -> page(frame, me, frame.text(reason), "");
        };
    }

    @PostMapping("/{person}/second-factor/turn-off")
    View turnOffSecondFactor(Frame frame, Actor.Person me, @PathVariable PersonId person) {
        return shown(frame, me, secondFactor.turnOffOf(me, person));
    }

    @PostMapping("/second-factor")
    View requireSecondFactor(Frame frame, Actor.Person me, @RequestParam(defaultValue = "false") boolean required) {
        return shown(frame, me, secondFactor.require(me, required));
    }

    private View shown(Frame frame, Actor.Person me, SettingUpSecondFactor.Outcome outcome) {
        return outcome instanceof SettingUpSecondFactor.Outcome.Refused(var reason)
                ? page(frame, me, frame.text(reason), "")
                : new RedirectView("/people");
    }

    private View page(Frame frame, Actor.Person me, String refusal, String firstPassword) {
        var owners = transactions.<Set<PersonId>>as(AddingPeople.TASK, factors::owners);
        boolean required = transactions.<Boolean>as(me, factors::required);
        return html(templates.identityPeople(
                frame,
                AccountsPage.of(frame, transactions.as(me, people::all), owners, required, refusal, firstPassword)));
    }
}
