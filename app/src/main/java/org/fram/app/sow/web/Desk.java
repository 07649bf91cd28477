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
import java.util.Objects;
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
import org.fram.app.platform.pages.Portion;
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
import org.fram.office.Block;
import org.fram.office.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts together what the pages of one statement of work show. Is asked within a transaction of whoever looks.
@Component
class Desk {

    /// Obligations on one page, at most.
    static final int PART = 200;

    private static final String USUAL = "alive";

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

    WorkspacePage workspace(
            Frame frame, Actor.Person me, EngagementId engagement, SowId sow, WorkspacePage.Asked asked, String no) {
        var head = heads.of(frame, me, engagement);
        var statement = statements.get(engagement, sow);
        var read = statements.newest(sow).orElseThrow();
        var version = statements.versions(sow).getLast();
        var all = obligations.of(sow);
        String address = address(statement);
        String show = show(asked, all);
        var chosen = all.stream().filter(one -> shown(one, show)).toList();
        var portion = Portion.of(chosen, PART, asked.at() == null ? asked.part() : part(chosen, asked.at()));
        var lines = lines(frame, statement, portion.items());
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
                portion.links(frame, part -> "%s/review?show=%s&part=%d".formatted(address, show, part)),
                WorkspacePage.sections(lines, open(chosen)),
                DocumentPart.of(
                        blocks(read.document(), chosen, portion),
                        read.document().changes().size(),
                        all,
                        findings.inDocument(engagement, statement, all)),
                mayContribute(me, engagement),
                no);
    }

    ObligationLine line(Frame frame, StatementOfWork statement, Obligation obligation) {
        return lines(frame, statement, List.of(obligation)).getFirst();
    }

    List<ObligationLine> lines(Frame frame, StatementOfWork statement, List<Obligation> some) {
        String address = address(statement);
        var people = people(statement.engagement());
        return some.stream()
                .map(one -> ObligationLine.of(frame, address, one, people, topics.all()))
                .toList();
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
        var counted = obligations.count(sow);
        return new WorkspacePage.Tally(
                counted.getOrDefault(State.PROPOSED, 0),
                counted.getOrDefault(State.ACCEPTED, 0),
                counted.getOrDefault(State.DROPPED, 0),
                obligations.asked(sow));
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

    /// What is asked for, or else those that stand, or those among which the obligation is that is to be seen.
    private static String show(WorkspacePage.Asked asked, List<Obligation> all) {
        if (!asked.show().isEmpty()) {
            return asked.show();
        }
        boolean stands = all.stream().filter(one -> one.id().equals(asked.at())).allMatch(one -> shown(one, USUAL));
        return stands ? USUAL : "dropped";
    }

    private static int part(List<Obligation> chosen, ObligationId at) {
        var ids = chosen.stream().map(Obligation::id).toList();
        return Portion.holding(ids.indexOf(at), PART);
    }

    /// How many nobody has decided on, by the heading below which they are.
    private static Map<String, Integer> open(List<Obligation> chosen) {
        return chosen.stream()
                .filter(one -> one.state() == State.PROPOSED)
                .collect(toMap(one -> one.promise().section(), _ -> 1, Integer::sum));
    }

    /// The stretch of the document in which the obligations of a part stand: it begins where the part before ends, so
    /// that all parts together are the whole document.
    private static List<Block> blocks(Document document, List<Obligation> chosen, Portion<Obligation> portion) {
        int from = portion.number() == 1 ? 0 : paragraph(chosen, portion.first());
        int until = portion.number() == portion.parts()
                ? Integer.MAX_VALUE
                : paragraph(chosen, portion.first() + portion.items().size());
        return document.blocks().stream()
                .filter(block ->
                        block.place().paragraph() >= from && block.place().paragraph() < until)
                .toList();
    }

    /// Where the first of those from an index on stands that the document has.
    private static int paragraph(List<Obligation> chosen, int index) {
        return chosen.subList(index, chosen.size()).stream()
                .map(Obligation::seen)
                .filter(Objects::nonNull)
                .mapToInt(seen -> seen.place().paragraph())
                .findFirst()
                .orElse(Integer.MAX_VALUE);
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
        return List.of(USUAL, "open", "asked", "accepted", "dropped").stream()
                .map(code -> new Choice(code, frame.text("sow.show." + code), code.equals(show)))
                .toList();
    }

    static WorkspacePage.Tally tally(List<Obligation> all) {
        return new WorkspacePage.Tally(
                count(all, State.PROPOSED), count(all, State.ACCEPTED), count(all, State.DROPPED), (int)
                        all.stream().filter(one -> one.question().isPresent()).count());
    }

    private static int count(List<Obligation> all, State state) {
        return (int) all.stream().filter(one -> one.state() == state).count();
    }
}
