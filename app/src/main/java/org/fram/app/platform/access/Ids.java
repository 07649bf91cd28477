package org.fram.app.platform.access;

import java.security.SecureRandom;
import java.util.UUID;

/// New ids for rows: UUIDs of version 7, so later ones sort after earlier ones.
///
/// Source: RFC 9562, section 5.7.
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /// An id that nothing else has.
    public static UUID next() {
        long milliseconds = System.currentTimeMillis();
        long high = milliseconds << 16 | 0x7000 | RANDOM.nextLong() & 0x0fff;
        long low = RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
