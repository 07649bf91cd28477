package org.fram.app.engagement.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fram.app.engagement.Engagement;
import org.fram.app.engagement.ToDo;
import org.fram.app.engagement.Waiting;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Tone;

/// What somebody has to do.
///
/// @param engagements by which one may narrow it; none where there is one alone
/// @param count of what is shown, with what is overdue of it
public record MinePage(String count, List<Choice> engagements, List<Part> parts) {

    private static final int SOON = 3;

    /// What one owes, or what waits for one.
    public record Part(String id, String title, List<Line> lines) {}

    /// Something to be done.
    ///
    /// @param due the last day, or empty
    /// @param left the days until then, or empty
    public record Line(String address, String what, String engagement, String due, String left, Tone tone) {}

    /// @param only the id of the engagement that one wants to see alone, or empty
    static MinePage of(Frame frame, List<ToDo.Line> all, String only) {
        var byId = new LinkedHashMap<String, Engagement>();
        all.forEach(line -> byId.put(line.engagement().id().toString(), line.engagement()));
        boolean narrowed = byId.containsKey(only);
        var shown = all.stream()
                .filter(line -> !narrowed || line.engagement().id().toString().equals(only))
                .toList();
        var parts = new ArrayList<Part>();
        for (var kind : Waiting.Kind.values()) {
            var lines = shown.stream()
                    .filter(line -> line.item().kind() == kind)
                    .map(line -> line(frame, line))
                    .toList();
            if (!lines.isEmpty()) {
                parts.add(new Part(kind.code(), frame.text("engagement.mine." + kind.code()), lines));
            }
        }
        long overdue = shown.stream()
                .filter(line -> line.daysLeft().filter(days -> days < 0).isPresent())
                .count();
        return new MinePage(
                frame.text("engagement.mine.count", shown.size(), overdue),
                byId.size() < 2 ? List.of() : choices(frame, byId, narrowed ? only : ""),
                parts);
    }

    /// Whether there is nothing to do.
    public boolean empty() {
        return parts.isEmpty();
    }

    private static List<Choice> choices(Frame frame, Map<String, Engagement> byId, String only) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", frame.text("engagement.mine.all"), only.isEmpty()));
        byId.forEach((id, engagement) -> choices.add(new Choice(id, engagement.name(), id.equals(only))));
        return choices;
    }

    private static Line line(Frame frame, ToDo.Line line) {
        var due = line.item().due();
        return new Line(
                line.address(),
                frame.text(line.item().what()),
                line.engagement().name(),
                due == null ? "" : frame.date(due),
                line.daysLeft()
                        .map(days -> days < 0
                                ? frame.text("engagement.mine.overdue", -days)
                                : frame.text("engagement.mine.left", days))
                        .orElse(""),
                line.daysLeft()
                        .map(days -> days < 0 ? Tone.BAD : days <= SOON ? Tone.WARN : Tone.CALM)
                        .orElse(Tone.CALM));
    }
}
