package org.fram.app.platform.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.SignedIn;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.secrets.Secrets;
import org.fram.app.platform.start.PublicAddress;
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

    /// What a provider's word is sealed as.
    static final String WORD = "a provider's word";

    private final Transactions transactions;
    private final Sessions sessions;
    private final SignIns signIns;
    private final KnownBrowsers browsers;
    private final Secrets secrets;
    private final PublicAddress address;

    SessionCookie(
            Transactions transactions,
            Sessions sessions,
            SignIns signIns,
            KnownBrowsers browsers,
            Secrets secrets,
            PublicAddress address) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.signIns = signIns;
        this.browsers = browsers;
        this.secrets = secrets;
        this.address = address;
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
        var authentication = context.getAuthentication();
        switch (authentication == null ? null : authentication.getPrincipal()) {
            case SignedIn person -> begin(person.id(), Way.PASSWORD, request, response);
            case HalfSignedIn person ->
                replace(
                        request,
                        response,
                        () -> sessions.beginPending(
                                person.id(), Device.of(request).browser()));
            case null, default -> end(request, response);
        }
    }

    /// Begins a session of somebody who has just signed in.
    void begin(PersonId person, Way way, HttpServletRequest request, HttpServletResponse response) {
        String browser = Device.of(request).browser();
        replace(request, response, () -> {
            signIns.add(person, way, true, browser);
            return sessions.begin(person, browser, way);
        });
        meet(person, browser, request, response);
    }

    /// The same by a provider's word.
    void beginBy(
            String provider, String word, PersonId person, HttpServletRequest request, HttpServletResponse response) {
        String browser = Device.of(request).browser();
        var sealed = Bytes.of(secrets.seal(WORD, word.getBytes(StandardCharsets.UTF_8)));
        replace(request, response, () -> {
            signIns.add(person, Way.PROVIDER, true, browser);
            return sessions.begin(person, browser, new Sessions.ByProvider(provider, sealed));
        });
        meet(person, browser, request, response);
    }

    /// Knows the browser again, or tells the person that there is a new one.
    private void meet(PersonId person, String browser, HttpServletRequest request, HttpServletResponse response) {
        var known = cookie(request, BROWSER_NAME);
        String token = transactions.<String>as(SigningIn.TASK, () -> browsers.meet(person, known, browser));
        setCookie(response, BROWSER_NAME, token, isSecure(request), KnownBrowsers.REMEMBERED.toSeconds());
    }

    private void replace(HttpServletRequest request, HttpServletResponse response, Supplier<String> beginning) {
        String token = transactions.<String>as(SigningIn.TASK, () -> {
            token(request).ifPresent(sessions::end);
            return beginning.get();
        });
        setCookie(response, NAME, token, isSecure(request), -1);
    }

    private void end(HttpServletRequest request, HttpServletResponse response) {
        token(request).ifPresent(token -> transactions.run(SigningIn.TASK, () -> sessions.end(token)));
        setCookie(response, NAME, "", isSecure(request), 0);
    }

    /// Also where a proxy before us speaks TLS.
    private boolean isSecure(HttpServletRequest request) {
        return request.isSecure() || address.isSecure();
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return token(request).isPresent();
    }

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
