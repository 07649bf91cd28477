package org.fram.app.platform.notices;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Something with a date, as a calendar shows it whose owner subscribed to it. It invites nobody, and blocks no time
/// where it is whole days.
///
/// @param uid the same as long as it is the same thing, unique in this installation
/// @param text what else is said of it, in lines
/// @param address of the page that shows it
/// @param category what kind of thing it is
/// @param changed when it was last written, or null where that is not known
public record CalendarEntry(
        String uid,
        When when,
        String title,
        String text,
        String address,
        String category,
        @Nullable Instant changed) {

    /// When it is.
    public sealed interface When {

        /// Whole days, the same everywhere.
        record Days(LocalDate first, LocalDate last) implements When {}

        /// From an instant until a later one.
        record Times(Instant start, Instant end) implements When {}
    }
}
