package org.fram.app.sow.web;

import static java.util.stream.Collectors.groupingBy;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Engagements;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.KeyFigure;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Matrix;
import org.fram.app.platform.pages.Portion;
import org.fram.app.sow.LivingReview;
import org.fram.app.sow.Obligation;
import org.fram.app.sow.Obligation.State;
import org.fram.app.sow.Obligations;
import org.fram.app.sow.SowFindings;
import org.fram.app.sow.SowId;
import org.fram.app.sow.SowSides;
import org.fram.app.sow.StatementOfWork;
import org.fram.app.sow.StatementsOfWork;
import org.fram.app.sow.TopicTitles;
import org.springframework.stereotype.Component;

/// Puts together what is shown of drafts. Is asked within a transaction of whoever looks.
@Component
class Drafts {

    private static final int MATRIX_ROW = 140;

    private final EngagementHeads heads;
    private final Engagements engagements;
    private final StatementsOfWork statements;
    private final Obligations obligations;
    private final TopicTitles topics;
    private final Desk desk;
    private final SowSides sides;
    private final SowFindings findings;

    Drafts(
            EngagementHeads heads,
            Engagements engagements,
            StatementsOfWork statements,
            Obligations obligations,
            TopicTitles topics,
            Desk desk,
            SowSides sides,
            SowFindings findings) {
        this.heads = heads;
        this.engagements = engagements;
        this.statements = statements;
        this.obligations = obligations;
        this.topics = topics;
        this.desk = desk;
        this.sides = sides;
        this.findings = findings;
    }

    ListPage list(Frame frame, Actor.Person me, EngagementId engagement, List<String> refusals) {
        var head = heads.of(frame, me, engagement);
        var lines =
                statements.of(engagement).stream().map(one -> line(frame, one)).toList();
        return new ListPage(head, lines, desk.mayContribute(me, engagement), refusals);
    }

    private ListPage.Line line(Frame frame, StatementOfWork statement) {
        var counted = obligations.count(statement.id());
        int versions = statements.versions(statement.id()).size();
        return new ListPage.Line(
                Desk.address(statement),
                statement.title(),
                frame.text(
                        "sow.list.state",
                        versions,
                        counted.getOrDefault(State.ACCEPTED, 0),
                        counted.getOrDefault(State.PROPOSED, 0)),
                statement.privateTo() != null);
    }

    /// @param part of a long list of obligations, from 1
    DraftPage draft(Frame frame, Actor.Person me, EngagementId engagement, SowId sow, int part, String refusal) {
        var head = heads.of(frame, me, engagement);
        var statement = statements.get(engagement, sow);
        var all = obligations.of(sow);
        var accepted = all.stream().filter(one -> one.state() == State.ACCEPTED).toList();
        var portion = Portion.of(accepted, Desk.PART, part);
        var read = statements.newest(sow).orElseThrow();
        var living = LivingReview.ofDraft(read.review(), all, topics.topics());
        String address = Desk.address(statement);
        ZoneId zone = engagements.get(engagement).timeZone();
        var versions = statements.versions(sow).reversed().stream()
                .map(version -> new DraftPage.Version(
                        frame.text("sow.version", version.ordinal()),
                        version.fileName(),
                        "/engagements/%s/files/%s".formatted(engagement, version.file()),
                        frame.time(version.imported(), zone)))
                .toList();
        var tally = Desk.tally(all);
        return new DraftPage(
                head,
                address,
                statement.title(),
                sides.of(frame, statement),
                statement.privateTo() != null,
                List.of(
                        figure(frame, "sow.figure.accepted", tally.accepted(), address + "/review?show=accepted"),
                        figure(frame, "sow.figure.open", tally.open(), address + "/review?show=open"),
                        figure(frame, "sow.figure.asked", tally.asked(), address + "/review?show=asked"),
                        figure(
                                frame,
                                "sow.figure.findings",
                                findings.inDraft(engagement, statement, all).open(),
                                address + "/findings")),
                portion.links(frame, one -> address + "?part=" + one + "#obligations"),
                WorkspacePage.sections(desk.lines(frame, statement, portion.items()), Map.of()),
                matrix(frame, portion.items()),
                coverage(living.topicsCovered()),
                versions,
                desk.mayContribute(me, engagement),
                refusal);
    }

    private static KeyFigure figure(Frame frame, String key, int value, String address) {
        return new KeyFigure(
                frame.text(key), Integer.toString(value), "", Link.to(address, frame.text("sow.figure.see")));
    }

    /// Who does what: a row for each accepted obligation, a column for each party.
    private static Matrix matrix(Frame frame, List<Obligation> accepted) {
        Set<String> parties = new LinkedHashSet<>();
        accepted.forEach(one -> {
            if (one.promise().accountable() != null) {
                parties.add(one.promise().accountable());
            }
            parties.addAll(one.promise().responsible());
            parties.addAll(one.promise().raci().keySet());
        });
        var rows = accepted.stream()
                .map(one -> new Matrix.Row(
                        one.code() + " " + shortened(one.promise().text()),
                        parties.stream().map(party -> cell(frame, one, party)).toList()))
                .toList();
        return new Matrix(frame.text("sow.raci.title"), List.copyOf(parties), rows);
    }

    private static Matrix.Cell cell(Frame frame, Obligation one, String party) {
        var promise = one.promise();
        var letters = new LinkedHashSet<String>();
        if (promise.responsible().contains(party)) {
            letters.add("R");
        }
        if (party.equals(promise.accountable())) {
            letters.add("A");
        }
        String written = promise.raci().getOrDefault(party, "");
        for (String letter : List.of("C", "I")) {
            if (written.contains(letter)) {
                letters.add(letter);
            }
        }
        return new Matrix.Cell(
                String.join("/", letters),
                letters.stream().map(letter -> frame.text("sow.raci." + letter)).collect(Collectors.joining(", ")),
                letters.contains("A"));
    }

    /// The topics by area, and whether the draft covers each.
    private List<DraftPage.Area> coverage(List<String> covered) {
        Map<String, List<DraftPage.TopicTile>> byArea = topics.topics().all().stream()
                .collect(groupingBy(
                        topic -> topics.topics().areaTitle(topic.area()),
                        LinkedHashMap::new,
                        Collectors.mapping(
                                topic -> new DraftPage.TopicTile(
                                        topic.title(), topic.ask(), covered.contains(topic.id())),
                                Collectors.toList())));
        var areas = new ArrayList<DraftPage.Area>();
        byArea.forEach((title, tiles) -> areas.add(new DraftPage.Area(
                title, (int) tiles.stream().filter(DraftPage.TopicTile::covered).count(), tiles)));
        return areas;
    }

    private static String shortened(String text) {
        return text.length() <= MATRIX_ROW ? text : text.substring(0, text.lastIndexOf(' ', MATRIX_ROW)) + " …";
    }
}
