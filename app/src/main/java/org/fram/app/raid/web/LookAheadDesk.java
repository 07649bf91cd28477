package org.fram.app.raid.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Party;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Tone;
import org.fram.app.raid.LookAhead;
import org.fram.app.raid.delay.Delay;
import org.fram.app.raid.delay.Delays;
import org.springframework.stereotype.Component;

/// Puts together what everybody owes next: the other parties first. Is asked within a transaction of
/// whoever looks.
@Component
class LookAheadDesk {

    private static final int SOON = 3;

    private final Authority authority;
    private final EngagementHeads heads;
    private final Engagements engagements;
    private final LookAhead ahead;
    private final Delays delays;

    LookAheadDesk(Authority authority, EngagementHeads heads, Engagements engagements, LookAhead ahead, Delays delays) {
        this.authority = authority;
        this.heads = heads;
        this.engagements = engagements;
        this.ahead = ahead;
        this.delays = delays;
    }

    LookAheadPage page(Frame frame, Actor.Person me, EngagementId engagement, String refusal) {
        var mine = authority.require(me, Act.SEE, engagement);
        var head = heads.of(frame, me, engagement);
        var today = engagements.today(engagement);
        var lines = ahead.of(engagement, today);
        boolean writes = mine.may(Act.CONTRIBUTE);
        var kept = delays.of(engagement).stream()
                .filter(delay -> delay.ended() == null)
                .map(Delay::source)
                .collect(toSet());
        var sides = engagements.parties(engagement).stream()
                .sorted(Comparator.comparing(party -> party.id().equals(mine.party())))
                .map(party -> side(
                        frame,
                        head.address(),
                        party,
                        lines,
                        today,
                        line -> writes
                                        && !party.id().equals(mine.party())
                                        && line.due().isBefore(today)
                                ? List.of(new LookAheadPage.Keeps(
                                        line.member().person().toString(),
                                        line.item().key(),
                                        kept.contains(head.address() + "/"
                                                + line.item().path())))
                                : List.of()))
                .filter(side -> !side.people().isEmpty())
                .toList();
        return new LookAheadPage(
                head, frame.text("raid.ahead.count", lines.size(), overdue(lines, today)), sides, refusal);
    }

    private static LookAheadPage.Side side(
            Frame frame,
            String address,
            Party party,
            List<LookAhead.Line> all,
            LocalDate today,
            Function<LookAhead.Line, List<LookAheadPage.Keeps>> keeps) {
        var lines = all.stream()
                .filter(line -> line.member().party().equals(party.id()))
                .toList();
        var people = lines.stream()
                .collect(groupingBy(line -> line.member().person(), LinkedHashMap::new, toList()))
                .values()
                .stream()
                .map(own -> new LookAheadPage.Person(
                        own.getFirst().member().name(),
                        own.stream()
                                .map(line -> line(frame, address, line, today, keeps.apply(line)))
                                .toList()))
                .toList();
        return new LookAheadPage.Side(
                party.name(), frame.text("raid.ahead.count", lines.size(), overdue(lines, today)), people);
    }

    private static LookAheadPage.Line line(
            Frame frame, String address, LookAhead.Line line, LocalDate today, List<LookAheadPage.Keeps> keeps) {
        long left = ChronoUnit.DAYS.between(today, line.due());
        return new LookAheadPage.Line(
                address + "/" + line.item().path(),
                frame.text(line.item().what()),
                left < 0 ? Tone.BAD : left <= SOON ? Tone.WARN : Tone.CALM,
                left < 0 ? frame.text("engagement.mine.overdue", -left) : frame.text("engagement.mine.left", left),
                frame.date(line.due()),
                keeps);
    }

    private static long overdue(List<LookAhead.Line> lines, LocalDate today) {
        return lines.stream().filter(line -> line.due().isBefore(today)).count();
    }
}
