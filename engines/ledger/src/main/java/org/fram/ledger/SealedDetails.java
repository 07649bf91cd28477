package org.fram.ledger;

import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// What an entry is about, in JSON, and the hash by which the entry holds it.
///
/// A part of it is random, so that nobody finds out what was decided by trying what it might have been.
///
/// @param json canonical, with the random part as `salt`
public record SealedDetails(String json) {

    /// How many random bytes it takes.
    public static final int SALT_BYTES = 16;

    /// Seals details.
    ///
    /// @param details texts, truth values, lists and maps of them; numbers as texts, as JSON has no exact ones
    /// @param salt [#SALT_BYTES] random bytes
    public static SealedDetails of(Map<String, ?> details, byte[] salt) {
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("%d bytes of salt instead of %d".formatted(salt.length, SALT_BYTES));
        }
        var salted = new TreeMap<String, Object>(details);
        salted.put("salt", HexFormat.of().formatHex(salt));
        return new SealedDetails(Json.canonical(salted));
    }

    /// The hash by which the entry holds them.
    public String seal() {
        return Json.sha256(json);
    }
}
