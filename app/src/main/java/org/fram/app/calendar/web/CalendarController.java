package org.fram.app.calendar.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import org.fram.app.calendar.Calendars;
import org.fram.app.calendar.CalendarsAsFiles;
import org.fram.app.calendar.Whom;
import org.fram.app.calendar.web.CalendarDesk.Asked;
import org.fram.app.calendar.web.CalendarDesk.Period;
import org.fram.app.calendar.web.CalendarDesk.Place;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Engagements;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Download;
import org.fram.app.platform.pages.Frame;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The calendar of an engagement, to read and to take along.
@Controller
@RequestMapping("/engagements/{engagement}")
class CalendarController {

    static final MediaType ICS = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Transactions transactions;
    private final EngagementHeads heads;
    private final Engagements engagements;
    private final Calendars calendars;
    private final CalendarsAsFiles files;
    private final InstantSource clock;
    private final Templates templates;

    CalendarController(
            Transactions transactions,
            EngagementHeads heads,
            Engagements engagements,
            Calendars calendars,
            CalendarsAsFiles files,
            InstantSource clock,
            Templates templates) {
        this.transactions = transactions;
        this.heads = heads;
        this.engagements = engagements;
        this.calendars = calendars;
        this.files = files;
        this.clock = clock;
        this.templates = templates;
    }

    /// @param at a day of what one wants to see
    /// @param kind the kind that one wants to see alone, or empty
    @GetMapping("/calendar")
    View show(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam(defaultValue = "month") Period view,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "everybody") Whom whom) {
        return html(transactions.look(me, () -> {
            var head = heads.of(frame, me, engagement);
            var one = engagements.get(engagement);
            var desk = new CalendarDesk(
                    frame,
                    new Place(head.address() + "/calendar", head.address() + "/waiting", false),
                    new Asked(view, at, kind, whom),
                    LocalDate.ofInstant(clock.instant(), one.timeZone()));
            var kinds = calendars.kinds();
            return templates.calendarEngagement(frame, head, desk.page(calendars.of(me, one, desk.wish(kinds)), kinds));
        }));
    }

    @GetMapping("/calendar.ics")
    ResponseEntity<byte[]> takeAlong(Frame frame, Actor.Person me, @PathVariable EngagementId engagement) {
        return transactions.look(me, () -> {
            var one = engagements.get(engagement);
            String file = files.of(
                    frame.texts(),
                    one.name(),
                    calendars.of(me, one, files.wish(Whom.EVERYBODY)).some());
            return Download.of(file.getBytes(StandardCharsets.UTF_8), ICS, one.name() + ".ics");
        });
    }
}
