package org.fram.app.platform.start;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Where browsers reach this installation: what `FRAM_PUBLIC_ADDRESS` says, or this machine and port. What is
/// sent to other programs names it, whatever a request says about itself.
@Component
public class PublicAddress {

    private final @Nullable URI given;
    private volatile int port;

    PublicAddress(Settings settings) {
        given = settings.publicAddress();
        port = settings.port();
    }

    @EventListener
    void listensOn(WebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
    }

    /// Scheme, host and port, without a path.
    public URI origin() {
        return given != null ? given : URI.create("http://localhost:" + port);
    }

    /// The address of a page.
    ///
    /// @param path that begins with a slash
    public String of(String path) {
        return origin() + path;
    }

    /// Whether browsers speak to us over TLS, also where a proxy before us does that.
    public boolean isSecure() {
        return "https".equals(origin().getScheme());
    }
}
