package org.fram.app.engagement.web;

import static java.util.stream.Collectors.joining;

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
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.jspecify.annotations.Nullable;

/// What the page of an engagement's people shows, party by party.
///
/// @param form for somebody new, or null where the reader adds nobody
/// @param refusal why the last attempt failed, or empty
/// @param firstPassword of an account that was just made, shown this once, or empty
public record PeoplePage(
        EngagementHead head, List<Group> groups, @Nullable Form form, String refusal, String firstPassword) {

    /// A party and its people.
    public record Group(String party, String side, List<Line> people) {}

    /// Somebody.
    ///
    /// @param form to give them another place, or null where that is not the reader's to do
    public record Line(
            String address,
            String name,
            String email,
            String role,
            String does,
            @Nullable Form form) {}

    /// What a place is made of.
    public record Form(List<Choice> parties, List<Choice> roles, List<Choice> does) {}

    static PeoplePage of(
            Frame frame,
            EngagementHead head,
            Membership mine,
            List<Party> parties,
            List<Member> members,
            String refusal,
            String firstPassword) {
        var groups = parties.stream()
                .map(party -> new Group(
                        party.name(),
                        frame.text("engagement.side." + party.side().code()),
                        members.stream()
                                .filter(member -> member.party().equals(party.id()))
                                .map(member -> line(frame, head, mine, parties, member))
                                .toList()))
                .toList();
        boolean adds = mine.may(Act.MANAGE_OWN_PEOPLE);
        return new PeoplePage(
                head,
                groups,
                adds ? form(frame, mine, parties, mine.party(), Role.CONTRIBUTOR, Set.of()) : null,
                refusal,
                firstPassword);
    }

    private static Line line(Frame frame, EngagementHead head, Membership mine, List<Party> parties, Member member) {
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
                changes ? form(frame, mine, parties, member.party(), member.role(), member.does()) : null);
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
