package org.fram.app.calendar.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.fram.app.calendar.Calendars;
import org.fram.app.calendar.Feeds;
import org.fram.app.calendar.MakingFeed;
import org.fram.app.calendar.ReadingFeed;
import org.fram.app.calendar.Whom;
import org.fram.app.calendar.web.CalendarDesk.Asked;
import org.fram.app.calendar.web.CalendarDesk.Period;
import org.fram.app.calendar.web.CalendarDesk.Place;
import org.fram.app.engagement.Engagement;
import org.fram.app.engagement.Engagements;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.identity.Hashes;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The calendar of whoever is signed in, over all their engagements, and the address for their calendar programs.
@Controller
@RequestMapping(MyCalendarController.ADDRESS)
class MyCalendarController {

    static final String ADDRESS = "/calendar";

    private final Transactions transactions;
    private final Engagements engagements;
    private final Calendars calendars;
    private final Feeds feeds;
    private final MakingFeed making;
    private final ReadingFeed reading;
    private final InstantSource clock;
    private final Templates templates;

    MyCalendarController(
            Transactions transactions,
            Engagements engagements,
            Calendars calendars,
            Feeds feeds,
            MakingFeed making,
            ReadingFeed reading,
            InstantSource clock,
            Templates templates) {
        this.transactions = transactions;
        this.engagements = engagements;
        this.calendars = calendars;
        this.feeds = feeds;
        this.making = making;
        this.reading = reading;
        this.clock = clock;
        this.templates = templates;
    }

    /// @param at a day of what one wants to see
    /// @param kind the kind that one wants to see alone, or empty
    @GetMapping
    View show(
            Frame frame,
            Actor.Person me,
            @RequestParam(defaultValue = "month") Period view,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "me") Whom whom) {
        return page(frame, me, new Asked(view, at, kind, whom), "");
    }

    /// Makes the address, and shows it this once.
    @PostMapping("/feed")
    View make(Frame frame, Actor.Person me, @RequestParam(defaultValue = "everybody") Whom whom) {
        return page(frame, me, new Asked(Period.MONTH, "", "", Whom.ME), making.make(me, whom));
    }

    @PostMapping("/feed/withdraw")
    View withdraw(Actor.Person me) {
        making.withdraw(me);
        return new RedirectView(ADDRESS);
    }

    /// What a calendar program gets. Whoever has the address is let in, signed in or not.
    @GetMapping("/feed.ics")
    ResponseEntity<byte[]> read(
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "everybody") Whom whom,
            HttpServletRequest request) {
        return switch (reading.read(key, whom, request.getRemoteAddr())) {
            case ReadingFeed.Outcome.Read(var file) ->
                ResponseEntity.ok()
                        .contentType(CalendarController.ICS)
                        .cacheControl(CacheControl.noCache().cachePrivate())
                        .eTag(Hashes.sha256(file))
                        .body(file.getBytes(StandardCharsets.UTF_8));
            case ReadingFeed.Outcome.Unknown _ -> ResponseEntity.notFound().build();
            case ReadingFeed.Outcome.TooOften(var untilNext) ->
                ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                        .header(HttpHeaders.RETRY_AFTER, String.valueOf(seconds(untilNext)))
                        .build();
        };
    }

    private View page(Frame frame, Actor.Person me, Asked asked, String address) {
        return html(transactions.look(me, () -> {
            var mine = engagements.all();
            ZoneId zone = mine.stream().findFirst().map(Engagement::timeZone).orElse(ZoneOffset.UTC);
            var desk = new CalendarDesk(
                    frame, new Place(ADDRESS, "/mine", true), asked, LocalDate.ofInstant(clock.instant(), zone));
            var kinds = calendars.kinds();
            return templates.calendarMine(
                    frame,
                    desk.page(calendars.of(me, desk.wish(kinds)), kinds),
                    new FeedPart(
                            feeds.of(me.id()).map(feed -> state(frame, feed)).orElse(""),
                            address,
                            Choice.of(Whom.class, "calendar.whom", Whom.ME, frame)));
        }));
    }

    private static String state(Frame frame, Feeds.Feed feed) {
        var used = feed.used();
        return frame.text("calendar.feed.since", frame.time(feed.made(), ZoneOffset.UTC)) + " "
                + (used == null
                        ? frame.text("calendar.feed.unused")
                        : frame.text("calendar.feed.used", frame.time(used, ZoneOffset.UTC)));
    }

    private static long seconds(Duration duration) {
        return Math.max(1, duration.plusMillis(999).toSeconds());
    }
}
