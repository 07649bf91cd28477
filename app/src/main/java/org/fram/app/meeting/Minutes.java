package org.fram.app.meeting;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was said in a meeting, as far as it is written down.
///
/// @param present who was there
/// @param agenda what was to be talked about
/// @param parts its points without those that somebody took off, with what was said to each
public record Minutes(Meeting meeting, List<String> present, Agenda.Made agenda, List<Part> parts) {

    public Minutes {
        present = List.copyOf(present);
        parts = List.copyOf(parts);
    }

    /// A point with what was said to it.
    public record Part(Point point, List<Line> lines) {

        public Part {
            lines = List.copyOf(lines);
        }
    }

    /// A note; an action or decision as it stands in its register, or stood when the meeting was held.
    ///
    /// @param path of the page of what it became, below the engagement's address; empty where it became
    /// nothing, or whoever looks does not see that
    /// @param by the name of whoever wrote it
    public record Line(
            Note note, String text, String owner, @Nullable LocalDate due, String path, String by) {}

    /// The lines of a kind, in the order of the agenda.
    public List<Line> of(Note.Kind kind) {
        return parts.stream()
                .flatMap(part -> part.lines().stream())
                .filter(line -> line.note().kind() == kind)
                .toList();
    }

    /// Whether nothing was written.
    public boolean isEmpty() {
        return parts.stream().allMatch(part -> part.lines().isEmpty());
    }
}
