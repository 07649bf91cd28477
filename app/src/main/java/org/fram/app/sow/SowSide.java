package org.fram.app.sow;

import org.fram.app.platform.texts.Text;

/// A page about a statement of work that stands beside the others, as a tab. A module offers one for each of its pages.
///
/// @param path below the statement's address, as `/findings`; empty for the draft itself
/// @param title of the tab
/// @param order among the others, from left to right
public record SowSide(String path, Text title, int order) {}
