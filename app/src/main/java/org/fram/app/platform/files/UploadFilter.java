package org.fram.app.platform.files;

import fram.pages.app.Templates;
import gg.jte.output.StringOutput;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.fram.app.platform.pages.Frames;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Reads the parts of an uploaded form before anything asks for one of them, so that what cannot be taken is answered
/// with a page that says why. Takes none from strangers.
///
/// It stands behind the filter that knows who is signed in and before the one that looks for the form's token; whoever
/// sets up security puts it there.
@Component
public class UploadFilter extends OncePerRequestFilter {

    private static final int INSUFFICIENT_STORAGE = 507;

    private final Templates templates;
    private final Frames frames;
    private final UploadLimits limits;

    UploadFilter(Templates templates, Frames frames, UploadLimits limits) {
        this.templates = templates;
        this.frames = frames;
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isUpload(request)) {
            chain.doFilter(request, response);
        } else if (frames.isStranger()) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (request.getContentLengthLong() > limits.mostBytesOfARequest()) {
            refuse(request, response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "files.problem.tooLarge");
        } else if (read(request, response)) {
            chain.doFilter(request, response);
        }
    }

    private boolean read(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            request.getParts();
            return true;
        } catch (IllegalStateException _) {
            refuse(request, response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "files.problem.tooLarge");
        } catch (IOException failure) {
            if (DiskFull.explains(failure)) {
                refuse(request, response, INSUFFICIENT_STORAGE, "files.problem.diskFull");
            } else if (!response.isCommitted()) {
                // The browser has gone, or sent something that is no form.
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            }
        }
        return false;
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, int status, String problem)
            throws IOException {
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        var frame = frames.of(request);
        var page = new StringOutput();
        templates
                .pagesProblem(
                        frame,
                        frame.text(problem + ".title"),
                        frame.text(
                                problem + ".advice", limits.mostMegabytesOfAFile(), limits.mostMegabytesOfARequest()))
                .render(page);
        response.getWriter().write(page.toString());
    }

    private static boolean isUpload(HttpServletRequest request) {
        @Nullable String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }
}
