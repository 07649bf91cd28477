package org.fram.app.platform.pages;

import fram.pages.app.StaticTemplates;
import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.CacheControl;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Templates, what controllers may ask for, and where assets are.
@Configuration(proxyBeanMethods = false)
class PagesSetup implements WebMvcConfigurer {

    private final Frames frames;

    PagesSetup(Frames frames) {
        this.frames = frames;
    }

    @Bean
    static Templates templates() {
        return new StaticTemplates();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Argument<>(Frame.class, frames::of));
        resolvers.add(new Argument<>(SignedIn.class, _ -> signedIn()));
        resolvers.add(new Argument<>(Actor.Person.class, _ -> signedIn().actor()));
    }

    /// Enums come as their codes.
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(new CodeConverters());
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // The version is part of the path.
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/_static/**")
                .addResourceLocations("classpath:/META-INF/resources/_static/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic());
    }

    private static SignedIn signedIn() {
        var person = Frames.signedIn();
        if (person == null) {
            throw new IllegalStateException("A page for everyone asks who is signed in.");
        }
        return person;
    }

    /// An argument of a controller's method that is known from the request.
    private record Argument<T>(Class<T> type, Function<HttpServletRequest, T> value)
            implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == type;
        }

        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            var servletRequest = request.getNativeRequest(HttpServletRequest.class);
            return servletRequest == null ? null : value.apply(servletRequest);
        }
    }
}
