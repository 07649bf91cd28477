package org.fram.app.platform.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.fram.app.platform.files.UploadFilter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// Which addresses everyone may ask for, and what browsers are told to allow pages.
@Configuration(proxyBeanMethods = false)
class Security {

    /// Only what comes from here is run, styled or shown; nothing inline, no frames, no forms to elsewhere.
    /// Pictures inside of style sheets are addresses that begin with `data:`.
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            SignInProvider provider,
            SessionCookie sessions,
            LeavingProvider leaving,
            WayBack wayBack,
            UploadFilter uploads,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems)
            throws Exception {
        // A token in a cookie rather than in the session: whoever only looks at the sign-in page needs no
        // session.
        var csrfTokens = new CookieCsrfTokenRepository();
        csrfTokens.setHeaderName("X-CSRF-TOKEN");
        csrfTokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return http.authenticationProvider(provider)
                .securityContext(context -> context.securityContextRepository(sessions))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens))
                .addFilterBefore(uploads, CsrfFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/sign-in",
                                SecondStepController.ADDRESS,
                                PasskeySignInController.ADDRESS,
                                PasskeySignInController.ADDRESS + "/options",
                                ProviderSignInController.ADDRESS + "/**",
                                "/first-administrator",
                                "/enter",
                                "/recovery",
                                "/guest",
                                "/guest/document",
                                "/calendar/feed.ics",
                                "/health/*",
                                "/metrics",
                                "/webjars/**",
                                "/_static/**",
                                "/assets/**",
                                "/error")
                        .permitAll()
                        .requestMatchers("/people", "/people/**", "/mail", "/mail/**")
                        .hasAuthority("administrator")
                        .anyRequest()
                        .authenticated())
                // Whoever follows a link of a mail is led there once they have signed in.
                .requestCache(cache -> cache.requestCache(wayBack.cache()))
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("email")
                        .passwordParameter("password")
                        .authenticationDetailsSource(Device::of)
                        .successHandler((request, response, authentication) ->
                                response.sendRedirect(whereTo(wayBack, request, response, authentication)))
                        .failureHandler(Security::refuse))
                .logout(logout ->
                        logout.logoutUrl("/sign-out").addLogoutHandler(leaving).logoutSuccessHandler(leaving))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(askingToSignIn())
                        .accessDeniedHandler((request, response, refusal) -> {
                            if (isSentByPage(request) && nobodyIsSignedIn()) {
                                response.setStatus(HttpStatus.UNAUTHORIZED.value());
                            } else {
                                explain(problems, request, response, refusal);
                            }
                        }))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(), microphone=(), geolocation=(), payment=()")))
                .build();
    }

    /// It stands among the filters of security, and not a second time before them.
    @Bean
    static FilterRegistrationBean<UploadFilter> uploadsOnlyWithinSecurity(UploadFilter uploads) {
        var registration = new FilterRegistrationBean<>(uploads);
        registration.setEnabled(false);
        return registration;
    }

    /// Leads to the page for signing in. What a page sends by itself is told so instead, as that page stays.
    private static AuthenticationEntryPoint askingToSignIn() {
        var leading = new LoginUrlAuthenticationEntryPoint("/sign-in");
        return (request, response, refusal) -> {
            if (isSentByPage(request)) {
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
            } else {
                leading.commence(request, response, refusal);
            }
        };
    }

    private static boolean isSentByPage(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    /// A page that is older than somebody's signing out has a token that is too old as well.
    private static boolean nobodyIsSignedIn() {
        return SecurityContextHolder.getContext().getAuthentication() == null;
    }

    /// Shows the same page for what is refused here as for what an act refuses.
    private static void explain(
            HandlerExceptionResolver problems,
            HttpServletRequest request,
            HttpServletResponse response,
            AccessDeniedException refusal)
            throws ServletException {
        var answer = problems.resolveException(request, response, null, refusal);
        var page = answer == null ? null : answer.getView();
        if (answer == null || page == null) {
            throw refusal;
        }
        try {
            page.render(answer.getModel(), request, response);
        } catch (Exception failure) {
            throw new ServletException(failure);
        }
    }

    private static String whereTo(
            WayBack wayBack, HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        return authentication.getPrincipal() instanceof HalfSignedIn
                ? SecondStepController.ADDRESS
                : wayBack.take(request, response);
    }

    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        response.sendRedirect(failure instanceof LockedException ? "/sign-in?too-often" : "/sign-in?refused");
    }
}
