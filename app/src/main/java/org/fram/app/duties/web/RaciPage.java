package org.fram.app.duties.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Tone;

/// The table of responsibilities.
///
/// @param writes whether one may change it
/// @param state how far it is, in one sentence
/// @param proposals where the technology may run, with what is usual there
/// @param kinds of work, for a new row
/// @param undo whether there is something of one's own to take back
/// @param message what was just done, or empty
/// @param problems what was not done, and why
public record RaciPage(
        EngagementHead head,
        String address,
        boolean writes,
        String state,
        List<Column> columns,
        List<Area> areas,
        List<String> onlyInDocument,
        List<Choice> proposals,
        List<Choice> kinds,
        List<Choice> parties,
        boolean undo,
        String message,
        List<String> problems) {

    /// A column.
    ///
    /// @param function empty where it is the whole party
    /// @param person who stands for it, or empty
    /// @param people who may
    public record Column(
            String key,
            String name,
            String party,
            String function,
            String person,
            List<Choice> people,
            boolean removable) {}

    /// The rows of one kind of work.
    ///
    /// @param waiting how many of them nobody has confirmed
    public record Area(String code, String title, List<Line> lines, long waiting) {}

    /// A row.
    ///
    /// @param id of the row
    /// @param history the address at which it is corrected as a whole
    /// @param seen the letters that are shown, as a form sends them
    /// @param notes what else is to be known of it
    /// @param flaws why it cannot be confirmed
    /// @param document what the statement of work says of it, or empty
    /// @param differs whether that is something else
    public record Line(
            String id,
            int version,
            String ref,
            String history,
            String text,
            List<String> notes,
            String seen,
            List<Cell> cells,
            Tone tone,
            String standing,
            boolean confirmed,
            List<String> flaws,
            String document,
            boolean differs) {}

    /// A cell.
    ///
    /// @param taker the name of its column, in short
    /// @param label for whoever hears it
    /// @param choices the letters; none where one may not change it
    public record Cell(String key, String taker, String label, String text, List<Choice> choices) {}

    /// Whether there is nothing in it.
    public boolean empty() {
        return areas.isEmpty();
    }
}
