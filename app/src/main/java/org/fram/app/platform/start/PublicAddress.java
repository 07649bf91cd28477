package org.fram.app.platform.start;

import java.net.URI;
import java.util.Locale;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Under which address people reach this installation: what `FRAM_URL` says, or where it listens.
@Component
public class PublicAddress {

    private final Settings settings;
    private volatile int port;

    PublicAddress(Settings settings) {
        this.settings = settings;
        this.port = settings.port();
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
    }

    /// The address of a page, for links that leave the application.
    ///
    /// @param path with its first slash
    public String of(String path) {
        var url = settings.url();
        return url != null ? url + path : "http://%s:%d%s".formatted(settings.address(), port, path);
    }

    /// The name of the host in it, in lower case.
    public String host() {
        var url = settings.url();
        String host = url == null ? null : URI.create(url.toString()).getHost();
        return (host == null ? settings.address() : host).toLowerCase(Locale.ROOT);
    }
}
