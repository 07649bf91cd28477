package org.fram.app.duties.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fram.app.duties.DutyLine;
import org.fram.app.duties.DutyLine.Standing;
import org.fram.app.duties.DutyList;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Members;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Membership;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Tone;
import org.springframework.stereotype.Component;

/// Lays out what people answer for. Is asked within a transaction of whoever looks.
@Component
class DutiesDesk {

    private final EngagementHeads heads;
    private final Engagements engagements;
    private final Members members;
    private final Authority authority;
    private final DutyList duties;

    DutiesDesk(EngagementHeads heads, Engagements engagements, Members members, Authority authority, DutyList duties) {
        this.heads = heads;
        this.engagements = engagements;
        this.members = members;
        this.authority = authority;
        this.duties = duties;
    }

    DutiesPage page(Frame frame, Actor.Person me, EngagementId engagement, String message, String refusal) {
        var head = heads.of(frame, me, engagement);
        var mine = authority.require(me, Act.SEE, engagement);
        var member = members.find(engagement, me.id()).orElseThrow(NotFoundException::new);
        var list = duties.of(engagement, member);
        var people = people(frame, engagement, mine);
        return new DutiesPage(
                head,
                head.address() + "/duties",
                DutyList.digest(list),
                list.stream()
                        .map(line -> line(frame, head.address(), line, answered(list)))
                        .toList(),
                open(list),
                answered(list),
                people,
                people.stream().anyMatch(DutiesPage.Person::asked),
                message,
                refusal);
    }

    private static DutiesPage.Line line(Frame frame, String engagement, DutyLine line, boolean answered) {
        var tone = switch (line.standing()) {
            case NEW -> Tone.WARN;
            case TAKEN -> Tone.GOOD;
            case OBJECTED -> Tone.BAD;
        };
        String standing = line.standing() == Standing.NEW && answered
                ? frame.text("duties.standing.since")
                : frame.text("duties.standing." + line.standing().code());
        var duty = line.duty();
        return new DutiesPage.Line(
                duty.key(),
                duty.key().replaceAll("[^A-Za-z0-9]+", "-"),
                duty.ref(),
                duty.text(),
                frame.text(duty.about()),
                engagement + "/" + duty.path(),
                tone,
                standing,
                line.objection());
    }

    private List<DutiesPage.Person> people(Frame frame, EngagementId engagement, Membership mine) {
        var parties = new HashMap<PartyId, String>();
        engagements.parties(engagement).forEach(party -> parties.put(party.id(), party.name()));
        var people = new ArrayList<DutiesPage.Person>();
        var all = members.of(engagement);
        var lists = duties.of(engagement, all);
        for (var member : all) {
            var list = lists.getOrDefault(member.person(), List.of());
            if (!list.isEmpty()) {
                people.add(person(frame, engagement, mine, member, list, parties));
            }
        }
        return people;
    }

    private DutiesPage.Person person(
            Frame frame,
            EngagementId engagement,
            Membership mine,
            Member member,
            List<DutyLine> list,
            Map<PartyId, String> parties) {
        long open = open(list);
        var objections = list.stream()
                .filter(line -> line.standing() == Standing.OBJECTED)
                .map(line -> line.duty().ref() + ": " + line.objection())
                .toList();
        String standing;
        if (open > 0) {
            standing = frame.text("duties.people.open", open);
        } else {
            standing = last(list)
                    .map(given -> frame.text(
                            "duties.people.answered",
                            frame.time(given, engagements.get(engagement).timeZone())))
                    .orElse("");
        }
        return new DutiesPage.Person(
                member.person().toString(),
                member.name(),
                parties.getOrDefault(member.party(), ""),
                frame.text("duties.people.count", list.size(), objections.size()),
                open > 0 ? Tone.WARN : objections.isEmpty() ? Tone.GOOD : Tone.BAD,
                standing,
                objections,
                open > 0 && mine.may(Act.MANAGE_OWN_PEOPLE) && mine.mayManagePeopleOf(member.party()));
    }

    private static Optional<Instant> last(List<DutyLine> list) {
        return list.stream()
                .flatMap(line -> Optional.ofNullable(line.given()).stream())
                .max(Instant::compareTo);
    }

    private static boolean answered(List<DutyLine> list) {
        return list.stream().anyMatch(line -> line.standing() != Standing.NEW);
    }

    private static long open(List<DutyLine> list) {
        return list.stream().filter(line -> line.standing() == Standing.NEW).count();
    }
}
