package org.fram.app.engagement.web;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Party;
import org.fram.app.engagement.ProjectRole;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Membership;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.Role;
import org.fram.app.platform.identity.AccountsPage.Invitation;
import org.fram.app.platform.identity.AccountsPage.Told;
import org.fram.app.platform.identity.InvitingPeople;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.jspecify.annotations.Nullable;

/// What the page of an engagement's people shows, party by party.
///
/// @param form for somebody new, or null where the reader adds nobody
/// @param mails whether invitations go by mail
public record PeoplePage(
        EngagementHead head, List<Group> groups, @Nullable Form form, boolean mails, Told told) {

    /// A party and its people.
    public record Group(String party, String side, List<Line> people) {}

    /// Somebody.
    ///
    /// @param form to give them another place, or null where that is not the reader's to do
    /// @param invitation how it stands with it, or null of whoever has come
    public record Line(
            String address,
            String name,
            String email,
            String role,
            String does,
            @Nullable Form form,
            @Nullable Invitation invitation) {}

    /// What a place is made of.
    public record Form(List<Choice> parties, List<Choice> roles, List<Choice> does) {}

    static PeoplePage of(
            Frame frame,
            EngagementHead head,
            Membership mine,
            List<Party> parties,
            List<Member> members,
            List<InvitingPeople.Waiting> waiting,
            boolean mails,
            Told told) {
        var invitations =
                waiting.stream().collect(toMap(InvitingPeople.Waiting::person, one -> Invitation.of(frame, one)));
        var groups = parties.stream()
                .map(party -> new Group(
                        party.name(),
                        frame.text("engagement.side." + party.side().code()),
                        members.stream()
                                .filter(member -> member.party().equals(party.id()))
                                .map(member ->
                                        line(frame, head, mine, parties, member, invitations.get(member.person())))
                                .toList()))
                .toList();
        boolean adds = mine.may(Act.MANAGE_OWN_PEOPLE);
        return new PeoplePage(
                head,
                groups,
                adds ? form(frame, mine, parties, mine.party(), Role.CONTRIBUTOR, Set.of()) : null,
                mails,
                told);
    }

    private static Line line(
            Frame frame,
            EngagementHead head,
            Membership mine,
            List<Party> parties,
            Member member,
            @Nullable Invitation invitation) {
        boolean changes = mine.mayManagePeopleOf(member.party())
                && (member.role() != Role.OWNER || mine.may(Act.MANAGE_ALL_PEOPLE));
        return new Line(
                head.address() + "/people/" + member.person(),
                member.name(),
                member.email(),
                frame.text("access.role." + member.role().code()),
                member.does().stream()
                        .sorted()
                        .map(role -> frame.text("engagement.role." + role.code()))
                        .collect(joining(", ")),
                changes ? form(frame, mine, parties, member.party(), member.role(), member.does()) : null,
                invitation);
    }

    /// Offers what the reader may give.
    private static Form form(
            Frame frame, Membership mine, List<Party> parties, PartyId party, Role role, Set<ProjectRole> does) {
        return new Form(
                parties.stream()
                        .filter(one -> mine.mayManagePeopleOf(one.id()))
                        .map(one -> new Choice(
                                one.id().toString(), one.name(), one.id().equals(party)))
                        .toList(),
                Arrays.stream(Role.values())
                        .filter(one -> one != Role.OWNER || mine.may(Act.MANAGE_ALL_PEOPLE))
                        .map(one -> new Choice(one.code(), frame.text("access.role." + one.code()), one == role))
                        .toList(),
                Arrays.stream(ProjectRole.values())
                        .map(one ->
                                new Choice(one.code(), frame.text("engagement.role." + one.code()), does.contains(one)))
                        .toList());
    }
}
