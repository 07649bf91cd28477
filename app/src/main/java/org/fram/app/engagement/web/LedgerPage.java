package org.fram.app.engagement.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.Pair;

/// What the ledger shows.
///
/// @param count of all entries
/// @param newest the hash of the last entry; empty where there is none
/// @param older the number before which the next page begins, or 0 where there is none
public record LedgerPage(EngagementHead head, long count, String newest, List<Line> lines, long older) {

    /// An entry.
    ///
    /// @param title what was done; that it is not for the reader where its details are private to another party
    /// @param by who did it, or empty
    /// @param what the rest, label and value
    public record Line(
            long number, String time, String title, String by, boolean privately, List<Pair> what, String hash) {}
}
