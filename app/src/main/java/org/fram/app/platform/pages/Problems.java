package org.fram.app.platform.pages;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.fram.app.platform.access.LostDatabase;
import org.fram.app.platform.access.NotAllowedException;
import org.fram.app.platform.access.NotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// What went wrong, as a page. Nothing of an exception is shown: a fault of ours gets a number that is in
/// the log.
@ControllerAdvice
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Templates templates;
    private final Frames frames;

    Problems(Templates templates, Frames frames) {
        this.templates = templates;
        this.frames = frames;
    }

    @ExceptionHandler({
        NotFoundException.class,
        NoHandlerFoundException.class,
        NoResourceFoundException.class,
        MethodArgumentTypeMismatchException.class
    })
    View notFound(HttpServletRequest request, HttpServletResponse response) {
        return page(request, response, HttpStatus.NOT_FOUND, "notFound");
    }

    @ExceptionHandler({NotAllowedException.class, AccessDeniedException.class})
    View notAllowed(HttpServletRequest request, HttpServletResponse response) {
        return page(request, response, HttpStatus.FORBIDDEN, "notAllowed");
    }

    @ExceptionHandler(CsrfException.class)
    View tooOld(HttpServletRequest request, HttpServletResponse response) {
        return page(request, response, HttpStatus.FORBIDDEN, "tooOld");
    }

    @ExceptionHandler({MissingServletRequestParameterException.class, HttpRequestMethodNotSupportedException.class})
    View notUnderstood(HttpServletRequest request, HttpServletResponse response) {
        return page(request, response, HttpStatus.BAD_REQUEST, "notUnderstood");
    }

    @ExceptionHandler(Exception.class)
    View fault(HttpServletRequest request, HttpServletResponse response, Exception fault) throws Exception {
        if (LostDatabase.explains(fault)) {
            throw fault;
        }
        String number = UUID.randomUUID().toString();
        LOG.error("Fault {} at {} {}", number, request.getMethod(), request.getRequestURI(), fault);
        return page(request, response, HttpStatus.INTERNAL_SERVER_ERROR, "fault", number);
    }

    private View page(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String kind,
            Object... values) {
        response.setStatus(status.value());
        var frame = frames.of(request);
        return Pages.html(templates.pagesProblem(
                frame,
                frame.text("platform.problem.%s.title".formatted(kind)),
                frame.text("platform.problem.%s.advice".formatted(kind), values)));
    }
}
