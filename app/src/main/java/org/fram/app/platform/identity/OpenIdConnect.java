package org.fram.app.platform.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.fram.app.platform.start.OpenIdProvider;
import org.fram.app.platform.start.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The talk with providers: authorization code, with PKCE and a nonce.
///
/// Source: OpenID Connect Core 1.0, sections 3.1 and 5; RFC 7636. What a provider is (its addresses, its keys) it says
/// itself, and is asked again every hour.
@Component
class OpenIdConnect {

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdConnect.class);

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration KNOWN_FOR = Duration.ofHours(1);
    private static final int SERVER_ERROR = 500;
    private static final int LARGEST_KEYS = 512 * 1024;

    /// Clocks may differ by so much.
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final PublicAddress address;
    private final InstantSource clock;

    OpenIdConnect(PublicAddress address, InstantSource clock) {
        this.address = address;
        this.clock = clock;
    }

    /// What a provider says about somebody.
    ///
    /// @param email that it has verified, or empty
    /// @param name or empty
    /// @param word the token that says it
    record Word(String issuer, String subject, String email, String name, String word) {

        @Override
        public String toString() {
            return "Word[…]";
        }
    }

    /// A provider cannot be reached, or does not speak as it should.
    static final class ProviderDownException extends Exception {

        ProviderDownException(Throwable cause) {
            super("The provider cannot be reached.", cause);
        }
    }

    /// What came is not believed: it is expired, signed by somebody else, for somebody else, or of another time.
    static final class NotBelievedException extends Exception {

        NotBelievedException(@Nullable Throwable cause) {
            super("The provider's word is not believed.", cause);
        }
    }

    private record Known(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, Instant since) {}

    /// Where a browser goes to sign in.
    URI wayThere(OpenIdProvider provider, State state, Nonce nonce, CodeVerifier verifier)
            throws ProviderDownException {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope("openid", "email", "profile"),
                        new ClientID(provider.client()),
                        wayBack(provider))
                .endpointURI(known(provider).metadata().getAuthorizationEndpointURI())
                .state(state)
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /// Where the provider sends it back to.
    URI wayBack(OpenIdProvider provider) {
        return URI.create(address.of(ProviderSignInController.ADDRESS + "/" + provider.id() + "/return"));
    }

    /// Where a browser goes to sign out there too; empty where the provider has no such page, or is not known now.
    Optional<URI> wayOut(OpenIdProvider provider, String word) {
        var here = known.get(provider.id());
        URI end = here == null ? null : here.metadata().getEndSessionEndpointURI();
        if (end == null) {
            return Optional.empty();
        }
        try {
            JWT token = JWTParser.parse(word);
            return Optional.of(
                    new LogoutRequest(end, token, URI.create(address.of("/sign-in?out")), new State()).toURI());
        } catch (java.text.ParseException noToken) {
            return Optional.empty();
        }
    }

    /// Exchanges the code that a browser brought back for the provider's word.
    Word word(OpenIdProvider provider, String code, String nonce, String verifier)
            throws ProviderDownException, NotBelievedException {
        var there = known(provider);
        var tokens = tokens(provider, there, code, verifier).getOIDCTokens();
        IDTokenClaimsSet claims;
        try {
            claims = validator(provider, there).validate(tokens.getIDToken(), new Nonce(nonce));
        } catch (BadJOSEException | JOSEException wrong) {
            LOG.warn("The word of provider {} is not believed: {}", provider.id(), wrong.getMessage());
            throw new NotBelievedException(wrong);
        }
        String subject = claims.getSubject().getValue();
        ClaimsSet more = claims.getStringClaim("email") != null
                ? claims
                : userInfo(there, subject, tokens.getAccessToken()).orElse(claims);
        String email = more.getStringClaim("email");
        String name = more.getStringClaim("name");
        return new Word(
                claims.getIssuer().getValue(),
                subject,
                email != null && isTrue(more.getClaim("email_verified")) ? People.normal(email) : "",
                name == null ? "" : name.strip(),
                tokens.getIDTokenString());
    }

    /// Some providers write it as text.
    private static boolean isTrue(@Nullable Object claim) {
        return claim != null && "true".equals(claim.toString());
    }

    private OIDCTokenResponse tokens(OpenIdProvider provider, Known there, String code, String verifier)
            throws ProviderDownException, NotBelievedException {
        var grant =
                new AuthorizationCodeGrant(new AuthorizationCode(code), wayBack(provider), new CodeVerifier(verifier));
        var endpoint = there.metadata().getTokenEndpointURI();
        var client = new ClientID(provider.client());
        var methods = there.metadata().getTokenEndpointAuthMethods();
        TokenRequest.Builder request;
        if (provider.secret().isEmpty()) {
            request = new TokenRequest.Builder(endpoint, client, grant);
        } else if (methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)) {
            request = new TokenRequest.Builder(
                    endpoint, new ClientSecretBasic(client, new Secret(provider.secret())), grant);
        } else {
            request = new TokenRequest.Builder(
                    endpoint, new ClientSecretPost(client, new Secret(provider.secret())), grant);
        }
        try {
            var response = OIDCTokenResponseParser.parse(send(request.build().toHTTPRequest()));
            if (response.indicatesSuccess()
                    && response.toSuccessResponse() instanceof OIDCTokenResponse tokens
                    && tokens.getOIDCTokens().getIDToken() != null) {
                return tokens;
            }
            LOG.warn("Provider {} gives no token for a code", provider.id());
            throw new NotBelievedException(null);
        } catch (ParseException malformed) {
            throw new ProviderDownException(malformed);
        }
    }

    /// What the provider says beside the token. It has to be about the same person.
    private Optional<ClaimsSet> userInfo(Known there, String subject, AccessToken token)
            throws ProviderDownException, NotBelievedException {
        var endpoint = there.metadata().getUserInfoEndpointURI();
        if (endpoint == null) {
            return Optional.empty();
        }
        try {
            var response = UserInfoResponse.parse(send(new UserInfoRequest(endpoint, token).toHTTPRequest()));
            if (!response.indicatesSuccess()) {
                return Optional.empty();
            }
            var said = response.toSuccessResponse().getUserInfo();
            if (said == null) {
                return Optional.empty();
            }
            if (!said.getSubject().getValue().equals(subject)) {
                throw new NotBelievedException(null);
            }
            return Optional.of(said);
        } catch (ParseException malformed) {
            throw new ProviderDownException(malformed);
        }
    }

    private static HTTPResponse send(HTTPRequest request) throws ProviderDownException {
        request.setConnectTimeout(Math.toIntExact(PATIENCE.toMillis()));
        request.setReadTimeout(Math.toIntExact(PATIENCE.toMillis()));
        request.setFollowRedirects(false);
        try {
            var response = request.send();
            if (response.getStatusCode() >= SERVER_ERROR) {
                throw new IOException("It answered " + response.getStatusCode() + ".");
            }
            return response;
        } catch (IOException unreachable) {
            throw new ProviderDownException(unreachable);
        }
    }

    private static IDTokenValidator validator(OpenIdProvider provider, Known there) {
        // Signed by a key of the provider's own; the shared secret is no such key.
        var algorithms = new HashSet<JWSAlgorithm>(JWSAlgorithm.Family.SIGNATURE);
        List<JWSAlgorithm> announced = there.metadata().getIDTokenJWSAlgs();
        if (announced != null) {
            algorithms.retainAll(Set.copyOf(announced));
        }
        var validator = new IDTokenValidator(
                there.metadata().getIssuer(),
                new ClientID(provider.client()),
                new JWSVerificationKeySelector<>(algorithms, there.keys()),
                null);
        validator.setMaxClockSkew(Math.toIntExact(SKEW.toSeconds()));
        return validator;
    }

    private Known known(OpenIdProvider provider) throws ProviderDownException {
        var here = known.get(provider.id());
        if (here != null && here.since().isAfter(clock.instant().minus(KNOWN_FOR))) {
            return here;
        }
        int patience = Math.toIntExact(PATIENCE.toMillis());
        try {
            var metadata =
                    OIDCProviderMetadata.resolve(new Issuer(provider.issuer().toString()), patience, patience);
            JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                            metadata.getJWKSetURI().toURL(),
                            new DefaultResourceRetriever(patience, patience, LARGEST_KEYS))
                    .build();
            var found = new Known(metadata, keys, clock.instant());
            known.put(provider.id(), found);
            return found;
        } catch (GeneralException | IOException | IllegalArgumentException unreachable) {
            LOG.warn("Provider {} does not say what it is: {}", provider.id(), unreachable.getMessage());
            if (here != null) {
                // What it said an hour ago still holds, most likely.
                return here;
            }
            throw new ProviderDownException(unreachable);
        }
    }
}
