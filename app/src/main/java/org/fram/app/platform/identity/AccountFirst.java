package org.fram.app.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.fram.app.platform.access.SignedIn;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Leads whoever has to put their account in order to where they do: whoever still has a first password, which somebody
/// else knows, chooses their own, and whoever lacks a second factor that is required sets one up. They see no other
/// page until they have.
@Configuration(proxyBeanMethods = false)
class AccountFirst implements WebMvcConfigurer, HandlerInterceptor {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .excludePathPatterns(
                        AccountController.ADDRESS,
                        AccountController.ADDRESS + "/**",
                        "/assets/**",
                        "/webjars/**",
                        "/health/*",
                        "/error");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn person) {
            if (person.passwordTemporary()) {
                response.sendRedirect(AccountController.ADDRESS);
                return false;
            }
            if (person.secondFactorMissing()) {
                response.sendRedirect(SecondFactorController.ADDRESS);
                return false;
            }
        }
        return true;
    }
}
