package org.fram.app.provisioning.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.KeyFigure;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Tone;
import org.jspecify.annotations.Nullable;

/// The numbers of an engagement by the batches in which they move, for people.
///
/// @param message what was just done, or empty
/// @param notes what is wrong, with the ways to the rows
public record NumbersPage(
        EngagementHead head,
        boolean writable,
        String message,
        List<KeyFigure> figures,
        List<Note> notes,
        List<Batch> batches) {

    public NumbersPage {
        figures = List.copyOf(figures);
        notes = List.copyOf(notes);
        batches = List.copyOf(batches);
    }

    /// Something that is wrong with rows.
    public record Note(List<Link> rows, String text) {

        public Note {
            rows = List.copyOf(rows);
        }
    }

    /// A batch.
    ///
    /// @param id for anchors
    /// @param all the way to all of its numbers
    /// @param port the way to the order that moves them, or null where there is none
    /// @param tone of that order's state
    /// @param state of that order, or empty
    /// @param passed the share whose tests passed, as a width in percent
    /// @param failed the share whose tests failed, as a width in percent
    /// @param progress the same in words
    /// @param numbers the first of them
    public record Batch(
            String id,
            String name,
            Link all,
            @Nullable Link port,
            Tone tone,
            String state,
            List<String> counts,
            String passed,
            String failed,
            String progress,
            List<Line> numbers) {

        public Batch {
            counts = List.copyOf(counts);
            numbers = List.copyOf(numbers);
        }
    }

    /// A number.
    public record Line(
            Link row,
            String kind,
            String today,
            String tomorrow,
            String forwarding,
            String foc,
            String tested,
            Tone tone,
            String outcome) {}
}
