package org.fram.app.platform.webhooks;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.fram.app.platform.start.Settings;
import org.fram.app.platform.texts.Text;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Where webhooks may lead: out, by https. Otherwise whoever adds one could have this machine ask its
/// neighbours for what they tell it alone.
///
/// A name is looked at when a webhook is added, and again, by the connection itself, each time something is
/// sent: what leads out today may lead inside tomorrow.
@Component
class Destinations implements DnsResolver {

    private static final int LONGEST = 2_000;

    private static final List<Network> NOT_OUTSIDE = List.of(
            // This network, private ones, carriers' own, loopback, link-local, for protocols, examples, benchmarks,
            // multicast, reserved: the IANA IPv4 special-purpose address registry.
            Network.of("0.0.0.0/8"),
            Network.of("10.0.0.0/8"),
            Network.of("100.64.0.0/10"),
            Network.of("127.0.0.0/8"),
            Network.of("169.254.0.0/16"),
            Network.of("172.16.0.0/12"),
            Network.of("192.0.0.0/24"),
            Network.of("192.0.2.0/24"),
            Network.of("192.88.99.0/24"),
            Network.of("192.168.0.0/16"),
            Network.of("198.18.0.0/15"),
            Network.of("198.51.100.0/24"),
            Network.of("203.0.113.0/24"),
            Network.of("224.0.0.0/4"),
            Network.of("240.0.0.0/4"));

    /// Of IPv6, only what is given out for the whole world leads out.
    private static final Network OUTSIDE = Network.of("2000::/3");

    /// Among that: IPv4 addresses in disguise, protocols, examples.
    private static final List<Network> NOT_OUTSIDE_OF_IPV6 = List.of(
            Network.of("2001::/23"), Network.of("2001:db8::/32"), Network.of("2002::/16"), Network.of("3fff::/20"));

    private final boolean inside;

    @Autowired
    Destinations(Settings settings) {
        this(settings.traffic().inside());
    }

    /// @param inside whether they may lead inside as well, and without TLS: for tests, and where all who
    /// manage engagements may reach what is inside anyway
    Destinations(boolean inside) {
        this.inside = inside;
    }

    /// Why there cannot be a webhook to this address; empty where there can.
    Optional<Text> refuse(String url) {
        URI uri;
        try {
            uri = new URI(url.strip());
        } catch (URISyntaxException _) {
            return Optional.of(Text.of("webhooks.refused.url"));
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || uri.getRawUserInfo() != null || url.length() > LONGEST) {
            return Optional.of(Text.of("webhooks.refused.url"));
        }
        if (!scheme.equals("https") && !(inside && scheme.equals("http"))) {
            return Optional.of(Text.of("webhooks.refused.https"));
        }
        try {
            resolve(uri.getHost());
            return Optional.empty();
        } catch (LeadsInsideException _) {
            return Optional.of(Text.of("webhooks.refused.inside"));
        } catch (UnknownHostException _) {
            return Optional.of(Text.of("webhooks.refused.unknown", uri.getHost()));
        }
    }

    /// The addresses of a name.
    ///
    /// @throws LeadsInsideException where one of them does not lead out
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        for (var address : addresses) {
            if (!inside && !leadsOut(address)) {
                throw new LeadsInsideException(host);
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /// Whether it is an address of the world outside.
    static boolean leadsOut(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == Integer.BYTES) {
            return NOT_OUTSIDE.stream().noneMatch(network -> network.has(bytes));
        }
        return OUTSIDE.has(bytes) && NOT_OUTSIDE_OF_IPV6.stream().noneMatch(network -> network.has(bytes));
    }

    /// A name leads to an address that is not outside.
    static final class LeadsInsideException extends UnknownHostException {

        private static final long serialVersionUID = 1;

        private LeadsInsideException(String host) {
            super(host + " is not an address of the world outside.");
        }
    }

    private static final class Network {

        private final byte[] address;
        private final int bits;

        private Network(byte[] address, int bits) {
            this.address = address;
            this.bits = bits;
        }

        private static Network of(String text) {
            int slash = text.indexOf('/');
            return new Network(
                    InetAddress.ofLiteral(text.substring(0, slash)).getAddress(),
                    Integer.parseInt(text.substring(slash + 1)));
        }

        private boolean has(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % Byte.SIZE;
                if ((address[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
