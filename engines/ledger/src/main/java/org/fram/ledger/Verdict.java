package org.fram.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What checking a ledger came to.
///
/// @param entries how many it has
/// @param closed how many of them are without their details
/// @param head the hash of its last entry, or empty where it has none
/// @param headAt the line of the entry that has the head that was asked for; null where none was, or none has it
/// @param breaches what was changed, removed, moved or inserted, in the order of the lines; at most
/// [LedgerFile#MOST_BREACHES]
public record Verdict(
        long entries, long closed, String head, @Nullable Long headAt, List<Breach> breaches) {

    /// Whether nothing in it was changed.
    public boolean whole() {
        return breaches.isEmpty();
    }

    /// A place where a ledger was changed.
    ///
    /// @param line from 1; that of the end of the file where something is missing there
    public record Breach(long line, Kind kind, String says) {}

    /// What can be wrong.
    public enum Kind {
        /// No entry in JSON.
        UNREADABLE,
        /// The entry is not the one that was hashed.
        CHANGED,
        /// The details are not those that were sealed.
        DETAILS_CHANGED,
        /// Entries are missing before the line.
        MISSING,
        /// It stands at a wrong place, or twice, or was put in.
        OUT_OF_ORDER,
        /// It does not hold the hash of the entry before.
        UNCHAINED,
        /// It belongs to another engagement.
        FOREIGN,
        /// No entry has the head: the tail was cut off, or all was hashed anew.
        HEADLESS
    }
}
