package org.fram.app.sow.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Engagements;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Link;
import org.fram.app.sow.ImportedVersion;
import org.fram.app.sow.SowId;
import org.fram.app.sow.SowSides;
import org.fram.app.sow.StatementsOfWork;
import org.fram.office.Marked;
import org.fram.review.Redline;
import org.fram.review.Redline.Fate;
import org.fram.review.Redline.Part;
import org.springframework.stereotype.Component;

/// Puts together what the redline of two versions shows. Is asked within a transaction of whoever looks.
@Component
class RedlineDesk {

    private static final int PERCENT = 100;
    private static final int DEEPEST_HEADING = 4;
    private static final int DEEPEST_ITEM = 3;

    private final Desk desk;
    private final SowSides sides;
    private final EngagementHeads heads;
    private final Engagements engagements;
    private final StatementsOfWork statements;

    RedlineDesk(
            Desk desk, SowSides sides, EngagementHeads heads, Engagements engagements, StatementsOfWork statements) {
        this.desk = desk;
        this.sides = sides;
        this.heads = heads;
        this.engagements = engagements;
        this.statements = statements;
    }

    /// Which versions are compared, by their ordinals. The earlier one may be the newer: then it is shown what going
    /// back
    /// would change.
    record Versions(int from, int to) {

        String query() {
            return "?from=" + from + "&to=" + to;
        }
    }

    /// Those that are asked for, or else the last two.
    ///
    /// @param from 0 where none is asked for; the same for `to`
    Versions versions(SowId sow, int from, int to) {
        int last = statements.versions(sow).size();
        int later = to == 0 ? last : to;
        return new Versions(from == 0 ? Math.max(1, later - 1) : from, later);
    }

    Redline redline(SowId sow, Versions versions) {
        return Redline.between(statements.document(sow, versions.from()), statements.document(sow, versions.to()));
    }

    /// @param all whether passages that are the same are shown, too
    /// @param anyway whether two that have hardly a word in common are shown
    RedlinePage page(
            Frame frame,
            Actor.Person me,
            EngagementId engagement,
            SowId sow,
            Versions asked,
            boolean all,
            boolean anyway) {
        var statement = desk.statement(me, engagement, sow);
        var head = heads.of(frame, me, engagement);
        String address = Desk.address(statement);
        var versions = statements.versions(sow);
        if (versions.size() < 2) {
            return new RedlinePage(
                    head,
                    address,
                    statement.title(),
                    sides.of(frame, statement),
                    List.of(),
                    List.of(),
                    "",
                    "",
                    "",
                    List.of(),
                    List.of(),
                    0,
                    desk.mayContribute(me, engagement));
        }
        var redline = redline(sow, asked);
        boolean foreign = redline.alike() < Redline.FOREIGN && !anyway;
        ZoneId zone = engagements.get(engagement).timeZone();
        String query = asked.query();
        var lines = foreign ? List.<RedlinePage.Group>of() : groups(frame, redline, all);
        return new RedlinePage(
                head,
                address,
                statement.title(),
                sides.of(frame, statement),
                choices(frame, versions, zone, asked.from()),
                choices(frame, versions, zone, asked.to()),
                query,
                frame.text(
                        "sow.redline.summary",
                        redline.count(Fate.EDITED),
                        redline.count(Fate.CAME),
                        redline.count(Fate.WENT)),
                foreign ? frame.text("sow.redline.foreign", Math.round(redline.alike() * PERCENT)) : "",
                List.of(
                        new Link(address + "/redline" + query, frame.text("sow.redline.changed"), !all),
                        new Link(address + "/redline" + query + "&show=all", frame.text("sow.redline.all"), all)),
                lines,
                (int) redline.parts().stream().filter(RedlineDesk::changed).count(),
                desk.mayContribute(me, engagement));
    }

    private static List<Choice> choices(Frame frame, List<ImportedVersion> versions, ZoneId zone, int chosen) {
        return versions.stream()
                .map(version -> new Choice(
                        Integer.toString(version.ordinal()),
                        frame.text(
                                "sow.redline.version",
                                version.ordinal(),
                                version.fileName(),
                                frame.time(version.imported(), zone)),
                        version.ordinal() == chosen))
                .toList();
    }

    static List<RedlinePage.Group> groups(Frame frame, Redline redline, boolean all) {
        var groups = new ArrayList<RedlinePage.Group>();
        var rows = new ArrayList<RedlinePage.Line>();
        int change = 0;
        var shown = shown(redline.parts(), all);
        for (int i = 0; i < redline.parts().size(); i++) {
            var part = redline.parts().get(i);
            boolean changed = changed(part);
            change += changed ? 1 : 0;
            if (!shown[i]) {
                continue;
            }
            var line = line(frame, part, changed ? change : 0);
            if (isRow(part)) {
                rows.add(line);
                continue;
            }
            table(groups, rows);
            groups.add(new RedlinePage.Group(false, List.of(line)));
        }
        table(groups, rows);
        return groups;
    }

    private static void table(List<RedlinePage.Group> groups, List<RedlinePage.Line> rows) {
        if (!rows.isEmpty()) {
            groups.add(new RedlinePage.Group(true, List.copyOf(rows)));
            rows.clear();
        }
    }

    /// What changed, with the headings under which it stands and the heads of its tables.
    private static boolean[] shown(List<Part> parts, boolean all) {
        var shown = new boolean[parts.size()];
        int[] heading = new int[DEEPEST_HEADING + 3];
        Arrays.fill(heading, -1);
        int head = -1;
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            if (part.shape() == Marked.Shape.HEADING) {
                int level = Math.clamp(part.level(), 1, heading.length - 1);
                heading[level] = i;
                Arrays.fill(heading, level + 1, heading.length, -1);
            }
            head = part.shape() == Marked.Shape.HEADER_ROW ? i : isRow(part) ? head : -1;
            shown[i] |= all;
            if (changed(part)) {
                shown[i] = true;
                for (int one : heading) {
                    if (one >= 0) {
                        shown[one] = true;
                    }
                }
                if (head >= 0) {
                    shown[head] = true;
                }
            }
        }
        return shown;
    }

    private static RedlinePage.Line line(Frame frame, Part part, int anchor) {
        boolean went = part.fate() == Fate.WENT;
        String number = went ? part.before().number() : part.after().number();
        boolean renumbered =
                !went && part.before().index() >= 0 && !part.before().number().equals(number);
        return new RedlinePage.Line(
                tag(part),
                part.fate().name().toLowerCase(Locale.ROOT)
                        + (part.shape() == Marked.Shape.ITEM
                                ? " item item-" + Math.clamp(part.level(), 1, DEEPEST_ITEM)
                                : ""),
                anchor,
                number,
                renumbered ? part.before().number() : "",
                part.moved() ? frame.text(went ? "sow.redline.movedAway" : "sow.redline.movedHere") : "",
                part.cells());
    }

    private static String tag(Part part) {
        return switch (part.shape()) {
            case HEADING -> "h" + Math.clamp(part.level() + 1, 2, DEEPEST_HEADING);
            case PARAGRAPH, ITEM -> "p";
            case HEADER_ROW -> "th";
            case ROW -> "td";
        };
    }

    private static boolean isRow(Part part) {
        return part.shape() == Marked.Shape.ROW || part.shape() == Marked.Shape.HEADER_ROW;
    }

    static boolean changed(Part part) {
        return part.fate() != Fate.SAME;
    }
}
