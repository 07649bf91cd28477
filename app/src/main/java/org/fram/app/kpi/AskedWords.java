package org.fram.app.kpi;

import java.math.BigDecimal;
import java.util.Objects;
import org.fram.app.platform.identity.Hashes;
import org.jspecify.annotations.Nullable;

/// What an objective says, as an executive confirms it: its words, how its success is measured, and its
/// weight.
///
/// @param measure how its success is measured; empty where nothing is said
/// @param weight in percent, or null
public record AskedWords(
        String text, String measure, @Nullable BigDecimal weight) {

    /// Whether it says the same; how words are spaced does not count.
    public boolean sameAs(AskedWords other) {
        return canonical().equals(other.canonical());
    }

    /// The digest of it, as 64 hexadecimal digits: by it the ledger tells which words somebody
    /// confirmed.
    public String sha256() {
        return Hashes.sha256(canonical());
    }

    private String canonical() {
        return "%s\n%s\n%s"
                .formatted(
                        spaced(text),
                        spaced(measure),
                        weight == null
                                ? ""
                                : Objects.requireNonNull(weight)
                                        .stripTrailingZeros()
                                        .toPlainString());
    }

    private static String spaced(String words) {
        return words.strip().replaceAll("\\s+", " ");
    }
}
