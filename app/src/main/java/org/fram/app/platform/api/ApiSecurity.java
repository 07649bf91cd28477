package org.fram.app.platform.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Who is let in below `/api/v1`: whoever shows a token. Cookies mean nothing here, so no other site can
/// misuse them, and tokens mean nothing elsewhere.
@Configuration(proxyBeanMethods = false)
class ApiSecurity implements WebMvcConfigurer, HandlerInterceptor {

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain programs(
            HttpSecurity http,
            ApiTokens tokens,
            RateLimits limits,
            Answers answers,
            Transactions transactions,
            ProblemWords words,
            InstantSource clock)
            throws Exception {
        // What is streamed comes through here a second time, and is known by its request.
        var requests = new RequestAttributeSecurityContextRepository();
        return http.securityMatcher(Api.ROOT, Api.ROOT + "/**")
                .securityContext(context -> context.securityContextRepository(requests))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(all -> all.requestMatchers(Api.DESCRIPTION)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint((_, response, _) -> askForToken(response, words)))
                .addFilterBefore(new TokenFilter(tokens, limits, requests, words, clock), AuthorizationFilter.class)
                .addFilterAfter(new RequestBodies(words), AuthorizationFilter.class)
                .addFilterAfter(new SameAnswer(transactions, answers, words), RequestBodies.class)
                .headers(headers -> headers.contentSecurityPolicy(
                        csp -> csp.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
                .build();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(Api.ROOT + "/**");
    }

    /// To a token that is for other engagements, this one is not there.
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get("engagement") instanceof String engagement) {
            var asks = TokenAuthentication.current().orElseThrow(NotFoundException::new);
            if (!asks.token().covers(id(engagement))) {
                throw new NotFoundException();
            }
        }
        return true;
    }

    private static EngagementId id(String text) {
        try {
            return EngagementId.of(text);
        } catch (IllegalArgumentException _) {
            throw new NotFoundException();
        }
    }

    private static void askForToken(HttpServletResponse response, ProblemWords words) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"fram\"");
        words.write(response, ProblemKind.NO_TOKEN);
    }
}
