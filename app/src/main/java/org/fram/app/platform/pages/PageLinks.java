package org.fram.app.platform.pages;

import org.jspecify.annotations.Nullable;

/// Which part of a list is shown, and the ways to the parts before and after it.
///
/// @param text which, for people; empty where nothing has to be said
/// @param before address of the part before; null where there is none
/// @param after address of the part after; null where there is none
public record PageLinks(
        String text, @Nullable String before, @Nullable String after) {}
