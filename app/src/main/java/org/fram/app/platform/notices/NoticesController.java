package org.fram.app.platform.notices;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// What one was told.
@Controller
@RequestMapping(NoticesController.ADDRESS)
class NoticesController {

    static final String ADDRESS = "/notices";

    private static final int ON_A_PAGE = 25;
    private static final int MOST_PAGES = 10_000;

    private final Transactions transactions;
    private final OwnNotices notices;
    private final Wishes wishes;
    private final Writing writing;
    private final InstantSource clock;
    private final Templates templates;

    NoticesController(
            Transactions transactions,
            OwnNotices notices,
            Wishes wishes,
            Writing writing,
            InstantSource clock,
            Templates templates) {
        this.transactions = transactions;
        this.notices = notices;
        this.wishes = wishes;
        this.writing = writing;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping
    View list(Frame frame, Actor.Person me, @RequestParam(defaultValue = "0") int page) {
        int shown = Math.clamp(page, 0, MOST_PAGES);
        return html(templates.noticesList(frame, transactions.as(me, () -> {
            var words = new Wording(frame.texts(), wishes.of(me.id()).zone());
            return NoticesPage.of(
                    frame,
                    words,
                    notices.page(me.id(), shown * ON_A_PAGE, ON_A_PAGE),
                    notices.unread(me.id()),
                    notices.all(me.id()),
                    shown,
                    ON_A_PAGE,
                    clock.instant(),
                    notices.lastUndelivered(me.id())
                            .map(lost -> frame.text("notices.undelivered", words.time(lost.at()), lost.answer()))
                            .orElse(""));
        })));
    }

    /// Leads to what a notice is about, and marks it as read. One that is not there, or not any more, leads
    /// to the list.
    @GetMapping("/{notice}")
    View follow(Actor.Person me, @PathVariable UUID notice) {
        return new RedirectView(transactions.<String>as(me, () -> {
            notices.markRead(me.id(), notice);
            return notices.find(me.id(), notice)
                    .map(Told::path)
                    .filter(path -> !path.isEmpty())
                    .orElse(ADDRESS);
        }));
    }

    @GetMapping("/{notice}/event.ics")
    ResponseEntity<byte[]> event(Frame frame, Actor.Person me, @PathVariable UUID notice) {
        String file = transactions.<String>as(me, () -> {
            var told = notices.find(me.id(), notice).orElseThrow(NotFoundException::new);
            return writing.calendar(told, frame.texts(), wishes.of(me.id()).zone(), notices.email(me.id()));
        });
        if (file.isEmpty()) {
            throw new NotFoundException();
        }
        var disposition = ContentDisposition.attachment().filename("event.ics").build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header(HttpHeaders.CONTENT_TYPE, "text/calendar;charset=UTF-8")
                .body(file.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/{notice}/read")
    View markRead(Actor.Person me, @PathVariable UUID notice) {
        transactions.run(me, () -> notices.markRead(me.id(), notice));
        return new RedirectView(ADDRESS);
    }

    /// Marks all that the page could show when it was made.
    @PostMapping("/read")
    View markAllRead(Actor.Person me, @RequestParam long until) {
        transactions.run(me, () -> notices.markAllRead(me.id(), Instant.ofEpochMilli(until)));
        return new RedirectView(ADDRESS);
    }
}
