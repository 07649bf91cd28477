package org.fram.app.platform.identity;

import java.util.List;
import org.fram.app.platform.access.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/// [SigningIn], as Spring Security asks for it.
@Component
class SignInProvider implements AuthenticationProvider {

    private final SigningIn signingIn;

    SignInProvider(SigningIn signingIn) {
        this.signingIn = signingIn;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var device = attempt.getDetails() instanceof Device given ? given : new Device("unknown", "");
        String password = attempt.getCredentials() instanceof String given ? given : "";
        return switch (signingIn.signIn(attempt.getName(), password, device)) {
            case SigningIn.Outcome.Welcome(var person) -> authentication(person);
            case SigningIn.Outcome.CodeAwaited(var id, var name) -> half(new HalfSignedIn(id, name));
            case SigningIn.Outcome.Refused() -> throw new BadCredentialsException("refused");
            case SigningIn.Outcome.TooOften() -> throw new LockedException("too often");
        };
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    /// Somebody whose code is awaited: a principal that no page knows.
    private static Authentication half(HalfSignedIn person) {
        @Nullable Object noCredentials = null;
        return UsernamePasswordAuthenticationToken.authenticated(person, noCredentials, List.of());
    }

    /// A person as Spring Security knows them. Roles are per engagement and asked of the database; the one
    /// authority is that of administrators.
    static Authentication authentication(SignedIn person) {
        @Nullable Object noCredentials = null;
        return UsernamePasswordAuthenticationToken.authenticated(
                person,
                noCredentials,
                person.administrator() ? AuthorityUtils.createAuthorityList("administrator") : List.of());
    }
}
