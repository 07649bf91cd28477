package org.fram.app.platform.pages;

import org.fram.app.platform.access.Code;

/// How good or bad what is said is. Each has a colour and a shape; the word beside them carries the meaning.
public enum Tone implements Code {
    /// Something is wrong, or stops others.
    BAD,
    /// Somebody should look at it.
    WARN,
    /// As it should be.
    GOOD,
    /// The one that is meant or under way.
    ACCENT,
    /// Neither good nor bad.
    CALM
}
