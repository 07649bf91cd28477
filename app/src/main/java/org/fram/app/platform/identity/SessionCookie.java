package org.fram.app.platform.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.fram.app.platform.access.SignedIn;
import org.fram.app.platform.access.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/// Carries a session's token in a cookie, and tells Spring Security who is behind it.
@Component
class SessionCookie implements SecurityContextRepository {

    private static final String NAME = "fram-session";

    /// By which a browser is known again in which somebody signs in. It opens nothing.
    private static final String BROWSER_NAME = "fram-browser";

    private final Transactions transactions;
    private final Sessions sessions;
    private final KnownBrowsers browsers;

    SessionCookie(Transactions transactions, Sessions sessions, KnownBrowsers browsers) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.browsers = browsers;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Remembered(() -> token(request)
                .flatMap(token -> transactions.<Optional<SignedIn>>as(SigningIn.TASK, () -> sessions.find(token))));
    }

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    /// Begins a session where somebody has just signed in, and ends the present one in any case: a token
    /// from before is worth nothing after.
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        token(request).ifPresent(token -> transactions.run(SigningIn.TASK, () -> sessions.end(token)));
        var authentication = context.getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn person) {
            String browser = BrowserName.of(request.getHeader(HttpHeaders.USER_AGENT));
            var known = cookie(request, BROWSER_NAME);
            var tokens = transactions.<Tokens>as(
                    SigningIn.TASK,
                    () -> new Tokens(sessions.begin(person.id(), browser), browsers.meet(person.id(), known, browser)));
            setCookie(response, NAME, tokens.session(), request.isSecure(), -1);
            setCookie(
                    response, BROWSER_NAME, tokens.browser(), request.isSecure(), KnownBrowsers.REMEMBERED.toSeconds());
        } else {
            setCookie(response, NAME, "", request.isSecure(), 0);
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return token(request).isPresent();
    }

    private record Tokens(String session, String browser) {}

    /// The token of the session that asks.
    static Optional<String> token(HttpServletRequest request) {
        return cookie(request, NAME);
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie @Nullable [] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name)
                                && !cookie.getValue().isEmpty())
                        .map(Cookie::getValue)
                        .findFirst();
    }

    private static void setCookie(
            HttpServletResponse response, String name, String token, boolean secure, long maxAge) {
        var cookie = ResponseCookie.from(name, token)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(maxAge)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /// The context of a request, made when somebody first asks for it: assets need none.
    private static final class Remembered implements DeferredSecurityContext {

        private final Supplier<Optional<SignedIn>> source;
        private @Nullable SecurityContext context;
        private boolean generated;

        Remembered(Supplier<Optional<SignedIn>> source) {
            this.source = source;
        }

        @Override
        public SecurityContext get() {
            var known = context;
            if (known != null) {
                return known;
            }
            var person = source.get();
            var made = SecurityContextHolder.createEmptyContext();
            person.map(SignInProvider::authentication).ifPresent(made::setAuthentication);
            generated = person.isEmpty();
            context = made;
            return made;
        }

        @Override
        public boolean isGenerated() {
            get();
            return generated;
        }
    }
}
