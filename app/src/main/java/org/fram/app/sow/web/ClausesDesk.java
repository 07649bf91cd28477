package org.fram.app.sow.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Engagements;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Tone;
import org.fram.app.sow.OpenRemarks;
import org.fram.app.sow.OutermostHeadings;
import org.fram.app.sow.SowId;
import org.fram.app.sow.SowSides;
import org.fram.app.sow.StatementOfWork;
import org.fram.app.sow.StatementsOfWork;
import org.fram.app.sow.clauses.Clause.Shape;
import org.fram.app.sow.clauses.ClauseId;
import org.fram.app.sow.clauses.Manuscript;
import org.fram.app.sow.clauses.Manuscript.Line;
import org.fram.app.sow.clauses.ReadingClauses;
import org.fram.review.Redline;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts together the page of a working copy. Is asked within a transaction of whoever looks.
@Component
class ClausesDesk {

    private static final int DEEPEST = 4;
    private static final int DEEPEST_ITEM = 3;
    private static final int LONGEST_TITLE = 80;
    private static final int MOST_MATTERS = 100;

    private final Desk desk;
    private final SowSides sides;
    private final EngagementHeads heads;
    private final Engagements engagements;
    private final StatementsOfWork statements;
    private final ReadingClauses reading;
    private final OpenRemarks remarks;

    ClausesDesk(
            Desk desk,
            SowSides sides,
            EngagementHeads heads,
            Engagements engagements,
            StatementsOfWork statements,
            ReadingClauses reading,
            OpenRemarks remarks) {
        this.desk = desk;
        this.sides = sides;
        this.heads = heads;
        this.engagements = engagements;
        this.statements = statements;
        this.reading = reading;
        this.remarks = remarks;
    }

    /// What is at hand.
    ///
    /// @param clause that is chosen, or null
    /// @param doing `edit`, `add`, or empty
    /// @param words that could not be kept; empty where there are none
    /// @param refusal why, or empty
    record AtHand(@Nullable ClauseId clause, String doing, List<String> words, String refusal) {}

    ClausesPage page(Frame frame, Actor.Person me, EngagementId engagement, SowId sow, AtHand hand) {
        var statement = desk.statement(me, engagement, sow);
        var manuscript = reading.of(sow).orElse(null);
        int newest = statements.versions(sow).size();
        var head = heads.of(frame, me, engagement);
        String address = SowSides.address(statement);
        boolean writes = desk.mayContribute(me, engagement);
        if (manuscript == null) {
            return new ClausesPage(
                    head,
                    address,
                    statement.title(),
                    sides.of(frame, statement),
                    newest,
                    Tone.CALM,
                    "",
                    false,
                    "",
                    List.of(),
                    List.of(),
                    List.of(),
                    "",
                    List.of(),
                    List.of(),
                    writes,
                    hand.refusal());
        }
        boolean older = manuscript.copy().ordinal() < newest;
        var sections = sections(manuscript.lines());
        int here = here(sections, hand.clause());
        var wording = reading.wording(statement, manuscript);
        var last = manuscript.last();
        return new ClausesPage(
                head,
                address,
                statement.title(),
                sides.of(frame, statement),
                newest,
                older ? Tone.WARN : Tone.CALM,
                state(frame, engagement, manuscript, newest),
                older,
                last == null ? "" : frame.text("sow.clauses.act." + last.act()),
                sectionLinks(frame, address, sections, here),
                sections.isEmpty()
                        ? List.of()
                        : sections.get(here).stream()
                                .map(line -> clause(frame, address, line, hand, writes))
                                .toList(),
                remarks.of(statement, sections.isEmpty() ? "" : heading(sections.get(here))),
                remarks.address(statement),
                matters(frame, address, manuscript, wording),
                wording.terms().stream()
                        .map(term -> new ClausesPage.Term(
                                term.name(),
                                term.meaning(),
                                frame.text("sow.clauses.uses", term.uses()),
                                link(
                                        address,
                                        manuscript
                                                .lines()
                                                .get(Math.max(0, term.paragraph() - 1))
                                                .id())))
                        .toList(),
                writes,
                hand.refusal());
    }

    /// What the working copy changes in the version that it was taken from; nothing where there is none.
    @Nullable
    Redline redline(StatementOfWork statement) {
        return reading.of(statement.id())
                .map(manuscript -> Redline.between(
                        statements.document(statement.id(), manuscript.copy().ordinal()),
                        reading.document(statement, manuscript)))
                .orElse(null);
    }

    static String link(String address, ClauseId clause) {
        return address + "/clauses?at=" + clause + "#k-" + clause;
    }

    private String state(Frame frame, EngagementId engagement, Manuscript manuscript, int newest) {
        var copy = manuscript.copy();
        String party = engagements.parties(engagement).stream()
                .filter(one -> one.id().equals(copy.party()))
                .map(one -> one.name())
                .findFirst()
                .orElse("");
        return copy.ordinal() < newest
                ? frame.text("sow.clauses.state.older", party, copy.ordinal(), newest)
                : frame.text("sow.clauses.state", party, copy.ordinal());
    }

    /// The clauses, in the parts into which the outermost headings cut them.
    private static List<List<Line>> sections(List<Line> lines) {
        int level = OutermostHeadings.level(lines.stream()
                .filter(line -> line.shape() == Shape.HEADING)
                .map(Line::level)
                .toList());
        var sections = new ArrayList<List<Line>>();
        for (var line : lines) {
            if (sections.isEmpty() || line.shape() == Shape.HEADING && line.level() <= level) {
                sections.add(new ArrayList<>());
            }
            sections.getLast().add(line);
        }
        return sections;
    }

    /// The words of a section's heading; empty where it stands before the first.
    private static String heading(List<Line> section) {
        var first = section.getFirst();
        return first.shape() == Shape.HEADING ? first.quote() : "";
    }

    private static int here(List<List<Line>> sections, @Nullable ClauseId clause) {
        for (int i = 0; i < sections.size(); i++) {
            if (sections.get(i).stream().anyMatch(line -> line.id().equals(clause))) {
                return i;
            }
        }
        return 0;
    }

    private static List<Link> sectionLinks(Frame frame, String address, List<List<Line>> sections, int here) {
        var links = new ArrayList<Link>();
        for (int i = 0; i < sections.size(); i++) {
            var first = sections.get(i).getFirst();
            String title = first.shape() == Shape.HEADING
                    ? (first.printed() + " " + first.quote()).strip()
                    : frame.text("sow.clauses.first");
            links.add(new Link(address + "/clauses?at=" + first.id(), shortened(title), i == here));
        }
        return links;
    }

    private static ClausesPage.Clause clause(Frame frame, String address, Line line, AtHand hand, boolean writes) {
        var table = line.table();
        boolean here = writes && line.id().equals(hand.clause());
        return new ClausesPage.Clause(
                line.id().toString(),
                line.shape().code(),
                classes(line) + (here ? " at-hand" : ""),
                link(address, line.id()),
                line.printed(),
                table == null ? line.texts().getFirst() : "",
                table == null
                        ? List.of()
                        : table.rows().stream()
                                .map(row -> row.cells().stream()
                                        .map(cell -> cell.text())
                                        .toList())
                                .toList(),
                table == null ? 0 : table.headerRows(),
                line.lost(),
                here ? tools(frame, line, hand) : null);
    }

    private static ClausesPage.Tools tools(Frame frame, Line line, AtHand hand) {
        boolean adds = hand.doing().equals("add");
        boolean heads = line.shape() == Shape.HEADING;
        return new ClausesPage.Tools(
                line.seal(),
                hand.doing().equals("edit"),
                hand.doing().equals("edit")
                                && hand.words().size() == line.texts().size()
                        ? hand.words()
                        : line.texts(),
                adds ? shapes(frame, line.shape()) : List.of(),
                adds && !hand.words().isEmpty() ? hand.words().getFirst() : "",
                heads || line.shape() == Shape.ITEM,
                heads);
    }

    private static List<Choice> shapes(Frame frame, Shape behind) {
        var likely = behind == Shape.ITEM ? Shape.ITEM : Shape.PARAGRAPH;
        return Arrays.stream(Shape.values())
                .map(shape ->
                        new Choice(shape.code(), frame.text("sow.clauses.shape." + shape.code()), shape == likely))
                .toList();
    }

    private static String classes(Line line) {
        return switch (line.shape()) {
            case HEADING -> "clause-heading clause-heading-" + Math.clamp(line.level(), 1, DEEPEST);
            case ITEM -> "clause-item clause-item-" + Math.clamp(line.level(), 1, DEEPEST_ITEM);
            default -> "";
        };
    }

    private static List<Link> matters(Frame frame, String address, Manuscript manuscript, Manuscript.Wording wording) {
        return Stream.of(
                        manuscript.lines().stream()
                                .filter(Line::lost)
                                .map(line -> Link.to(
                                        link(address, line.id()), frame.text("sow.clauses.matter.lost", named(line)))),
                        wording.remarks().stream()
                                .map(remark -> Link.to(
                                        link(address, remark.line().id()),
                                        frame.text("sow.clauses.matter", named(remark.line()), remark.reason()))),
                        wording.circles().stream()
                                .map(circle -> Link.to(
                                        link(address, circle.getFirst().id()),
                                        frame.text(
                                                "sow.clauses.matter.circle",
                                                String.join(
                                                        " → ",
                                                        Stream.concat(circle.stream(), Stream.of(circle.getFirst()))
                                                                .map(Line::printed)
                                                                .toList())))))
                .flatMap(links -> links)
                .limit(MOST_MATTERS)
                .toList();
    }

    private static String named(Line line) {
        return line.printed().isEmpty() || !Character.isDigit(line.printed().charAt(0))
                ? "“" + shortened(line.quote()) + "”"
                : line.printed();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TITLE
                ? text
                : text.substring(0, Math.max(LONGEST_TITLE / 2, text.lastIndexOf(' ', LONGEST_TITLE))) + " …";
    }
}
