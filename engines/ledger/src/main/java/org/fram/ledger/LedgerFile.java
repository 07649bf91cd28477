package org.fram.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Checking a ledger that was taken out: a line of JSON an entry, as [Entry#line] writes it. It needs neither the
/// application nor its database, and memory for a line only.
public final class LedgerFile {

    /// How many characters a line may have.
    public static final int LONGEST_LINE = 1 << 20;

    /// How many breaches are told.
    public static final int MOST_BREACHES = 100;

    private LedgerFile() {}

    /// Checks a ledger.
    ///
    /// @param head the hash that some entry of it must have, as somebody noted it, or null
    public static Verdict verify(Reader ledger, @Nullable String head) throws IOException {
        try (var lines = new BufferedReader(ledger)) {
            return new LedgerReading(head == null ? null : head.strip().toLowerCase(Locale.ROOT)).read(lines);
        }
    }
}
