package org.fram.app.provisioning;

import java.util.Arrays;
import java.util.List;

/// How speech is coded, with what it puts into a packet.
///
/// Sizes are those of RFC 3551 (G.711, G.722, G.726, G.729), RFC 3951 (iLBC) and, for Opus, the middle of what RFC 7587
/// (section 3.1.1) has for speech over the full band.
public enum Codec {
    G711("g711", 64_000, 10),
    G722("g722", 64_000, 10),
    G726("g726-32", 32_000, 10),
    G729("g729", 8_000, 10),
    /// Frames of 20 ms: 38 bytes each.
    ILBC_20("ilbc-20", 15_200, 20),
    /// Frames of 30 ms: 50 bytes each.
    ILBC_30("ilbc-30", 40_000.0 / 3, 30),
    OPUS("opus", 32_000, 10);

    private static final double BITS_OF_A_BYTE = 8;
    private static final double MILLISECONDS = 1000;

    private final String code;
    private final double bitsPerSecond;
    private final int frame;

    Codec(String code, double bitsPerSecond, int frame) {
        this.code = code;
        this.bitsPerSecond = bitsPerSecond;
        this.frame = frame;
    }

    /// As the database and forms have it.
    public String code() {
        return code;
    }

    /// Milliseconds of speech in a frame; a packet holds whole ones.
    public int frame() {
        return frame;
    }

    /// Bytes of speech in a packet of so many milliseconds.
    long payload(int milliseconds) {
        return Math.round(bitsPerSecond * milliseconds / MILLISECONDS / BITS_OF_A_BYTE);
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Codec::code).toList();
    }

    static Codec of(String code) {
        return Arrays.stream(values())
                .filter(codec -> codec.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no codec '%s'.".formatted(code)));
    }
}
