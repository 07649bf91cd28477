package org.fram.app.engagement.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import java.util.Set;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.ManagingPeople;
import org.fram.app.engagement.ManagingPeople.Outcome;
import org.fram.app.engagement.ManagingPeople.Place;
import org.fram.app.engagement.Members;
import org.fram.app.engagement.ProjectRole;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Role;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.identity.AccountsPage.Told;
import org.fram.app.platform.identity.InvitingPeople;
import org.fram.app.platform.pages.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

@Controller
@RequestMapping("/engagements/{id}/people")
class PeopleController {

    private final Transactions transactions;
    private final Authority authority;
    private final EngagementHeads heads;
    private final Engagements engagements;
    private final Members members;
    private final ManagingPeople managingPeople;
    private final InvitingPeople inviting;
    private final Templates templates;

    PeopleController(
            Transactions transactions,
            Authority authority,
            EngagementHeads heads,
            Engagements engagements,
            Members members,
            ManagingPeople managingPeople,
            InvitingPeople inviting,
            Templates templates) {
        this.transactions = transactions;
        this.authority = authority;
        this.heads = heads;
        this.engagements = engagements;
        this.members = members;
        this.managingPeople = managingPeople;
        this.inviting = inviting;
        this.templates = templates;
    }

    @GetMapping
    View show(Frame frame, Actor.Person me, @PathVariable EngagementId id) {
        return page(frame, me, id, Told.NOTHING);
    }

    @PostMapping
    View add(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId id,
            @RequestParam String email,
            @RequestParam String name,
            @RequestParam PartyId party,
            @RequestParam Role role,
            @RequestParam(required = false, defaultValue = "") Set<ProjectRole> does,
            @RequestParam(defaultValue = "") String way) {
        var place = new Place(party, role, does);
        return answer(
                frame,
                me,
                id,
                way.equals("invitation")
                        ? managingPeople.invite(me, id, email, name, place)
                        : managingPeople.add(me, id, email, name, place));
    }

    @PostMapping("/{person}")
    View change(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId id,
            @PathVariable PersonId person,
            @RequestParam PartyId party,
            @RequestParam Role role,
            @RequestParam(required = false, defaultValue = "") Set<ProjectRole> does) {
        return answer(frame, me, id, managingPeople.change(me, id, person, new Place(party, role, does)));
    }

    /// What somebody answers for, before they leave.
    @GetMapping("/{person}/leave")
    View leave(Frame frame, Actor.Person me, @PathVariable EngagementId id, @PathVariable PersonId person) {
        var duties = managingPeople.duties(me, id, person);
        return html(templates.engagementLeave(
                frame,
                transactions.as(
                        me, () -> LeavePage.of(frame, heads.of(frame, me, id), members.of(id), person, duties))));
    }

    /// @param successor who takes over what they answer for, or empty where nobody does
    @PostMapping("/{person}/remove")
    View remove(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId id,
            @PathVariable PersonId person,
            @RequestParam(defaultValue = "") String successor) {
        return answer(
                frame,
                me,
                id,
                successor.isEmpty()
                        ? managingPeople.remove(me, id, person)
                        : managingPeople.replace(me, id, person, PersonId.of(successor)));
    }

    @PostMapping("/{person}/invitation")
    View inviteAgain(Frame frame, Actor.Person me, @PathVariable EngagementId id, @PathVariable PersonId person) {
        return answer(frame, me, id, managingPeople.inviteAgain(me, id, person));
    }

    @PostMapping("/{person}/invitation/take-back")
    View takeBackInvitation(Actor.Person me, @PathVariable EngagementId id, @PathVariable PersonId person) {
        managingPeople.takeBackInvitation(me, id, person);
        return new RedirectView(EngagementHeads.address(id) + "/people");
    }

    private View answer(Frame frame, Actor.Person me, EngagementId id, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Added(var _, var password)
            when !password.isEmpty() -> page(frame, me, id, Told.firstPassword(password));
            case Outcome.Invited(var _, var link) ->
                page(
                        frame,
                        me,
                        id,
                        link.isEmpty() ? Told.done(frame.text("identity.invitation.mailed")) : Told.link(link));
            case Outcome.Added _, Outcome.Changed _, Outcome.Removed _ ->
                new RedirectView(EngagementHeads.address(id) + "/people");
            case Outcome.Refused(var reason) -> page(frame, me, id, Told.refusal(frame.text(reason)));
        };
    }

    private View page(Frame frame, Actor.Person me, EngagementId id, Told told) {
        var waiting = inviting.waiting(me);
        return html(templates.engagementPeople(
                frame,
                transactions.as(
                        me,
                        () -> PeoplePage.of(
                                frame,
                                heads.of(frame, me, id),
                                authority.require(me, Act.SEE, id),
                                engagements.parties(id),
                                members.of(id),
                                waiting,
                                inviting.mails(),
                                told))));
    }
}
