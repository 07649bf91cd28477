package org.fram.app.platform.api;

import java.util.List;
import java.util.Optional;
import org.fram.app.platform.access.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/// A program that acts as a person, as Spring Security knows it.
final class TokenAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient SignedIn person;
    private final transient ApiToken token;

    TokenAuthentication(ApiTokens.Shown shown) {
        super(List.of());
        this.person = shown.person();
        this.token = shown.token();
        setAuthenticated(true);
    }

    /// That of the request at hand; empty where no program asks.
    static Optional<TokenAuthentication> current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof TokenAuthentication known
                ? Optional.of(known)
                : Optional.empty();
    }

    ApiToken token() {
        return token;
    }

    SignedIn person() {
        return person;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public Object getPrincipal() {
        return person;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TokenAuthentication that && token.equals(that.token);
    }

    @Override
    public int hashCode() {
        return token.hashCode();
    }
}
