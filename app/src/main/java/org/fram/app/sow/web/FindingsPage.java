package org.fram.app.sow.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.KeyFigure;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Tone;

/// What the findings of a draft are.
///
/// @param decided what people decided about findings
/// @param notEvaluated how many practices could not be told, for want of facts
/// @param deciding whether one may decide about findings
public record FindingsPage(
        EngagementHead head,
        String address,
        String title,
        List<Link> tabs,
        List<KeyFigure> figures,
        List<Line> lines,
        List<Decided> decided,
        int notEvaluated,
        boolean deciding,
        String refusal) {

    /// A finding.
    ///
    /// @param waiver who lives with it, until when and why; empty where nobody does
    /// @param name by which actions on it are kept
    /// @param act where one begins an action on it; empty where one does not
    /// @param begun what was begun because of it
    public record Line(
            String practice,
            String title,
            Tone tone,
            String severity,
            String item,
            String message,
            String fix,
            String why,
            String source,
            String waiver,
            String name,
            String act,
            List<Begun> begun) {
        public Line {
            begun = List.copyOf(begun);
        }
    }

    /// Something that was begun because of a finding.
    public record Begun(Link link, Tone tone, String state) {}

    /// What was decided.
    public record Decided(String id, String practice, String item, String text) {}

    /// The findings of one practice.
    ///
    /// @param fix what to do about each of them; empty where that differs
    public record Group(
            String practice,
            String title,
            Tone tone,
            String severity,
            String why,
            String source,
            String fix,
            List<Line> lines) {

        /// Whether somebody lives with all of them.
        public boolean waived() {
            return lines.stream().noneMatch(line -> line.waiver().isEmpty());
        }
    }

    /// The findings by practice, in the order in which practices come first.
    public List<Group> groups() {
        var byPractice = new LinkedHashMap<String, List<Line>>();
        for (var line : lines) {
            byPractice.computeIfAbsent(line.practice(), _ -> new ArrayList<>()).add(line);
        }
        return byPractice.values().stream()
                .map(own -> {
                    var first = own.getFirst();
                    boolean oneFix = own.stream().allMatch(line -> line.fix().equals(first.fix()));
                    return new Group(
                            first.practice(),
                            first.title(),
                            first.tone(),
                            first.severity(),
                            first.why(),
                            first.source(),
                            oneFix ? first.fix() : "",
                            own);
                })
                .toList();
    }

    /// How many nobody lives with.
    public long open() {
        return lines.stream().filter(line -> line.waiver().isEmpty()).count();
    }
}
