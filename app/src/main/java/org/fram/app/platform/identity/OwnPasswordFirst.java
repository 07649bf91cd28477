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

/// Leads whoever still has a first password, which somebody else knows, to the page where they choose their
/// own. They see no other page until they have.
@Configuration(proxyBeanMethods = false)
class OwnPasswordFirst implements WebMvcConfigurer, HandlerInterceptor {

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
        if (authentication != null
                && authentication.getPrincipal() instanceof SignedIn person
                && person.passwordTemporary()) {
            response.sendRedirect(AccountController.ADDRESS);
            return false;
        }
        return true;
    }
}
