package org.fram.app.platform.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fram.app.platform.access.LostDatabase;
import org.fram.app.platform.access.NotAllowedException;
import org.fram.app.platform.access.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// What went wrong, to programs. Nothing of an exception is shown: a fault of ours gets a number that is in
/// the log.
@Component
class ApiProblems implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    private final ProblemWords words;

    ApiProblems(ProblemWords words) {
        this.words = words;
    }

    /// Before those that answer with pages.
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        // What the database's absence means is said further out.
        if (!Api.asks(request) || LostDatabase.explains(failure) || response.isCommitted()) {
            return null;
        }
        try {
            words.write(response, problem(request, response, failure));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return new ModelAndView();
    }

    private Problem problem(HttpServletRequest request, HttpServletResponse response, Exception failure) {
        return switch (failure) {
            case ProblemException known -> {
                var version = known.version();
                if (version != null) {
                    response.setHeader(HttpHeaders.ETAG, Version.tag(version));
                }
                yield known.of(words);
            }
            case NotFoundException _, NoHandlerFoundException _, NoResourceFoundException _ ->
                words.problem(ProblemKind.NOT_FOUND);
            case NotAllowedException _ -> words.problem(ProblemKind.NOT_ALLOWED);
            case MethodArgumentTypeMismatchException wrong ->
                wrong.getParameter().hasParameterAnnotation(PathVariable.class)
                        ? words.problem(ProblemKind.NOT_FOUND)
                        : words.problem(ProblemKind.NOT_UNDERSTOOD, wrong.getName());
            case MissingServletRequestParameterException missing ->
                words.problem(ProblemKind.NOT_UNDERSTOOD, missing.getParameterName());
            case HttpMessageNotReadableException _ -> words.problem(ProblemKind.NOT_UNDERSTOOD, "body");
            case HttpRequestMethodNotSupportedException wrong -> {
                var methods =
                        Objects.requireNonNullElse(wrong.getSupportedHttpMethods(), java.util.Set.<HttpMethod>of());
                String allowed = methods.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
                response.setHeader(HttpHeaders.ALLOW, allowed);
                yield words.problem(ProblemKind.METHOD_NOT_ALLOWED, wrong.getMethod(), allowed);
            }
            case HttpMediaTypeNotAcceptableException wrong ->
                words.problem(ProblemKind.NOT_ACCEPTABLE, MediaType.toString(wrong.getSupportedMediaTypes()));
            case HttpMediaTypeNotSupportedException wrong -> {
                String supported = MediaType.toString(wrong.getSupportedMediaTypes());
                response.setHeader(HttpHeaders.ACCEPT, supported);
                yield words.problem(ProblemKind.MEDIA_TYPE, supported);
            }
            default -> {
                String number = UUID.randomUUID().toString();
                LOG.error("Fault {} at {} {}", number, request.getMethod(), request.getRequestURI(), failure);
                yield words.problem(ProblemKind.FAULT, number);
            }
        };
    }
}
