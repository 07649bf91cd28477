package org.fram.app.platform.identity;

import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Locale;

/// An app that makes codes, into which somebody typed the secret of a page.
final class Authenticator {

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    final byte[] secret;

    Authenticator(byte[] secret) {
        this.secret = secret;
    }

    static Authenticator of(Page page) {
        return ofText(page.locator(".secret").textContent());
    }

    static Authenticator ofText(String base32) {
        var bytes = new ByteArrayOutputStream();
        int bits = 0;
        int held = 0;
        for (char sign :
                base32.toUpperCase(Locale.ROOT).replaceAll("[^A-Z2-7]", "").toCharArray()) {
            held = held << 5 | BASE_32.indexOf(sign);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(held >> bits & 0xff);
            }
            held &= (1 << bits) - 1;
        }
        return new Authenticator(bytes.toByteArray());
    }

    /// The present code.
    String code() {
        return TimeCodes.code(secret, Instant.now());
    }

    /// The one after it, which is taken already: for tests that do not wait.
    String nextCode() {
        return TimeCodes.code(secret, Instant.now().plusSeconds(30));
    }
}
