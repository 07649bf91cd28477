package org.fram.app.guests.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fram.app.guests.AnsweringLink;
import org.fram.app.guests.AnsweringLink.Outcome;
import org.fram.app.guests.AnsweringLink.Said;
import org.fram.app.guests.AnsweringLink.Word;
import org.fram.app.guests.Statement;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.files.ContentStore;
import org.fram.app.platform.pages.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What a guest sees. Whoever has the link is the guest, signed in or not.
@Controller
@RequestMapping("/guest")
class GuestController {

    private static final String SAYS = "says-";
    private static final String REASON = "reason-";
    private static final String FROM = "from-";
    private static final String UNTIL = "until-";

    private final AnsweringLink answering;
    private final ContentStore contents;
    private final Templates templates;

    GuestController(AnsweringLink answering, ContentStore contents, Templates templates) {
        this.answering = answering;
        this.contents = contents;
        this.templates = templates;
    }

    @GetMapping
    View look(Frame frame, HttpServletResponse response, @RequestParam(defaultValue = "") String link) {
        return page(frame, response, link, answering.look(link), "", new HashMap<>());
    }

    /// @param form with the answer in words, or with what is said to each statement
    @PostMapping
    View answer(
            Frame frame,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String link,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam MultiValueMap<String, String> form) {
        var said = said(form);
        return page(
                frame,
                response,
                link,
                said.isEmpty() ? answering.answer(link, answer) : answering.answer(link, said),
                answer,
                said);
    }

    private static Map<UUID, Said> said(MultiValueMap<String, String> form) {
        var said = new HashMap<UUID, Said>();
        for (String name : form.keySet()) {
            if (name.startsWith(REASON)) {
                String id = name.substring(REASON.length());
                String says = form.getFirst(SAYS + id);
                String reason = form.getFirst(name);
                if (says != null) {
                    try {
                        said.put(
                                UUID.fromString(id),
                                new Said(
                                        Code.of(Word.class, says),
                                        reason == null ? "" : reason,
                                        day(form.getFirst(FROM + id)),
                                        day(form.getFirst(UNTIL + id))));
                    } catch (IllegalArgumentException _) {
                        // Nobody asked that.
                    }
                }
            }
        }
        return said;
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    /// The document, for saving, or the page that says why there is none.
    @GetMapping("/document")
    Object read(Frame frame, HttpServletResponse response, @RequestParam(defaultValue = "") String link) {
        var outcome = answering.read(link);
        if (!(outcome instanceof Outcome.Open(var _, var file, var _)) || file == null) {
            return page(frame, response, link, outcome, "", new HashMap<>());
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(file.content().bytes())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .<Resource>body(new FileSystemResource(contents.path(file.content())));
    }

    private View page(
            Frame frame,
            HttpServletResponse response,
            String link,
            Outcome outcome,
            String typed,
            Map<UUID, Said> said) {
        // What a link leads to is nobody else's, and the link itself is not told to whom one goes next.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        return html(templates.guestsGuest(
                frame,
                switch (outcome) {
                    case Outcome.Open(var open, var file, var statements) ->
                        new GuestPage(
                                link,
                                file == null ? "" : file.name(),
                                open.question(),
                                items(frame, statements, said),
                                frame.time(open.expires(), ZoneOffset.UTC),
                                "",
                                "",
                                "");
                    case Outcome.Refused(var open, var statements, var reason) ->
                        new GuestPage(
                                link,
                                "",
                                open.question(),
                                items(frame, statements, said),
                                frame.time(open.expires(), ZoneOffset.UTC),
                                "",
                                frame.text(reason),
                                typed);
                    case Outcome.Answered _ -> told(frame.text("guests.guest.thanks"));
                    case Outcome.Closed(var state) -> {
                        response.setStatus(HttpStatus.GONE.value());
                        yield told(frame.text("guests.guest." + state.code()));
                    }
                    case Outcome.Unknown _ -> {
                        response.setStatus(HttpStatus.NOT_FOUND.value());
                        yield told(frame.text("guests.guest.unknown"));
                    }
                }));
    }

    private static GuestPage told(String notice) {
        return new GuestPage("", "", "", List.of(), "", notice, "", "");
    }

    private static List<GuestPage.Item> items(Frame frame, List<Statement> statements, Map<UUID, Said> said) {
        return statements.stream()
                .map(statement -> {
                    var word = said.get(statement.id());
                    return new GuestPage.Item(
                            statement.id().toString(),
                            statement.name(),
                            statement.text(),
                            statement.details().stream().map(frame::text).toList(),
                            statement.dated(),
                            statement.wants() == Statement.Wants.WORDS,
                            word == null ? "" : word.word().code(),
                            word == null ? "" : word.reason(),
                            word == null || word.from() == null
                                    ? ""
                                    : word.from().toString(),
                            word == null || word.until() == null
                                    ? ""
                                    : word.until().toString());
                })
                .toList();
    }
}
