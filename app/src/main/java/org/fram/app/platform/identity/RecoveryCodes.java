package org.fram.app.platform.identity;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Codes to be printed and laid away, each good once in place of one that an app makes: sixteen signs of 31, some 79
/// bits, so that a plain hash keeps them.
final class RecoveryCodes {

    private static final int COUNT = 10;
    private static final int LENGTH = 16;

    private RecoveryCodes() {}

    /// New ones in groups of four.
    static List<String> make(SecureRandom random) {
        return Stream.generate(() -> Passwords.signs(random, LENGTH).replaceAll("(.{4})(?=.)", "$1-"))
                .limit(COUNT)
                .toList();
    }

    /// Whether a text looks like one rather than like digits of an app.
    static boolean looksLikeOne(String code) {
        return plain(code).length() == LENGTH;
    }

    /// The hash of one, however somebody typed it.
    static String hash(String code) {
        return Hashes.sha256("recovery " + plain(code));
    }

    private static String plain(String code) {
        return code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }
}
