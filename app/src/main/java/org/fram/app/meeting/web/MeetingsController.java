package org.fram.app.meeting.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.meeting.AllSeries;
import org.fram.app.meeting.ArrangingMeetings;
import org.fram.app.meeting.Invitations;
import org.fram.app.meeting.MeetingOutcome;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.notices.EventFiles;
import org.fram.app.platform.pages.Download;
import org.fram.app.platform.pages.Frame;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The meetings of an engagement, their series, and the form of one.
@Controller
@RequestMapping("/engagements/{engagement}/meetings")
class MeetingsController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Transactions transactions;
    private final Authority authority;
    private final MeetingsDesk desk;
    private final ArrangingMeetings arranging;
    private final AllSeries known;
    private final Invitations invitations;
    private final EventFiles events;
    private final InstantSource clock;
    private final Templates templates;

    MeetingsController(
            Transactions transactions,
            Authority authority,
            MeetingsDesk desk,
            ArrangingMeetings arranging,
            AllSeries known,
            Invitations invitations,
            EventFiles events,
            InstantSource clock,
            Templates templates) {
        this.transactions = transactions;
        this.authority = authority;
        this.desk = desk;
        this.arranging = arranging;
        this.known = known;
        this.invitations = invitations;
        this.events = events;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping
    View all(Frame frame, Actor.Person me, @PathVariable EngagementId engagement) {
        return html(templates.meetingMeetings(frame, transactions.as(me, () -> desk.all(frame, me, engagement, ""))));
    }

    @GetMapping("/new")
    View blank(Frame frame, Actor.Person me, @PathVariable EngagementId engagement) {
        return html(templates.meetingSeriesForm(
                frame, transactions.as(me, () -> desk.blank(frame, me, engagement, null, ""))));
    }

    @PostMapping
    View arrange(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response) {
        var filled = SeriesForm.of(form);
        return switch (arranging.arrange(me, engagement, filled.wish())) {
            case MeetingOutcome.Done(var ref) -> there(engagement, ref);
            case MeetingOutcome.Refused(var reason) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield html(templates.meetingSeriesForm(
                        frame,
                        transactions.as(me, () -> desk.blank(frame, me, engagement, filled, frame.text(reason)))));
            }
        };
    }

    @GetMapping("/now")
    View now(Frame frame, Actor.Person me, @PathVariable EngagementId engagement) {
        return html(
                templates.meetingNowPage(frame, transactions.as(me, () -> desk.now(frame, me, engagement, "", ""))));
    }

    /// Begins a meeting now: one goes on to its minutes.
    @PostMapping("/now")
    View begin(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam(defaultValue = "") String name,
            HttpServletResponse response) {
        return switch (arranging.now(me, engagement, name)) {
            case MeetingOutcome.Done(var ref) ->
                new RedirectView("%s/meetings/%s/%s"
                        .formatted(
                                EngagementHeads.address(engagement),
                                ref,
                                transactions.as(
                                        me, () -> known.get(engagement, ref).first())));
            case MeetingOutcome.Refused(var reason) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield html(templates.meetingNowPage(
                        frame, transactions.as(me, () -> desk.now(frame, me, engagement, name, frame.text(reason)))));
            }
        };
    }

    @GetMapping("/{series}")
    View one(Frame frame, Actor.Person me, @PathVariable EngagementId engagement, @PathVariable String series) {
        var refused = invitations.refused(me, engagement, series);
        return html(templates.meetingSeries(
                frame, transactions.as(me, () -> desk.one(frame, me, engagement, series, refused))));
    }

    @GetMapping("/{series}/edit")
    View edit(Frame frame, Actor.Person me, @PathVariable EngagementId engagement, @PathVariable String series) {
        return html(templates.meetingSeriesForm(
                frame, transactions.as(me, () -> desk.edit(frame, me, engagement, series, null, ""))));
    }

    /// @param version that the form was filled in for
    @PostMapping("/{series}")
    View change(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable String series,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response) {
        var filled = SeriesForm.of(form);
        return switch (arranging.change(me, engagement, series, version, filled.wish())) {
            case MeetingOutcome.Done _ -> there(engagement, series);
            case MeetingOutcome.Refused(var reason) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield html(templates.meetingSeriesForm(
                        frame,
                        transactions.as(
                                me, () -> desk.edit(frame, me, engagement, series, filled, frame.text(reason)))));
            }
        };
    }

    /// The series as a file for calendars.
    @GetMapping("/{series}/meetings.ics")
    ResponseEntity<byte[]> calendar(
            Frame frame, Actor.Person me, @PathVariable EngagementId engagement, @PathVariable String series) {
        String file = transactions.as(me, () -> {
            authority.require(me, Act.SEE, engagement);
            var one = known.get(engagement, series);
            return events.file(
                    invitations.event(one, one.sequence()),
                    one.name(),
                    frame.text(one.rhythm().words(one.first())),
                    EngagementHeads.address(engagement) + "/" + one.path(),
                    clock.instant());
        });
        return Download.of(file.getBytes(StandardCharsets.UTF_8), CALENDAR, series + ".ics");
    }

    private static View there(EngagementId engagement, String ref) {
        return new RedirectView("%s/meetings/%s".formatted(EngagementHeads.address(engagement), ref));
    }
}
