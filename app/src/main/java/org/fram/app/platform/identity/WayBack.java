package org.fram.app.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Where somebody wanted to go before they were asked to sign in: the page of a link in a mail, most of the time. A
/// cookie of their browser holds it until they have signed in, in whatever way.
@Component
class WayBack {

    private static final String HOME = "/";

    private final CookieRequestCache cache = new CookieRequestCache();

    WayBack() {
        cache.setRequestMatcher(WayBack::isPage);
    }

    /// For Spring Security, which keeps there what it refuses.
    RequestCache cache() {
        return cache;
    }

    /// Uses the way back up.
    ///
    /// @return an address of this application; that of its home where nobody wanted anything else
    String take(HttpServletRequest request, HttpServletResponse response) {
        var kept = cache.getRequest(request, response);
        if (kept == null) {
            return HOME;
        }
        cache.removeRequest(request, response);
        return own(kept.getRedirectUrl());
    }

    /// The same as what a controller answers.
    View leading(HttpServletRequest request, HttpServletResponse response) {
        var there = new RedirectView(take(request, response));
        there.setExpandUriTemplateVariables(false);
        return there;
    }

    /// The path and query alone, as the cookie is in the hands of the browser.
    static String own(String address) {
        try {
            var parts = new URI(address);
            String path = parts.getRawPath();
            if (path == null || !path.startsWith("/") || path.startsWith("//")) {
                return HOME;
            }
            return parts.getRawQuery() == null ? path : path + "?" + parts.getRawQuery();
        } catch (URISyntaxException strange) {
            return HOME;
        }
    }

    /// What people see as a page, and nothing that a page fetches or sends.
    private static boolean isPage(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals(HttpMethod.GET.name())
                && accepted != null
                && accepted.contains(MediaType.TEXT_HTML_VALUE)
                && request.getHeader("HX-Request") == null;
    }
}
