package org.fram.app.provisioning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.fram.app.platform.access.Code;

/// What calls need of a line, in each direction.
///
/// A packet carries the speech of one interval with the headers of RTP (12 bytes, RFC 3550), UDP (8, RFC 768) and IPv4
/// (20, RFC 791), and those of the link. With an interval of `t` milliseconds a call needs
///
/// ```
/// (payload + 40 + link + tag) bytes × 8 ÷ t = kbit/s
/// ```
///
/// Speech is counted without silence suppression and compression of headers, and without RTCP, for which RFC 3550 has
/// 5 % more: the headroom is there for such things. Ethernet is counted as others publish it, header and checksum
/// without preamble and gap: G.711 at 20 ms needs 87.2 kbit/s (Cisco, Voice Over IP: Per Call Bandwidth Consumption).
public final class Bandwidth {

    private static final int HEADERS = 12 + 8 + 20;
    /// The tag by which SRTP authenticates a packet: 80 bits (RFC 3711, section 5.2).
    private static final int TAG = 10;

    private static final int BITS_OF_A_BYTE = 8;
    private static final int DECIMALS = 3;
    private static final int DECIMALS_OF_PERCENT = 2;

    private Bandwidth() {}

    /// What is around a packet on a line.
    public enum Link implements Code {
        /// Header (14 bytes) and checksum (4).
        ETHERNET(18),
        /// The same with the tag of a VLAN (4 bytes, IEEE 802.1Q).
        ETHERNET_VLAN(22),
        /// Nothing: what the packets of IP need alone.
        IP(0);

        private final int bytes;

        Link(int bytes) {
            this.bytes = bytes;
        }
    }

    /// How calls are coded and carried.
    ///
    /// @param interval milliseconds of speech in a packet, a whole number of the codec's frames
    /// @param encrypted whether packets are authenticated by SRTP
    public record Coding(Codec codec, int interval, Link link, boolean encrypted) {

        public Coding {
            if (!(interval > 0 && interval % codec.frame() == 0)) {
                throw new IllegalArgumentException("%s has frames of %d ms. %d ms is no whole number of them."
                        .formatted(codec.code(), codec.frame(), interval));
            }
        }
    }

    /// What one call needs in each direction, in kbit/s with three decimals.
    public static BigDecimal ofCall(Coding coding) {
        long bytes = coding.codec().payload(coding.interval())
                + HEADERS
                + coding.link().bytes
                + (coding.encrypted() ? TAG : 0);
        return BigDecimal.valueOf(bytes * BITS_OF_A_BYTE)
                .divide(BigDecimal.valueOf(coding.interval()), DECIMALS, RoundingMode.HALF_UP);
    }

    /// What so many calls at once need in each direction, in kbit/s.
    ///
    /// @param headroom in percent, on top of the calls
    public static BigDecimal ofCalls(Coding coding, int calls, BigDecimal headroom) {
        if (!(calls >= 0 && headroom.signum() >= 0)) {
            throw new IllegalArgumentException("%d calls with a headroom of %s %% are none. Give both, not below zero."
                    .formatted(calls, headroom));
        }
        return ofCall(coding)
                .multiply(BigDecimal.valueOf(calls))
                .multiply(BigDecimal.ONE.add(headroom.movePointLeft(DECIMALS_OF_PERCENT)));
    }
}
