package org.fram.app.engagement.registers;

import java.util.List;

/// Something that happened to a row, as its page shows it.
///
/// @param what in a word or two
/// @param origin where it came from, where that is no page; else empty
public record HistoryLine(String time, String by, String what, String origin, List<Cell> cells) {

    /// A cell that changed.
    public record Cell(String column, String before, String after) {}
}
