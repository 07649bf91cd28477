package org.fram.app.engagement.web;

import java.util.ArrayList;
import java.util.List;
import org.fram.app.engagement.Duties;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.engagement.Member;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Link;

/// What somebody answers for who is to leave an engagement.
///
/// @param name theirs
/// @param handedOn what another person takes over
/// @param left what somebody has to see to
/// @param successors members of the same party, and nobody
public record LeavePage(
        EngagementHead head,
        String address,
        String name,
        List<Link> handedOn,
        List<Link> left,
        List<Choice> successors) {

    static LeavePage of(
            Frame frame, EngagementHead head, List<Member> members, PersonId person, List<Duties.Duty> duties) {
        var member = members.stream()
                .filter(one -> one.person().equals(person))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        boolean hands = duties.stream().anyMatch(Duties.Duty::handedOn);
        var others = members.stream()
                .filter(one ->
                        one.party().equals(member.party()) && !one.person().equals(person))
                .toList();
        var successors = new ArrayList<Choice>();
        successors.add(new Choice("", frame.text("engagement.leave.nobody"), !hands || others.isEmpty()));
        for (var other : others) {
            successors.add(
                    new Choice(other.person().toString(), other.name(), hands && other.equals(others.getFirst())));
        }
        return new LeavePage(
                head,
                head.address() + "/people/" + person,
                member.name(),
                links(frame, head, duties, true),
                links(frame, head, duties, false),
                successors);
    }

    private static List<Link> links(Frame frame, EngagementHead head, List<Duties.Duty> duties, boolean handedOn) {
        return duties.stream()
                .filter(duty -> duty.handedOn() == handedOn)
                .map(duty -> Link.to(head.address() + "/" + duty.path(), frame.text(duty.what())))
                .toList();
    }
}
