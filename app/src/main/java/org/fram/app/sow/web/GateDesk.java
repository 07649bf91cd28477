package org.fram.app.sow.web;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Members;
import org.fram.app.engagement.Naming;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Tone;
import org.fram.app.practice.Practices;
import org.fram.app.sow.Obligation;
import org.fram.app.sow.Obligations;
import org.fram.app.sow.SignGate;
import org.fram.app.sow.SowId;
import org.fram.app.sow.SowSides;
import org.fram.rules.Finding;
import org.fram.rules.Verdict;
import org.springframework.stereotype.Component;

/// Puts together the page of the gate. Is asked within a transaction of whoever looks.
@Component
class GateDesk {

    private static final String OBLIGATIONS = "sow.obligations";
    private static final int MOST_MISSING = 5;

    private final Desk desk;
    private final SowSides sides;
    private final EngagementHeads heads;
    private final Naming naming;
    private final Members members;
    private final Obligations obligations;
    private final Practices practices;
    private final SignGate gate;

    GateDesk(
            Desk desk,
            SowSides sides,
            EngagementHeads heads,
            Naming naming,
            Members members,
            Obligations obligations,
            Practices practices,
            SignGate gate) {
        this.desk = desk;
        this.sides = sides;
        this.heads = heads;
        this.naming = naming;
        this.members = members;
        this.obligations = obligations;
        this.practices = practices;
        this.gate = gate;
    }

    GatePage page(Frame frame, Actor.Person me, EngagementId engagement, SowId sow) {
        var statement = desk.statement(me, engagement, sow);
        var all = obligations.of(sow);
        var standing = gate.of(engagement, statement, all);
        String address = SowSides.address(statement);
        Map<String, String> accountable =
                all.stream().collect(toMap(Obligation::code, GateDesk::accountable, (first, _) -> first));
        var names = naming.of(engagement);
        String waivers = members.of(engagement).stream()
                .filter(member -> member.role().compareTo(Act.WAIVE.least()) >= 0)
                .map(member -> frame.text("sow.gate.waiver", member.name(), names.party(member.party())))
                .collect(joining(", "));
        return new GatePage(
                heads.of(frame, me, engagement),
                address,
                statement.title(),
                sides.of(frame, statement),
                standing.isOpen() ? standing.untold().isEmpty() ? Tone.GOOD : Tone.WARN : Tone.BAD,
                standing.isOpen()
                        ? frame.text("sow.gate.open", standing.untold().size())
                        : frame.text("sow.gate.held", standing.holding().size()),
                lines(frame, address, accountable, standing.holding()),
                lines(frame, address, accountable, standing.open()),
                lines(frame, address, accountable, standing.waived()),
                standing.untold().stream()
                        .map(verdict -> untold(frame, address, verdict))
                        .toList(),
                waivers);
    }

    private List<GatePage.Line> lines(
            Frame frame, String address, Map<String, String> accountable, List<Finding> findings) {
        return findings.stream()
                .map(finding -> line(frame, address, accountable, finding))
                .toList();
    }

    private GatePage.Line line(Frame frame, String address, Map<String, String> accountable, Finding finding) {
        var practice = practices.find(finding.practice());
        var waiver = finding.waiver();
        String party = OBLIGATIONS.equals(finding.list()) ? accountable.getOrDefault(finding.item(), "") : "";
        return new GatePage.Line(
                FindingsDesk.tone(finding.severity()),
                frame.text("sow.severity." + FindingsDesk.code(finding.severity())),
                finding.title(),
                finding.message(),
                practice == null ? "" : practice.why(),
                finding.fix() == null ? "" : finding.fix(),
                party.isEmpty() ? frame.text("sow.gate.anybody") : frame.text("sow.gate.party", party),
                Link.to(address + "/findings#" + finding.practice(), frame.text("sow.gate.decide", finding.practice())),
                waiver == null
                        ? ""
                        : frame.text(
                                "practice.waived",
                                waiver.by(),
                                waiver.authority(),
                                waiver.reason(),
                                frame.date(waiver.until())));
    }

    private GatePage.Untold untold(Frame frame, String address, Verdict verdict) {
        var practice = practices.find(verdict.practice());
        String missing = verdict.unknown().stream().limit(MOST_MISSING).collect(joining(", "));
        return new GatePage.Untold(
                practice == null ? verdict.practice() : practice.title(),
                verdict.unknown().size() > MOST_MISSING ? missing + " …" : missing,
                Link.to(
                        address + "/findings/practices/" + verdict.practice(),
                        frame.text("sow.findings.how", verdict.practice())));
    }

    private static String accountable(Obligation obligation) {
        String party = obligation.promise().accountable();
        return party == null ? "" : party;
    }
}
