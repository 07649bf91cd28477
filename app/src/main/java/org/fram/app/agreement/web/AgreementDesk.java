package org.fram.app.agreement.web;

import static java.util.stream.Collectors.joining;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.fram.app.agreement.Agreeing;
import org.fram.app.agreement.PuttingUp;
import org.fram.app.agreement.Remark;
import org.fram.app.agreement.Standing;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Members;
import org.fram.app.engagement.Names;
import org.fram.app.engagement.Naming;
import org.fram.app.engagement.Party;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Tone;
import org.fram.app.signing.Matter;
import org.fram.app.signing.SigningAuthorities;
import org.fram.app.signing.SigningAuthority;
import org.fram.app.sow.SowId;
import org.fram.app.sow.SowSides;
import org.fram.app.sow.StatementsOfWork;
import org.fram.office.Block;
import org.springframework.stereotype.Component;

/// Puts together the page of an agreement. Is asked within a transaction of whoever looks.
@Component
class AgreementDesk {

    private static final int DAYS_TO_SIGN = 14;

    private final Authority authority;
    private final EngagementHeads heads;
    private final Engagements engagements;
    private final Members members;
    private final Naming naming;
    private final StatementsOfWork statements;
    private final SowSides sides;
    private final Agreeing agreeing;
    private final PuttingUp puttingUp;
    private final SigningAuthorities authorities;
    private final OrderDesk order;
    private final InstantSource clock;

    AgreementDesk(
            Authority authority,
            EngagementHeads heads,
            Engagements engagements,
            Members members,
            Naming naming,
            StatementsOfWork statements,
            SowSides sides,
            Agreeing agreeing,
            PuttingUp puttingUp,
            SigningAuthorities authorities,
            OrderDesk order,
            InstantSource clock) {
        this.authority = authority;
        this.heads = heads;
        this.engagements = engagements;
        this.members = members;
        this.naming = naming;
        this.statements = statements;
        this.sides = sides;
        this.agreeing = agreeing;
        this.puttingUp = puttingUp;
        this.authorities = authorities;
        this.order = order;
        this.clock = clock;
    }

    /// What is said of people, parties and times.
    private record Telling(Names names, ZoneId zone) {}

    AgreementPage page(Frame frame, Actor.Person me, EngagementId engagement, SowId sow, String refusal) {
        var mine = authority.require(me, Act.SEE, engagement);
        var statement = statements.get(engagement, sow);
        var standing = agreeing.of(engagement, sow);
        var all = members.of(engagement);
        var names = naming.of(engagement);
        var zone = zone(engagement);
        var sections = new ArrayList<AgreementPage.Section>();
        for (var part : standing.sections()) {
            sections.add(section(frame, new Telling(names, zone), mine.party(), standing, part, sections.size() + 1));
        }
        boolean decides = mine.may(Act.ASK_FOR_SIGNATURES);
        return new AgreementPage(
                heads.of(frame, me, engagement),
                SowSides.address(statement),
                statement.title(),
                sides.of(frame, statement),
                tone(standing),
                state(frame, standing),
                leads(frame, engagement, standing),
                order.of(frame, sow, standing),
                sections,
                mine.may(Act.CONTRIBUTE),
                decides && standing.parties().contains(mine.party()),
                decides && standing.open() == null && !isInForce(standing)
                        ? List.of(signing(frame, engagement, sow, new Telling(names, zone), all))
                        : List.of(),
                refusal);
    }

    /// Whom a statement of work is between, in words.
    String parties(Frame frame, EngagementId engagement) {
        return frame.text(
                "agreement.parties",
                engagements.parties(engagement).stream()
                        .filter(agreeing::has)
                        .map(Party::name)
                        .collect(joining(", ")));
    }

    /// The number of the newest version.
    int newest(SowId sow) {
        return statements.versions(sow).size();
    }

    ZoneId zone(EngagementId engagement) {
        return engagements.get(engagement).timeZone();
    }

    private static boolean isInForce(Standing standing) {
        var inForce = standing.inForce();
        return inForce != null && inForce.ordinal() == standing.ordinal();
    }

    private static Tone tone(Standing standing) {
        if (isInForce(standing)) {
            return Tone.GOOD;
        }
        return standing.notAgreed().isEmpty() && standing.openRemarks() == 0 ? Tone.ACCENT : Tone.WARN;
    }

    private static String state(Frame frame, Standing standing) {
        var inForce = standing.inForce();
        if (inForce != null && inForce.ordinal() == standing.ordinal()) {
            return frame.text("agreement.state.inForce", inForce.ordinal());
        }
        String now = standing.open() != null
                ? frame.text("agreement.state.signing", standing.ordinal())
                : frame.text(
                        "agreement.state.agreeing",
                        standing.ordinal(),
                        standing.sections().size() - standing.notAgreed().size(),
                        standing.sections().size(),
                        standing.openRemarks());
        return inForce == null ? now : now + " " + frame.text("agreement.state.before", inForce.ordinal());
    }

    private static List<Link> leads(Frame frame, EngagementId engagement, Standing standing) {
        var leads = new ArrayList<Link>();
        String signatures = EngagementHeads.address(engagement) + "/signatures/";
        var open = standing.open();
        if (open != null) {
            leads.add(Link.to(signatures + open.id(), frame.text("agreement.leads.signing")));
        }
        var inForce = standing.inForce();
        if (inForce != null) {
            leads.add(Link.to(
                    signatures + inForce.request().id(), frame.text("agreement.leads.inForce", inForce.ordinal())));
        }
        return leads;
    }

    private static AgreementPage.Section section(
            Frame frame, Telling telling, PartyId mine, Standing standing, Standing.Part part, int number) {
        var section = part.section();
        return new AgreementPage.Section(
                "s" + number,
                section.key(),
                section.title().isEmpty()
                        ? frame.text("agreement.section.first")
                        : (section.number() + " " + section.title()).strip(),
                section.sha256(),
                section.blocks().stream()
                        .skip(section.title().isEmpty() ? 0 : 1)
                        .map(AgreementDesk::line)
                        .toList(),
                standing.parties().stream()
                        .map(party -> stand(frame, telling, part, party))
                        .toList(),
                part.assents().stream().anyMatch(assent -> assent.party().equals(mine)),
                part.openRemarks(),
                part.remarks().stream().map(one -> remark(frame, telling, one)).toList());
    }

    private static AgreementPage.Stand stand(Frame frame, Telling telling, Standing.Part part, PartyId party) {
        String name = telling.names().party(party);
        for (var assent : part.assents()) {
            if (assent.party().equals(party)) {
                return new AgreementPage.Stand(
                        Tone.GOOD,
                        frame.text(
                                "agreement.stand.agrees",
                                name,
                                telling.names().person(assent.by()),
                                frame.time(assent.given(), telling.zone())));
            }
        }
        for (var assent : part.stale()) {
            if (assent.party().equals(party)) {
                return new AgreementPage.Stand(Tone.WARN, frame.text("agreement.stand.stale", name, assent.ordinal()));
            }
        }
        return new AgreementPage.Stand(Tone.CALM, frame.text("agreement.stand.open", name));
    }

    private static AgreementPage.Remark remark(Frame frame, Telling telling, Remark remark) {
        var settled = remark.settled();
        return new AgreementPage.Remark(
                remark.id().toString(),
                frame.text(
                        "agreement.remark.by",
                        telling.names().person(remark.by()),
                        telling.names().party(remark.party())),
                frame.text("agreement.remark.at", frame.time(remark.written(), telling.zone()), remark.ordinal()),
                remark.text(),
                remark.suggestion(),
                remark.privateTo() != null,
                settled == null
                        ? ""
                        : frame.text(
                                "agreement.remark." + settled.outcome().code(),
                                telling.names().person(settled.by()),
                                settled.answer()));
    }

    private AgreementPage.Signing signing(
            Frame frame, EngagementId engagement, SowId sow, Telling telling, List<Member> all) {
        var may = authorities.of(engagement).stream()
                .filter(given -> given.matter() == Matter.STATEMENT_OF_WORK)
                .map(SigningAuthority::person)
                .toList();
        return new AgreementPage.Signing(
                puttingUp.holds(engagement, sow).map(frame::text).orElse(""),
                all.stream()
                        .filter(member -> may.contains(member.person()))
                        .map(member -> new Choice(
                                member.person().toString(),
                                frame.text(
                                        "agreement.signer",
                                        member.name(),
                                        telling.names().party(member.party())),
                                true))
                        .toList(),
                LocalDate.ofInstant(clock.instant(), telling.zone())
                        .plusDays(DAYS_TO_SIGN)
                        .toString());
    }

    private static String line(Block block) {
        return switch (block) {
            case Block.Heading heading -> (heading.number() + " " + heading.text()).strip();
            case Block.Paragraph paragraph -> (paragraph.number() + " " + paragraph.text()).strip();
            case Block.ListItem item -> (item.marker() + " " + item.text()).strip();
            case Block.Footnote footnote -> (footnote.marker() + " " + footnote.text()).strip();
            case Block.Table table ->
                table.rows().stream().map(Block.Row::quote).collect(joining("\n"));
        };
    }
}
