package org.fram.app.platform.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fram.app.platform.access.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// Sees to it that a write which is sent again under its `Idempotency-Key` happens once, and is answered as
/// it was.
final class SameAnswer extends OncePerRequestFilter {

    // 1. The write and its answer are stored in one transaction, so that neither is there without the other, whenever
    // the
    //    program is killed. Acts that open a transaction of the same person join this one.
    // 2. Nothing is sent before that transaction is committed.
    // 3. Only what was done is kept. A write that was refused has changed nothing and may be tried again under its key.

    static final String HEADER = "Idempotency-Key";

    private static final String REPLAYED = "Idempotency-Replayed";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final int FIRST_STATUS_OF_FAILURE = 300;
    private static final List<String> KEPT = List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.ETAG, HttpHeaders.LOCATION);

    private final Transactions transactions;
    private final Answers answers;
    private final ProblemWords words;

    SameAnswer(Transactions transactions, Answers answers, ProblemWords words) {
        this.transactions = transactions;
        this.answers = answers;
        this.words = words;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null
                || HttpMethod.GET.matches(request.getMethod())
                || HttpMethod.HEAD.matches(request.getMethod())
                || TokenAuthentication.current().isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = Objects.requireNonNullElse(request.getHeader(HEADER), "");
        if (!KEY.matcher(key).matches()) {
            words.write(response, ProblemKind.NOT_UNDERSTOOD, HEADER);
            return;
        }
        var asks = TokenAuthentication.current().orElseThrow();
        var question = new Answers.Question(asks.token().id(), asks.token().person(), key, hash(request));
        var written = new ContentCachingResponseWrapper(response);
        Came came;
        try {
            came = transactions.<Came>as(asks.person().actor(), () -> answer(question, request, written, chain));
        } catch (NothingDone nothing) {
            came = nothing.came;
        }
        switch (came) {
            case Came.Answered() -> written.copyBodyToResponse();
            case Came.Again(var answer) -> replay(answer, response);
            case Came.UnderWay() -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, "1");
                words.write(response, ProblemKind.UNDER_WAY);
            }
            case Came.Other() -> words.write(response, ProblemKind.KEY_REUSED);
            case Came.Failed(var failure) -> rethrow(failure);
        }
    }

    /// What came of it.
    private sealed interface Came {

        record Answered() implements Came {}

        record Again(Answers.Answer answer) implements Came {}

        /// The first one is still being answered.
        record UnderWay() implements Came {}

        /// The key belongs to another request.
        record Other() implements Came {}

        record Failed(Exception failure) implements Came {}
    }

    private Came answer(
            Answers.Question question,
            HttpServletRequest request,
            ContentCachingResponseWrapper written,
            FilterChain chain) {
        if (!answers.begin(question)) {
            return new Came.UnderWay();
        }
        var known = answers.find(question);
        if (known.isPresent()) {
            return known.get().request().equals(question.request()) ? new Came.Again(known.get()) : new Came.Other();
        }
        try {
            chain.doFilter(request, written);
        } catch (IOException | ServletException | RuntimeException failure) {
            throw new NothingDone(new Came.Failed(failure));
        }
        if (written.getStatus() >= FIRST_STATUS_OF_FAILURE) {
            throw new NothingDone(new Came.Answered());
        }
        answers.keep(question, written.getStatus(), headers(written), written.getContentAsByteArray());
        return new Came.Answered();
    }

    private static Map<String, String> headers(HttpServletResponse response) {
        var headers = new TreeMap<String, String>();
        for (String name : KEPT) {
            @Nullable
            String value = name.equals(HttpHeaders.CONTENT_TYPE) ? response.getContentType() : response.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return headers;
    }

    private static void replay(Answers.Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setHeader(REPLAYED, "true");
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static void rethrow(Exception failure) throws ServletException, IOException {
        switch (failure) {
            case IOException io -> throw io;
            case ServletException servlet -> throw servlet;
            case RuntimeException runtime -> throw runtime;
            default -> throw new ServletException(failure);
        }
    }

    /// Of all that decides what is done: method, address, the version that was seen, and what was sent.
    private static String hash(HttpServletRequest request) throws IOException {
        var all = new ByteArrayOutputStream();
        for (String part : Stream.of(
                        request.getMethod(),
                        request.getRequestURI(),
                        request.getQueryString(),
                        request.getHeader(HttpHeaders.IF_MATCH),
                        request.getContentType())
                .map(part -> part == null ? "" : part)
                .toList()) {
            all.write(part.getBytes(StandardCharsets.UTF_8));
            all.write('\n');
        }
        if (request instanceof RequestBodies.Taken taken) {
            all.write(taken.body());
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all.toByteArray()));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java has SHA-256.", absent);
        }
    }

    /// Rolls back.
    private static final class NothingDone extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Came came;

        private NothingDone(Came came) {
            super("Nothing is to be stored.", null, false, false);
            this.came = came;
        }
    }
}
