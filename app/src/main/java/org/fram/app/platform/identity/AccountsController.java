package org.fram.app.platform.identity;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import java.util.Set;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.identity.AccountsPage.Told;
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

    /// The way in of whoever chooses a password by a link.
    static final String INVITATION = "invitation";

    private final Transactions transactions;
    private final People people;
    private final AddingPeople addingPeople;
    private final InvitingPeople inviting;
    private final ChangingPassword changingPassword;
    private final ErasingPerson erasing;
    private final SettingUpSecondFactor secondFactor;
    private final SecondFactors factors;
    private final Templates templates;

    AccountsController(
            Transactions transactions,
            People people,
            AddingPeople addingPeople,
            InvitingPeople inviting,
            ChangingPassword changingPassword,
            ErasingPerson erasing,
            SettingUpSecondFactor secondFactor,
            SecondFactors factors,
            Templates templates) {
        this.transactions = transactions;
        this.people = people;
        this.addingPeople = addingPeople;
        this.inviting = inviting;
        this.changingPassword = changingPassword;
        this.erasing = erasing;
        this.secondFactor = secondFactor;
        this.factors = factors;
        this.templates = templates;
    }

    @GetMapping
    View list(Frame frame, Actor.Person me) {
        return page(frame, me, Told.NOTHING);
    }

    /// Makes an account: with an invitation, or with a first password to be handed over.
    @PostMapping
    View add(
            Frame frame,
            Actor.Person me,
            @RequestParam String email,
            @RequestParam String name,
            @RequestParam(defaultValue = "false") boolean administrator,
            @RequestParam(defaultValue = "") String way) {
        if (way.equals(INVITATION)) {
            return answer(frame, me, inviting.invite(me, email, name, administrator));
        }
        return switch (addingPeople.add(email, name, administrator)) {
            case AddingPeople.Outcome.Added(var _, var firstPassword) ->
                page(frame, me, Told.firstPassword(firstPassword));
            case AddingPeople.Outcome.Known _ -> page(frame, me, Told.refusal(frame.text("identity.people.known")));
            case AddingPeople.Outcome.Refused(var reason) -> page(frame, me, Told.refusal(frame.text(reason)));
        };
    }

    @PostMapping("/{person}/password")
    View resetPassword(Frame frame, Actor.Person me, @PathVariable PersonId person) {
        return switch (changingPassword.reset(me, person)) {
            case ChangingPassword.Outcome.Reset(var firstPassword) ->
                page(frame, me, Told.firstPassword(firstPassword));
            case ChangingPassword.Outcome.Changed _ -> page(frame, me, Told.NOTHING);
            case ChangingPassword.Outcome.Refused(var reason) -> page(frame, me, Told.refusal(frame.text(reason)));
        };
    }

    /// Sends somebody who has not come yet a new link.
    @PostMapping("/{person}/invitation")
    View inviteAgain(Frame frame, Actor.Person me, @PathVariable PersonId person) {
        return answer(frame, me, inviting.again(me, person));
    }

    @PostMapping("/{person}/invitation/take-back")
    View takeBackInvitation(@PathVariable PersonId person) {
        inviting.takeBack(person);
        return new RedirectView("/people");
    }

    /// What erasing somebody means, and the question whether that is meant.
    @GetMapping("/{person}/erase")
    View askToErase(Frame frame, Actor.Person me, @PathVariable PersonId person) {
        return erasePage(frame, erasing.about(me, person), "");
    }

    @PostMapping("/{person}/erase")
    View erase(
            Frame frame,
            Actor.Person me,
            @PathVariable PersonId person,
            @RequestParam(defaultValue = "") String confirmed) {
        var about = erasing.about(me, person);
        return erasing.erase(me, person, confirmed) instanceof ErasingPerson.Outcome.Refused(var reason)
                ? erasePage(frame, about, frame.text(reason))
                : page(frame, me, Told.done(frame.text("identity.erase.done")));
    }

    private View erasePage(Frame frame, Person person, String refusal) {
        return html(templates.identityErase(
                frame, new ErasePage("/people/" + person.id(), person.name(), person.email(), refusal)));
    }

    private View answer(Frame frame, Actor.Person me, InvitingPeople.Outcome outcome) {
        return switch (outcome) {
            case InvitingPeople.Outcome.Mailed _ ->
                page(frame, me, Told.done(frame.text("identity.invitation.mailed")));
            case InvitingPeople.Outcome.ToHandOn(var _, var link) -> page(frame, me, Told.link(link));
            case InvitingPeople.Outcome.Known _ -> page(frame, me, Told.refusal(frame.text("identity.people.known")));
            case InvitingPeople.Outcome.Refused(var reason) -> page(frame, me, Told.refusal(frame.text(reason)));
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
                ? page(frame, me, Told.refusal(frame.text(reason)))
                : new RedirectView("/people");
    }

    private View page(Frame frame, Actor.Person me, Told told) {
        var owners = transactions.<Set<PersonId>>as(AddingPeople.TASK, factors::owners);
        boolean required = transactions.<Boolean>as(me, factors::required);
        return html(templates.identityPeople(
                frame,
                AccountsPage.of(
                        frame,
                        transactions.as(me, people::all),
                        owners,
                        required,
                        inviting.waiting(me),
                        inviting.mails(),
                        told)));
    }
}
