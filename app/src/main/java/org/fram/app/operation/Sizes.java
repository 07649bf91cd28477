package org.fram.app.operation;

import java.util.Locale;

/// Sizes and numbers as people read them.
final class Sizes {

    private static final long KILO = 1000;

    private Sizes() {}

    /// Bytes, as `12 kB` or `3.4 MB`.
    static String of(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        double size = bytes;
        int unit = -1;
        do {
            size /= KILO;
            unit++;
        } while (size >= KILO && unit < 3);
        return String.format(Locale.ROOT, size < 10 && unit > 0 ? "%.1f %sB" : "%.0f %sB", size, "kMGT".charAt(unit));
    }

    /// A number with what is counted.
    static String many(long number, String one, String several) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : several);
    }
}
