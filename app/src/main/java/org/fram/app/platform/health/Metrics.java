package org.fram.app.platform.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/// What is measured all the time: the virtual machine, the pool of connections, and how long requests take.
@Configuration(proxyBeanMethods = false)
class Metrics {

    @Bean
    static PrometheusMeterRegistry meterRegistry() {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        List.of(
                        new ClassLoaderMetrics(),
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ProcessorMetrics(),
                        new UptimeMetrics())
                .forEach(binder -> binder.bindTo(registry));
        return registry;
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static OncePerRequestFilter requestTimer(MeterRegistry registry) {
        return new RequestTimer(registry);
    }

    /// Times each request by its route, as `/engagements/{id}`, so that no address of a person or thing
    /// gets in.
    private static final class RequestTimer extends OncePerRequestFilter {

        private final MeterRegistry registry;

        RequestTimer(MeterRegistry registry) {
            this.registry = registry;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            long began = System.nanoTime();
            try {
                chain.doFilter(request, response);
            } finally {
                Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
                Timer.builder("http.server.requests")
                        .tag("method", request.getMethod())
                        .tag("route", route == null ? "none" : route.toString())
                        .tag("status", String.valueOf(response.getStatus()))
                        .register(registry)
                        .record(Duration.ofNanos(System.nanoTime() - began));
            }
        }
    }
}
