package org.fram.app.testing;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.fram.app.platform.start.IdentitySettings;
import org.fram.app.platform.start.OpenIdProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/// A real server of OpenID Connect (Spring's) on loopback, with accounts of its own, at which people of tests sign in:
/// everybody with their e-mail address and [#PASSWORD].
public final class OidcServer {

    public static final String PASSWORD = "the other side";

    /// For whose addresses it answers.
    public static final String DOMAIN = "company.example";

    private static final String CLIENT = "fram";
    private static final String SECRET = "shared between both";
    private static final int PORT = freePort();
    private static final int CLOSED_PORT = freePort();

    private static @Nullable OidcServer theOne;

    /// What the next tokens say beside the truth.
    private volatile Consumer<JwtClaimsSet.Builder> lie = _ -> {};

    private OidcServer() {}

    /// The settings of an installation that knows it, and another one at which nobody is.
    static IdentitySettings settings() {
        return new IdentitySettings(
                null,
                List.of(
                        provider("company", "Company", PORT, true),
                        provider("elsewhere", "Elsewhere", CLOSED_PORT, false)));
    }

    private static OpenIdProvider provider(String id, String name, int port, boolean makesAccounts) {
        return new OpenIdProvider(id, name, issuer(port), CLIENT, SECRET, Set.of(DOMAIN), makesAccounts);
    }

    /// The issuer of the one that runs.
    public static URI issuer() {
        return issuer(PORT);
    }

    private static URI issuer(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// Starts it, once for all tests.
    public static synchronized OidcServer running() {
        var running = theOne;
        if (running == null) {
            running = new OidcServer();
            running.start();
            theOne = running;
        }
        return running;
    }

    /// Has the tokens say something else from now on.
    public void lie(Consumer<JwtClaimsSet.Builder> untruth) {
        lie = untruth;
    }

    public void tellTheTruth() {
        lie = _ -> {};
    }

    private void start() {
        var spring = new AnnotationConfigWebApplicationContext();
        spring.register(Setup.class);
        spring.addBeanFactoryPostProcessor(factory -> factory.registerSingleton("server", this));
        var tomcat = new Tomcat();
        try {
            tomcat.setBaseDir(Files.createTempDirectory(Files.createDirectories(TestFolder.of()), "oidc")
                    .toString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        tomcat.setPort(PORT);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        var context = tomcat.addContext("", null);
        context.addServletContainerInitializer(
                (_, servlets) -> {
                    spring.setServletContext(servlets);
                    spring.refresh();
                    servlets.addServlet("pages", new DispatcherServlet(spring)).addMapping("/");
                    servlets.addFilter("security", new DelegatingFilterProxy("springSecurityFilterChain", spring))
                            .addMappingForUrlPatterns(null, false, "/*");
                },
                null);
        try {
            tomcat.start();
        } catch (LifecycleException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Is found by nobody but [#start].
    @EnableWebSecurity
    @EnableWebMvc
    static class Setup {

        @Bean
        @Order(1)
        SecurityFilterChain protocol(HttpSecurity http) throws Exception {
            var server = new OAuth2AuthorizationServerConfigurer();
            return http.securityMatcher(server.getEndpointsMatcher())
                    .with(server, protocol -> protocol.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .exceptionHandling(refusals ->
                            refusals.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                    .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain pages(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        UserDetailsService everybody() {
            return name -> User.withUsername(name).password("{noop}" + PASSWORD).build();
        }

        @Bean
        RegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(RegisteredClient.withId(CLIENT)
                    .clientId(CLIENT)
                    .clientSecret("{noop}" + SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri(RunningApp.shared().address("/sign-in/with/company/return"))
                    .postLogoutRedirectUri(RunningApp.shared().address("/sign-in?out"))
                    .scopes(scopes -> scopes.addAll(Set.of("openid", "email", "profile")))
                    .clientSettings(ClientSettings.builder()
                            .requireProofKey(true)
                            .requireAuthorizationConsent(false)
                            .build())
                    .build());
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> words(OidcServer server) {
            return token -> {
                Authentication person = token.getPrincipal();
                if (person != null && token.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
                    String email = person.getName();
                    token.getClaims()
                            .claim("email", email)
                            .claim("email_verified", !email.startsWith("unverified"))
                            .claim("name", "Of the Company");
                    server.lie.accept(token.getClaims());
                }
            };
        }

        @Bean
        JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var pair = generator.generateKeyPair();
            return new ImmutableJWKSet<>(new JWKSet(new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey((RSAPrivateKey) pair.getPrivate())
                    .keyID(UUID.randomUUID().toString())
                    .build()));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder()
                    .issuer(OidcServer.issuer().toString())
                    .build();
        }
    }
}
