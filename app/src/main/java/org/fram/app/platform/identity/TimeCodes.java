package org.fram.app.platform.identity;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/// Codes of six digits that change every half minute, as the apps for it make them.
///
/// Source: RFC 6238 with its defaults (HMAC-SHA-1, steps of 30 seconds from 1970), as apps know no other. A code of
/// one step before or after is taken too, for clocks that differ.
final class TimeCodes {

    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int TOLERATED_STEPS = 1;
    private static final int SECRET_BYTES = 20;
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator(STEP);

    private TimeCodes() {}

    static byte[] newSecret(SecureRandom random) {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }

    /// The step whose code it is; empty where it is none, or of a step that is used up.
    ///
    /// @param lastStep that was used
    static OptionalLong step(byte[] secret, String code, Instant now, long lastStep) {
        long present = now.getEpochSecond() / STEP.toSeconds();
        var found = OptionalLong.empty();
        for (long step = present - TOLERATED_STEPS; step <= present + TOLERATED_STEPS; step++) {
            // All are compared, whichever it is.
            if (same(code(secret, step), code) && step > lastStep) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /// The code of a point in time.
    static String code(byte[] secret, Instant at) {
        return code(secret, at.getEpochSecond() / STEP.toSeconds());
    }

    private static String code(byte[] secret, long step) {
        try {
            return CODES.generateOneTimePasswordString(
                    new SecretKeySpec(secret, "RAW"), Instant.ofEpochSecond(step * STEP.toSeconds()), Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("Any bytes are a key.", impossible);
        }
    }

    /// The secret as people type it: Base32 in groups of four.
    static String readable(byte[] secret) {
        return base32(secret).replaceAll("(.{4})(?=.)", "$1 ");
    }

    /// The secret as apps take it in from a picture.
    static String address(byte[] secret, String account) {
        return "otpauth://totp/Fram:%s?secret=%s&issuer=Fram"
                .formatted(URLEncoder.encode(account, StandardCharsets.UTF_8).replace("+", "%20"), base32(secret));
    }

    private static String base32(byte[] bytes) {
        var text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte each : bytes) {
            held = held << 8 | each & 0xff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE_32.charAt(held >> bits & 31));
            }
            held &= (1 << bits) - 1;
        }
        // Twenty bytes are a whole number of signs.
        return text.toString();
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
