package org.fram.app.platform.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.fram.app.platform.texts.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationsTest {

    private final Destinations outside = new Destinations(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "192.0.2.1",
                "198.19.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:db8::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "ff02::1"
            })
    void whatIsInsideIsNotLedTo(String address) throws Exception {
        assertThat(Destinations.leadsOut(InetAddress.ofLiteral(address))).isFalse();
        String host = address.contains(":") ? "[" + address + "]" : address;
        assertThat(outside.refuse("https://" + host + "/hook")).contains(Text.of("webhooks.refused.inside"));
        assertThatThrownBy(() -> outside.resolve(address)).isInstanceOf(Destinations.LeadsInsideException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1"})
    void whatIsOutsideIs(String address) {
        assertThat(Destinations.leadsOut(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void anAddressIsOneOfHttpsWithoutAPassword() {
        assertThat(outside.refuse("https://8.8.8.8/hook")).isEmpty();
        assertThat(outside.refuse("http://8.8.8.8/hook")).contains(Text.of("webhooks.refused.https"));
        assertThat(outside.refuse("ftp://8.8.8.8/hook")).contains(Text.of("webhooks.refused.https"));
        assertThat(outside.refuse("https://name:word@8.8.8.8/")).contains(Text.of("webhooks.refused.url"));
        for (String wrong : new String[] {"", "nonsense", "https://", "https:///hook", "//8.8.8.8/", "https://a b/"}) {
            assertThat(outside.refuse(wrong)).as(wrong).isPresent();
        }
        // The loopback by its name.
        assertThat(outside.refuse("https://localhost/hook")).contains(Text.of("webhooks.refused.inside"));
    }

    @Test
    void whoeverAllowsItIsLedInside() {
        var inside = new Destinations(true);
        assertThat(inside.refuse("http://127.0.0.1:8080/hook")).isEmpty();
        assertThat(inside.refuse("ftp://127.0.0.1/hook")).contains(Text.of("webhooks.refused.https"));
    }
}
