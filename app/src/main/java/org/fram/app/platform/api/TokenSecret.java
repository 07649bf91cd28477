package org.fram.app.platform.api;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// What a program shows: `fram_`, 43 random letters and digits, and six that follow from them.
///
/// The beginning lets those find it who look for secrets where none should lie, and the end tells them, and
/// us, a token from what only looks like one, without asking anybody.
final class TokenSecret {

    private static final String PREFIX = "fram_";
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_DIGITS = 43;
    private static final int CHECK_DIGITS = 6;
    private static final Pattern FORM = Pattern.compile("fram_[0-9A-Za-z]{49}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private TokenSecret() {}

    /// A new one, of 256 random bits.
    static String next() {
        var secret = new StringBuilder(PREFIX);
        for (int i = 0; i < RANDOM_DIGITS; i++) {
            secret.append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
        }
        return secret.append(check(secret.toString())).toString();
    }

    /// Whether it can be one.
    static boolean wellFormed(String text) {
        return FORM.matcher(text).matches() && text.endsWith(check(text.substring(0, text.length() - CHECK_DIGITS)));
    }

    private static String check(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        var digits = new StringBuilder();
        long rest = crc.getValue();
        for (int i = 0; i < CHECK_DIGITS; i++) {
            digits.append(DIGITS.charAt((int) (rest % DIGITS.length())));
            rest /= DIGITS.length();
        }
        return digits.toString();
    }
}
