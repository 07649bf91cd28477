package org.fram.app.duties.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.fram.app.duties.Activity;
import org.fram.app.duties.Grid;
import org.fram.app.duties.GridSheet;
import org.fram.app.duties.Grids;
import org.fram.app.duties.Letters;
import org.fram.app.duties.Participant;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Members;
import org.fram.app.engagement.Sourcing;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.Codes;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Tone;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.UndoingChanges;
import org.fram.app.sow.StatedResponsibilities;
import org.fram.facts.ActivityArea;
import org.fram.facts.SowFacts.RaciRowFact;
import org.springframework.stereotype.Component;

/// Lays out the table of responsibilities. Is asked within a transaction of whoever looks.
@Component
class RaciDesk {

    private final Grids grids;
    private final EngagementHeads heads;
    private final Engagements engagements;
    private final Members members;
    private final Authority authority;
    private final UndoingChanges undoing;
    private final Register register;
    private final StatedResponsibilities statedRows;

    RaciDesk(
            Grids grids,
            EngagementHeads heads,
            Engagements engagements,
            Members members,
            Authority authority,
            UndoingChanges undoing,
            Register responsibilitiesRegister,
            StatedResponsibilities statedRows) {
        this.grids = grids;
        this.heads = heads;
        this.engagements = engagements;
        this.members = members;
        this.authority = authority;
        this.undoing = undoing;
        this.register = responsibilitiesRegister;
        this.statedRows = statedRows;
    }

    /// The rows that the statement of work has, by the words of their activities.
    private record Stated(Map<String, RaciRowFact> rows) {

        private String of(Activity row) {
            var stated = rows.get(Activity.words(row.text()));
            return stated == null ? "" : words(stated);
        }

        private boolean differs(Activity row) {
            var stated = rows.get(Activity.words(row.text()));
            return stated != null
                    && !(same(stated.accountable(), row.accountable())
                            && same(stated.responsible(), row.responsible())
                            && same(stated.consulted(), row.consulted())
                            && same(stated.informed(), row.informed()));
        }

        private static boolean same(List<String> names, List<String> others) {
            return words(names).equals(words(others));
        }

        private static HashSet<String> words(List<String> names) {
            return names.stream().map(Activity::words).collect(Collectors.toCollection(HashSet::new));
        }

        /// As a row says it: `A Vendor · R Vendor, Customer`.
        private static String words(RaciRowFact row) {
            var parts = new ArrayList<String>();
            add(parts, Letters.ACCOUNTABLE, row.accountable());
            add(parts, Letters.RESPONSIBLE, row.responsible());
            add(parts, Letters.CONSULTED, row.consulted());
            add(parts, Letters.INFORMED, row.informed());
            return String.join(" · ", parts);
        }

        private static void add(List<String> parts, Letters letter, List<String> names) {
            if (!names.isEmpty()) {
                parts.add(letter.text() + " "
                        + String.join(", ", names.stream().sorted().toList()));
            }
        }
    }

    /// @param message what was just done, or empty
    /// @param problems what was not done, and why
    RaciPage page(Frame frame, Actor.Person me, EngagementId engagement, String message, List<String> problems) {
        var head = heads.of(frame, me, engagement);
        var grid = grids.of(engagement);
        var parties = engagements.parties(engagement);
        boolean writes = authority.may(me, Act.CONTRIBUTE, engagement);
        var stated = stated(engagement);
        var known = grid.rows().stream().map(row -> Activity.words(row.text())).collect(Collectors.toSet());
        return new RaciPage(
                head,
                address(engagement),
                writes,
                frame.text(
                        "duties.raci.state",
                        grid.rows().size(),
                        grid.confirmed().size()),
                columns(grid, members.of(engagement)),
                areas(frame, engagement, grid, stated, writes),
                stated.rows().entrySet().stream()
                        .filter(row -> !known.contains(row.getKey()))
                        .map(row -> row.getValue().activity() + " – " + Stated.words(row.getValue()))
                        .sorted()
                        .toList(),
                Choice.of(
                        Sourcing.class,
                        "engagement.sourcing",
                        engagements.get(engagement).sourcing(),
                        frame),
                Arrays.stream(ActivityArea.values())
                        .map(area -> new Choice(Codes.of(area), title(frame, area), false))
                        .toList(),
                parties.stream()
                        .map(party -> new Choice(party.id().toString(), party.name(), false))
                        .toList(),
                writes && undoing.possible(register, me, engagement),
                message,
                problems);
    }

    Grid grid(EngagementId engagement) {
        return grids.of(engagement);
    }

    /// The people who stand for columns, by their names.
    Map<PersonId, String> people(EngagementId engagement) {
        var names = new HashMap<PersonId, String>();
        members.of(engagement).forEach(member -> names.put(member.person(), member.name()));
        return names;
    }

    /// How columns are called that are nobody’s.
    static GridSheet.Headings headings(Frame frame) {
        var areas = new HashMap<String, ActivityArea>();
        for (var area : ActivityArea.values()) {
            areas.put(title(frame, area), area);
            areas.put(Codes.of(area), area);
        }
        return new GridSheet.Headings(
                GridSheet.between(frame.text("duties.activity.column.ref"), frame.text("duties.activity.also.ref")),
                GridSheet.between(frame.text("duties.activity.column.area"), frame.text("duties.activity.also.area")),
                GridSheet.between(frame.text("duties.activity.column.text"), frame.text("duties.activity.also.text")),
                GridSheet.between(frame.text("duties.sheet.standing"), frame.text("duties.sheet.ignored")),
                areas);
    }

    static String address(EngagementId engagement) {
        return EngagementHeads.address(engagement) + "/raci";
    }

    static String title(Frame frame, ActivityArea area) {
        return frame.text("duties.area." + Codes.of(area));
    }

    private Stated stated(EngagementId engagement) {
        var rows = new LinkedHashMap<String, RaciRowFact>();
        statedRows.of(engagement).forEach(row -> rows.putIfAbsent(Activity.words(row.activity()), row));
        return new Stated(rows);
    }

    private static List<RaciPage.Column> columns(Grid grid, List<Member> people) {
        return grid.columns().stream()
                .map(column -> new RaciPage.Column(
                        column.key(),
                        column.name(),
                        column.partyName(),
                        column.function(),
                        people.stream()
                                .filter(member -> member.person().equals(column.person()))
                                .map(Member::name)
                                .findFirst()
                                .orElse(""),
                        people.stream()
                                .filter(member -> member.party().equals(column.party()))
                                .map(member -> new Choice(
                                        member.person().toString(),
                                        member.name(),
                                        member.person().equals(column.person())))
                                .toList(),
                        column.added()))
                .toList();
    }

    private List<RaciPage.Area> areas(Frame frame, EngagementId engagement, Grid grid, Stated stated, boolean writes) {
        var areas = new ArrayList<RaciPage.Area>();
        for (var area : ActivityArea.values()) {
            var rows = grid.rows().stream().filter(row -> row.area() == area).toList();
            if (!rows.isEmpty()) {
                areas.add(new RaciPage.Area(
                        Codes.of(area),
                        title(frame, area),
                        rows.stream()
                                .map(row -> line(frame, engagement, grid, row, stated, writes))
                                .toList(),
                        rows.stream().filter(row -> !row.confirmed()).count()));
            }
        }
        return areas;
    }

    private RaciPage.Line line(
            Frame frame, EngagementId engagement, Grid grid, Activity row, Stated stated, boolean writes) {
        var flaws = grid.flaws(row);
        var notes = new ArrayList<String>();
        if (row.ours()) {
            notes.add(frame.text("duties.raci.ours"));
        }
        if (row.divided() != null) {
            notes.add(frame.text(
                    "duties.raci.divided",
                    frame.text("duties.divided." + Codes.of(Objects.requireNonNull(row.divided())))));
        }
        var tone = row.confirmed() ? Tone.GOOD : flaws.isEmpty() ? Tone.ACCENT : Tone.WARN;
        return new RaciPage.Line(
                row.id().toString(),
                row.version(),
                row.ref(),
                "%s/registers/%s/rows/%s".formatted(EngagementHeads.address(engagement), register.name(), row.id()),
                row.text(),
                notes,
                Seen.write(grid, row),
                grid.columns().stream()
                        .map(column -> cell(frame, row, column, writes))
                        .toList(),
                tone,
                frame.text(row.confirmed() ? "duties.raci.confirmed" : "duties.raci.proposed"),
                row.confirmed(),
                flaws.stream().map(frame::text).toList(),
                stated.of(row),
                stated.differs(row));
    }

    private static RaciPage.Cell cell(Frame frame, Activity row, Participant column, boolean writes) {
        var letters = row.letters(column.name());
        return new RaciPage.Cell(
                column.key(),
                column.function().isEmpty() ? column.name() : column.function(),
                frame.text("duties.raci.cell", column.name(), row.text()),
                letters.text(),
                writes
                        ? Arrays.stream(Letters.values())
                                .map(one -> new Choice(one.text(), one.text(), one == letters))
                                .toList()
                        : List.of());
    }
}
