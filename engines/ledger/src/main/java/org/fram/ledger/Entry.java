package org.fram.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An entry of a ledger. It names nobody and says nothing by itself: what it is about stands in its details.
///
/// @param engagement whose ledger it is
/// @param number from 1, without a gap
/// @param time to the microsecond
/// @param seal the hash of its [SealedDetails]
/// @param previous the hash of the entry before, or [#GENESIS]
public record Entry(UUID engagement, long number, Instant time, String seal, String previous) {

    /// What stands in the first entry for the hash of the one before.
    public static final String GENESIS = "0".repeat(64);

    public Entry {
        time = time.truncatedTo(ChronoUnit.MICROS);
    }

    /// The entry that follows another, or the first.
    public static Entry after(@Nullable Entry last, UUID engagement, Instant time, SealedDetails details) {
        return last == null
                ? new Entry(engagement, 1, time, details.seal(), GENESIS)
                : new Entry(engagement, last.number() + 1, time, details.seal(), last.hash());
    }

    /// SHA-256 of the entry as canonical JSON: what the next entry holds, and the head where there is none.
    public String hash() {
        return Json.sha256(Json.canonical(fields()));
    }

    /// The entry as a line of a ledger that is taken out.
    ///
    /// @param details those of the entry, or null where whoever takes it out may not see them
    public String line(@Nullable SealedDetails details) {
        var line = new TreeMap<String, Object>(Map.of("entry", fields(), "hash", hash()));
        if (details != null) {
            line.put("details", Json.read(details.json()));
        }
        return Json.canonical(line);
    }

    private Map<String, Object> fields() {
        return Map.of(
                "engagement", engagement.toString(),
                "number", number,
                "previous", previous,
                "seal", seal,
                "time", time.toString());
    }
}
