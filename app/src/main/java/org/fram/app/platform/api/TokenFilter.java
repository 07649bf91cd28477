package org.fram.app.platform.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fram.app.platform.identity.Hashes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/// Knows a program by the token that it shows, and lets it ask as often and as much as it may.
///
/// Source of how tokens are shown and refused: RFC 6750. Source of the headers about limits: the draft
/// `draft-ietf-httpapi-ratelimit-headers`.
final class TokenFilter extends OncePerRequestFilter {

    private static final Pattern BEARER = Pattern.compile("(?i)bearer +(\\S+) *");
    private static final long MILLISECONDS = 1_000;

    private final ApiTokens tokens;
    private final RateLimits limits;
    private final SecurityContextRepository requests;
    private final ProblemWords words;
    private final InstantSource clock;

    TokenFilter(
            ApiTokens tokens,
            RateLimits limits,
            SecurityContextRepository requests,
            ProblemWords words,
            InstantSource clock) {
        this.tokens = tokens;
        this.limits = limits;
        this.requests = requests;
        this.words = words;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable String shown = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (shown == null) {
            if (grants(response, "address", limits.stranger(request.getRemoteAddr()))) {
                // Whoever sees to authorization lets through what is for everybody.
                chain.doFilter(request, response);
            }
            return;
        }
        String secret = secret(shown);
        var found = find(secret, request.getRemoteAddr());
        if (found.isEmpty()) {
            if (grants(response, "address", limits.stranger(request.getRemoteAddr()))) {
                refuse(response, ProblemKind.UNKNOWN_TOKEN, "error=\"invalid_token\"");
            }
            return;
        }
        var token = found.get().token();
        if (!grants(response, "token", limits.token(Hashes.sha256(secret)))) {
            return;
        }
        if (token.expired(clock.instant())) {
            refuse(
                    response,
                    ProblemKind.EXPIRED_TOKEN,
                    "error=\"invalid_token\"",
                    token.expires().toString());
        } else if (!token.scopes().contains(needed(request))) {
            String scope = needed(request).code();
            refuse(
                    response,
                    ProblemKind.OUTSIDE_OF_SCOPE,
                    "error=\"insufficient_scope\", scope=\"%s\"".formatted(scope),
                    scope);
        } else if (found.get().person().passwordTemporary()) {
            words.write(response, ProblemKind.PASSWORD_FIRST);
        } else {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new TokenAuthentication(found.get()));
            SecurityContextHolder.setContext(context);
            requests.saveContext(context, request, response);
            chain.doFilter(request, response);
        }
    }

    /// What was shown, or empty where it has not the form of a token.
    static String secret(String shown) {
        var bearer = BEARER.matcher(shown);
        return bearer.matches() && TokenSecret.wellFormed(bearer.group(1)) ? bearer.group(1) : "";
    }

    private Optional<ApiTokens.Shown> find(String secret, String address) {
        // Whoever guesses too much is not even listened to.
        boolean listens = !secret.isEmpty() && (limits.knowsToken(Hashes.sha256(secret)) || !limits.exhausted(address));
        return listens ? tokens.find(secret) : Optional.empty();
    }

    private static Scope needed(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod())
                ? Scope.READ
                : Scope.WRITE;
    }

    private void refuse(HttpServletResponse response, ProblemKind kind, String why, Object... values)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"fram\", " + why);
        words.write(response, kind, values);
    }

    private boolean grants(HttpServletResponse response, String policy, RateLimits.Allowance allowance)
            throws IOException {
        long seconds = (allowance.untilNext().toMillis() + MILLISECONDS - 1) / MILLISECONDS;
        response.setHeader("RateLimit-Policy", "\"%s\";q=%d;w=60".formatted(policy, allowance.limit()));
        response.setHeader("RateLimit", "\"%s\";r=%d;t=%d".formatted(policy, allowance.remaining(), seconds));
        if (!allowance.granted()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, seconds)));
            words.write(response, ProblemKind.TOO_MANY, Math.max(1, seconds));
        }
        return allowance.granted();
    }
}
