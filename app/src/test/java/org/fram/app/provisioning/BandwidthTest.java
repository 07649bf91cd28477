package org.fram.app.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.fram.app.provisioning.Bandwidth.Coding;
import org.fram.app.provisioning.Bandwidth.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandwidthTest {

    /// Published by Cisco: Voice Over IP, Per Call Bandwidth Consumption, column "Bandwidth Ethernet".
    @ParameterizedTest
    @CsvSource({
        "G711, 20, 87.2",
        "G722, 20, 87.2",
        "G726, 20, 55.2",
        "G729, 20, 31.2",
        "ILBC_20, 20, 38.4",
        "ILBC_30, 30, 28.8"
    })
    void aCallOverEthernetNeedsWhatIsPublished(Codec codec, int interval, BigDecimal published) {
        assertThat(Bandwidth.ofCall(new Coding(codec, interval, Link.ETHERNET, false)))
                .isEqualByComparingTo(published);
    }

    /// By hand: (payload + 40 + link) × 8 ÷ interval.
    @ParameterizedTest
    @CsvSource({
        "G711, 20, IP, false, 80",
        "G711, 30, ETHERNET, false, 79.467",
        "G711, 10, ETHERNET, false, 110.4",
        "G711, 20, ETHERNET_VLAN, false, 88.8",
        "G711, 20, ETHERNET, true, 91.2",
        "G729, 20, IP, false, 24",
        "G729, 40, ETHERNET, false, 19.6",
        "OPUS, 20, IP, false, 48"
    })
    void headersAndIntervalCount(Codec codec, int interval, Link link, boolean encrypted, BigDecimal byHand) {
        assertThat(Bandwidth.ofCall(new Coding(codec, interval, link, encrypted)))
                .isEqualByComparingTo(byHand);
    }

    @Test
    void aSiteNeedsItsCallsAndTheHeadroom() {
        var coding = new Coding(Codec.G711, 20, Link.ETHERNET, false);

        assertThat(Bandwidth.ofCalls(coding, 100, BigDecimal.ZERO)).isEqualByComparingTo("8720");
        assertThat(Bandwidth.ofCalls(coding, 100, BigDecimal.valueOf(25))).isEqualByComparingTo("10900");
        assertThat(Bandwidth.ofCalls(coding, 0, BigDecimal.TEN)).isEqualByComparingTo("0");
    }

    @Test
    void longerIntervalsNeverNeedMore() {
        for (var codec : Codec.values()) {
            var before = Bandwidth.ofCall(new Coding(codec, codec.frame(), Link.ETHERNET, false));
            for (int interval = 2 * codec.frame(); interval <= 120; interval += codec.frame()) {
                var needed = Bandwidth.ofCall(new Coding(codec, interval, Link.ETHERNET, false));
                assertThat(needed).as("%s, %d ms", codec, interval).isLessThan(before);
                before = needed;
            }
        }
    }

    @Test
    void aPacketHoldsWholeFrames() {
        assertThatThrownBy(() -> new Coding(Codec.ILBC_30, 20, Link.IP, false)).hasMessageContaining("30 ms");
        assertThatThrownBy(() -> new Coding(Codec.G711, 15, Link.IP, false)).hasMessageContaining("15 ms");
        assertThatThrownBy(() -> new Coding(Codec.G711, 0, Link.IP, false)).hasMessageContaining("0 ms");
    }
}
