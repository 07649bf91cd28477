package org.fram.app.sow.web;

import static java.util.stream.Collectors.toMap;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Members;
import org.fram.app.engagement.Party;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.fram.app.sow.Obligation;
import org.fram.app.sow.Obligation.State;
import org.fram.app.sow.ObligationId;
import org.fram.app.sow.Obligations;
import org.fram.app.sow.SowFindings;
import org.fram.app.sow.SowId;
import org.fram.app.sow.SowSides;
import org.fram.app.sow.StatementOfWork;
import org.fram.app.sow.StatementsOfWork;
import org.fram.app.sow.TopicTitles;
import org.fram.facts.ObligationKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts together what the pages of one statement of work show. Is asked within a transaction of whoever looks.
@Component
class Desk {

    private final Authority authority;
    private final EngagementHeads heads;
    private final Engagements engagements;
    private final Members members;
    private final StatementsOfWork statements;
    private final Obligations obligations;
    private final TopicTitles topics;
    private final SowFindings findings;
    private final SowSides sides;

    Desk(
            Authority authority,
            EngagementHeads heads,
            Engagements engagements,
            Members members,
            StatementsOfWork statements,
            Obligations obligations,
            TopicTitles topics,
            SowFindings findings,
            SowSides sides) {
        this.authority = authority;
        this.heads = heads;
        this.engagements = engagements;
        this.members = members;
        this.statements = statements;
        this.obligations = obligations;
        this.topics = topics;
        this.findings = findings;
        this.sides = sides;
    }

    WorkspacePage workspace(Frame frame, Actor.Person me, EngagementId engagement, SowId sow, String show, String no) {
        var head = heads.of(frame, me, engagement);
        var statement = statements.get(engagement, sow);
        var read = statements.newest(sow).orElseThrow();
        var version = statements.versions(sow).getLast();
        var all = obligations.of(sow);
        var people = people(engagement);
        String address = address(statement);
        var lines = all.stream()
                .filter(one -> shown(one, show))
                .map(one -> ObligationLine.of(frame, address, one, people, topics.all()))
                .toList();
        ZoneId zone = engagements.get(engagement).timeZone();
        return new WorkspacePage(
                head,
                address,
                statement.title(),
                frame.text(
                        "sow.review.lead", version.ordinal(), version.fileName(), frame.time(version.imported(), zone)),
                sides.of(frame, statement),
                tally(all),
                showChoices(frame, show),
                WorkspacePage.sections(lines),
                DocumentPart.of(read.document(), all, findings.inDocument(engagement, statement)),
                mayContribute(me, engagement),
                no);
    }

    ObligationLine line(Frame frame, StatementOfWork statement, Obligation obligation) {
        return ObligationLine.of(frame, address(statement), obligation, people(statement.engagement()), topics.all());
    }

    StatementOfWork statement(Actor.Person me, EngagementId engagement, SowId sow) {
        authority.require(me, Act.SEE, engagement);
        return statements.get(engagement, sow);
    }

    /// @throws NotAllowedException where they may only look
    void requireContributor(Actor.Person me, EngagementId engagement) {
        authority.require(me, Act.CONTRIBUTE, engagement);
    }

    Obligation obligation(SowId sow, ObligationId id) {
        return obligations.get(sow, id);
    }

    WorkspacePage.Tally tally(SowId sow) {
        return tally(obligations.of(sow));
    }

    /// The form for an obligation.
    ///
    /// @param yours what could not be stored, or null
    EditPage edit(Frame frame, StatementOfWork statement, Obligation obligation, EditPage.@Nullable Values yours) {
        var promise = obligation.promise();
        var assigned = obligation.assignedTo();
        var kinds = Arrays.stream(ObligationKind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .map(code -> new Choice(
                        code,
                        frame.text("sow.kind." + code),
                        code.equals(promise.kind().name().toLowerCase(Locale.ROOT))))
                .toList();
        var topicChoices = topics.all().entrySet().stream()
                .map(topic -> new Choice(
                        topic.getKey(), topic.getValue(), topic.getKey().equals(promise.topic())))
                .toList();
        var people = new ArrayList<Choice>();
        people.add(new Choice("", frame.text("sow.nobody"), assigned == null));
        people(statement.engagement())
                .forEach((id, name) -> people.add(new Choice(id.toString(), name, id.equals(assigned))));
        return new EditPage(line(frame, statement, obligation), parties(statement), kinds, topicChoices, people, yours);
    }

    boolean mayContribute(Actor.Person me, EngagementId engagement) {
        return authority.may(me, Act.CONTRIBUTE, engagement);
    }

    static String address(StatementOfWork statement) {
        return SowSides.address(statement);
    }

    private List<String> parties(StatementOfWork statement) {
        var names = new LinkedHashSet<String>();
        statements
                .newest(statement.id())
                .ifPresent(read -> read.review().parties().forEach(party -> names.add(party.name())));
        engagements.parties(statement.engagement()).stream().map(Party::name).forEach(names::add);
        return List.copyOf(names);
    }

    private Map<PersonId, String> people(EngagementId engagement) {
        return members.of(engagement).stream()
                .collect(toMap(Member::person, Member::name, (first, _) -> first, LinkedHashMap::new));
    }

    private static boolean shown(Obligation one, String show) {
        return switch (show) {
            case "open" -> one.state() == State.PROPOSED || one.question().isPresent();
            case "asked" -> one.question().isPresent();
            case "accepted" -> one.state() == State.ACCEPTED;
            case "dropped" -> one.state() != State.PROPOSED && one.state() != State.ACCEPTED;
            default ->
                one.state() == State.PROPOSED
                        || one.state() == State.ACCEPTED
                        || one.question().isPresent();
        };
    }

    private static List<Choice> showChoices(Frame frame, String show) {
        return List.of("alive", "open", "asked", "accepted", "dropped").stream()
                .map(code -> new Choice(code, frame.text("sow.show." + code), code.equals(show)))
                .toList();
    }

    private static WorkspacePage.Tally tally(List<Obligation> all) {
        return new WorkspacePage.Tally(
                count(all, State.PROPOSED), count(all, State.ACCEPTED), count(all, State.DROPPED), (int)
                        all.stream().filter(one -> one.question().isPresent()).count());
    }

    private static int count(List<Obligation> all, State state) {
        return (int) all.stream().filter(one -> one.state() == state).count();
    }
}
