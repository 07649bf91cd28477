package org.fram.app.platform.pages;

import org.jspecify.annotations.Nullable;

/// A figure that matters.
///
/// @param value with its unit, as people read it
/// @param note what it is measured against, or empty
/// @param evidence the way to what it rests on, or null
public record KeyFigure(
        String name, String value, String note, @Nullable Link evidence) {}
