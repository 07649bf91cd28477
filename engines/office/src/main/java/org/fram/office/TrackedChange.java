package org.fram.office;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A change that an author made with change tracking switched on.
///
/// @param author as the document names them; empty where it does not
/// @param at when, or null where the document does not say
/// @param text what was inserted or deleted
public record TrackedChange(
        Kind kind, String author, @Nullable Instant at, String text, Place place) {

    /// What was done to the text.
    public enum Kind {
        INSERTED,
        DELETED
    }
}
