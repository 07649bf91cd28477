package org.fram.app.platform.pages;

import fram.pages.app.Templates;
import gg.jte.output.StringOutput;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fram.app.platform.access.LostDatabase;
import org.fram.app.platform.start.RunningDatabase;
import org.fram.postgres.PostgresException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/// Answers with a page, and 503, while the database cannot be reached. It stands before sessions and
/// everything else that asks the database.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseLost extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseLost.class);
    private static final String SECONDS_TO_RETRY = "5";

    /// Below this address programs ask.
    private static final String PROGRAMS = "/api/v1/";

    private final Templates templates;
    private final Frames frames;
    private final RunningDatabase database;
    private final AtomicBoolean reviving = new AtomicBoolean();

    DatabaseLost(Templates templates, Frames frames, RunningDatabase database) {
        this.templates = templates;
        this.frames = frames;
        this.database = database;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            if (!LostDatabase.explains(failure) || response.isCommitted()) {
                throw failure;
            }
            LOG.warn("The database cannot be reached: {}", rootMessage(failure));
            revive();
            response.reset();
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_RETRY);
            var frame = frames.ofStranger(request);
            if (request.getRequestURI().startsWith(PROGRAMS)) {
                tellProgram(frame, response);
                return;
            }
            response.setContentType("text/html;charset=UTF-8");
            var page = new StringOutput();
            templates
                    .pagesProblem(
                            frame,
                            frame.text("platform.problem.databaseLost.title"),
                            frame.text("platform.problem.databaseLost.advice"))
                    .render(page);
            response.getWriter().write(page.toString());
        }
    }

    /// Programs get the same as JSON (RFC 9457).
    private static void tellProgram(Frame frame, HttpServletResponse response) throws IOException {
        response.setContentType("application/problem+json");
        var problem = JsonMapper.shared().createObjectNode();
        problem.put("type", "urn:fram:problem:database-lost")
                .put("title", frame.text("platform.problem.databaseLost.title"))
                .put("status", HttpServletResponse.SC_SERVICE_UNAVAILABLE)
                .put("detail", frame.text("platform.problem.databaseLost.advice"));
        response.getOutputStream().write(JsonMapper.shared().writeValueAsBytes(problem));
    }

    /// Has the database started again in the background, unless that is under way.
    private void revive() {
        if (reviving.compareAndSet(false, true)) {
            Thread.ofVirtual().start(() -> {
                try {
                    database.revive();
                } catch (PostgresException failure) {
                    LOG.error("The database cannot be started again", failure);
                } finally {
                    reviving.set(false);
                }
            });
        }
    }

    private static String rootMessage(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
