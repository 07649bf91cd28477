package org.fram.app.platform.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.fram.app.platform.start.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// A random text that a browser keeps while it is at a provider, so that what comes back is known to be of the same
/// browser that went there.
@Component
class BrowserCookie {

    private static final String NAME = "fram-way";
    private static final Duration KEPT = Duration.ofMinutes(15);
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final PublicAddress address;

    BrowserCookie(PublicAddress address) {
        this.address = address;
    }

    /// The present one, or a new one.
    String of(HttpServletRequest request, HttpServletResponse response) {
        Cookie @Nullable [] cookies = request.getCookies();
        if (cookies != null) {
            var present = Arrays.stream(cookies)
                    .filter(cookie ->
                            cookie.getName().equals(NAME) && !cookie.getValue().isEmpty())
                    .findFirst();
            if (present.isPresent()) {
                return present.get().getValue();
            }
        }
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String made = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var cookie = ResponseCookie.from(NAME, made)
                .path(ProviderSignInController.ADDRESS)
                .httpOnly(true)
                .secure(request.isSecure() || address.isSecure())
                .sameSite("Lax")
                .maxAge(KEPT)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return made;
    }
}
