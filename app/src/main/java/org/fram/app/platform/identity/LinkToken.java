package org.fram.app.platform.identity;

import java.security.SecureRandom;
import java.util.Base64;

/// What an address carries so that whoever has it is let in: 256 random bits. Only its hash is kept.
public final class LinkToken {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private LinkToken() {}

    /// A new one, of letters that addresses carry as they are.
    public static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
