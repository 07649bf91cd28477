package org.fram.app.meeting.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.fram.app.meeting.AskingCheckIn;
import org.fram.app.meeting.HoldingMeeting;
import org.fram.app.meeting.MeetingOutcome;
import org.fram.app.meeting.MovingMeeting;
import org.fram.app.meeting.Note;
import org.fram.app.meeting.Point;
import org.fram.app.meeting.WritingMinutes;
import org.fram.app.meeting.WritingMinutes.Outcome;
import org.fram.app.meeting.WritingMinutes.Place;
import org.fram.app.meeting.WrittenLine;
import org.fram.app.meeting.web.MeetingDesk.At;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Download;
import org.fram.app.platform.pages.Frame;
import org.fram.office.Documents;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// One meeting: its agenda, the minutes that are written while it lasts, and sending them.
@Controller
@RequestMapping("/engagements/{engagement}/meetings/{series}/{day}")
class MeetingController {

    private final Transactions transactions;
    private final MeetingDesk desk;
    private final PrintedMinutes printed;
    private final WritingMinutes writing;
    private final HoldingMeeting holding;
    private final MovingMeeting moving;
    private final AskingCheckIn asking;
    private final Templates templates;

    MeetingController(
            Transactions transactions,
            MeetingDesk desk,
            PrintedMinutes printed,
            WritingMinutes writing,
            HoldingMeeting holding,
            MovingMeeting moving,
            AskingCheckIn asking,
            Templates templates) {
        this.transactions = transactions;
        this.desk = desk;
        this.printed = printed;
        this.writing = writing;
        this.holding = holding;
        this.moving = moving;
        this.asking = asking;
        this.templates = templates;
    }

    /// Which meeting the address names.
    @ModelAttribute
    static Place place(
            @PathVariable EngagementId engagement,
            @PathVariable String series,
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day) {
        return new Place(engagement, series, day);
    }

    /// @param edit the id of the note that somebody rewrites; empty for none
    @GetMapping
    View show(
            Frame frame,
            Actor.Person me,
            @ModelAttribute(binding = false) Place place,
            @RequestParam(defaultValue = "") String edit) {
        return page(frame, me, place, At.editing(edit));
    }

    /// What was said to each point, for pages that stand open, in place of what they show; nothing where they show it.
    ///
    /// @param seen the state that the page shows
    @GetMapping("/said")
    View said(
            Frame frame,
            Actor.Person me,
            @ModelAttribute(binding = false) Place place,
            @RequestParam(defaultValue = "") String seen,
            HttpServletResponse response) {
        var kept = transactions.look(me, () -> desk.kept(frame, me, place));
        if (kept.state().equals(seen)) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
        }
        return html(templates.meetingKept(frame, place.address(), kept));
    }

    @GetMapping("/minutes.docx")
    ResponseEntity<byte[]> document(Frame frame, Actor.Person me, @ModelAttribute(binding = false) Place place) {
        var blocks = transactions.as(me, () -> printed.blocks(frame, me, place));
        return Download.of(Documents.docx(blocks), Download.DOCX, "%s %s.docx".formatted(place.series(), place.day()));
    }

    /// Writes something to a point: a line, or where there is none what is in the fields.
    ///
    /// @param point its key
    @PostMapping("/notes")
    View write(
            Frame frame,
            Actor.Person me,
            @ModelAttribute(binding = false) Place place,
            @RequestParam(defaultValue = "general") String point,
            @RequestParam(defaultValue = "") String line,
            @RequestParam(defaultValue = "note") String kind,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String due,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean inPlace,
            HttpServletResponse response) {
        var written = line.isBlank() ? new WrittenLine(kind(kind), text, owner, due) : WrittenLine.read(line);
        var outcome = writing.write(me, place, point, written);
        var at = switch (outcome) {
            case Outcome.Written _ -> At.writing(point, "", "");
            case Outcome.Refused(var reason) ->
                line.isBlank() ? At.refused(frame.text(reason)) : At.writing(point, line, frame.text(reason));
            case Outcome.Overtaken _ -> throw new IllegalStateException("What is new was rewritten.");
        };
        boolean refused = outcome instanceof Outcome.Refused;
        if (refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        if (inPlace) {
            var part = transactions.as(me, () -> desk.part(frame, me, place, point, at));
            if (part.isPresent()) {
                return html(templates.meetingPart(frame, place.address(), part.get()));
            }
        }
        return refused ? page(frame, me, place, at) : there(place, "#point-" + (point.hashCode() & Integer.MAX_VALUE));
    }

    /// @param version of the note that somebody saw
    @PostMapping("/notes/{note}")
    View rewrite(
            Frame frame,
            Actor.Person me,
            @ModelAttribute(binding = false) Place place,
            @PathVariable UUID note,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String text,
            HttpServletResponse response) {
        return after(frame, me, place, writing.rewrite(me, place, note, version, text), text, response);
    }

    @PostMapping("/notes/{note}/remove")
    View remove(
            Frame frame,
            Actor.Person me,
            @ModelAttribute(binding = false) Place place,
            @PathVariable UUID note,
            @RequestParam(defaultValue = "0") int version,
            HttpServletResponse response) {
        return after(frame, me, place, writing.remove(me, place, note, version), "", response);
    }

    @PostMapping("/points")
    View addPoint(
            Frame frame,
            Actor.Person me,
            @ModelAttribute(binding = false) Place place,
            @RequestParam(defaultValue = "") String title,
            HttpServletResponse response) {
        return after(frame, me, place, writing.addPoint(me, place, title), "", response);
    }

    /// @param point the key of the point
    /// @param again whether it is put on again, rather than taken off
    @PostMapping("/points/remove")
    View removePoint(
            Frame frame,
            Actor.Person me,
            @ModelAttribute(binding = false) Place place,
            @RequestParam(defaultValue = "") String point,
            @RequestParam(defaultValue = "false") boolean again,
            HttpServletResponse response) {
        return after(frame, me, place, writing.removePoint(me, place, point, !again), "", response);
    }

    /// @param there names of those who are invited and there
    /// @param also names of others, with commas between
    @PostMapping("/present")
    View present(
            Frame frame,
            Actor.Person me,
            @ModelAttribute(binding = false) Place place,
            @RequestParam(defaultValue = "") List<String> there,
            @RequestParam(defaultValue = "") String also,
            HttpServletResponse response) {
        var names = new ArrayList<>(there);
        names.addAll(Arrays.asList(also.split("[,\\n]")));
        return after(frame, me, place, writing.present(me, place, names), "", response);
    }

    @PostMapping("/hold")
    View hold(
            Frame frame, Actor.Person me, @ModelAttribute(binding = false) Place place, HttpServletResponse response) {
        return after(frame, me, place, holding.hold(me, place.engagement(), place.series(), place.day()), response);
    }

    @PostMapping("/send")
    View send(
            Frame frame, Actor.Person me, @ModelAttribute(binding = false) Place place, HttpServletResponse response) {
        return after(frame, me, place, holding.again(me, place.engagement(), place.series(), place.day()), response);
    }

    /// @param to the other day
    /// @param time on it, on the clock of the series
    @PostMapping("/move")
    View move(
            Frame frame,
            Actor.Person me,
            @ModelAttribute(binding = false) Place place,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String time,
            HttpServletResponse response) {
        return after(
                frame,
                me,
                place,
                moving.move(me, place.engagement(), place.series(), place.day(), begins(to, time)),
                response);
    }

    @PostMapping("/leave-out")
    View leaveOut(
            Frame frame,
            Actor.Person me,
            @ModelAttribute(binding = false) Place place,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response) {
        return after(
                frame,
                me,
                place,
                moving.leaveOut(me, place.engagement(), place.series(), place.day(), reason),
                response);
    }

    @PostMapping("/take-up")
    View takeUp(
            Frame frame, Actor.Person me, @ModelAttribute(binding = false) Place place, HttpServletResponse response) {
        return after(frame, me, place, moving.takeUp(me, place.engagement(), place.series(), place.day()), response);
    }

    /// Asks the questions of a check-in. Where no mail is sent, the links are shown once.
    @PostMapping("/ask")
    View ask(Frame frame, Actor.Person me, @ModelAttribute(binding = false) Place place, HttpServletResponse response) {
        return switch (asking.ask(me, place.engagement(), place.series(), place.day())) {
            case AskingCheckIn.Outcome.Sent(var links) ->
                links.isEmpty() ? there(place, "") : page(frame, me, place, At.handing(links));
            case AskingCheckIn.Outcome.Refused(var reason) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(frame, me, place, At.refused(frame.text(reason)));
            }
        };
    }

    private View after(
            Frame frame, Actor.Person me, Place place, Outcome outcome, String draft, HttpServletResponse response) {
        return switch (outcome) {
            case Outcome.Written _ -> there(place, "");
            case Outcome.Refused(var reason) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(
                        frame,
                        me,
                        place,
                        // What somebody wrote to a note that is gone is not lost.
                        draft.isBlank()
                                ? At.refused(frame.text(reason))
                                : At.writing(Point.GENERAL, draft, frame.text(reason)));
            }
            case Outcome.Overtaken(var now) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield page(
                        frame,
                        me,
                        place,
                        At.overtaken(now, draft.isEmpty() ? now.text() : draft, frame.text("meeting.refused.newer")));
            }
        };
    }

    private View after(
            Frame frame, Actor.Person me, Place place, MeetingOutcome outcome, HttpServletResponse response) {
        return switch (outcome) {
            case MeetingOutcome.Done _ -> there(place, "");
            case MeetingOutcome.Refused(var reason) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(frame, me, place, At.refused(frame.text(reason)));
            }
        };
    }

    private View page(Frame frame, Actor.Person me, Place place, At at) {
        var unreached = holding.unreached(me, place.engagement(), place.series(), place.day());
        return html(
                templates.meetingMeeting(frame, transactions.as(me, () -> desk.page(frame, me, place, at, unreached))));
    }

    private static View there(Place place, String anchor) {
        return new RedirectView(place.address() + anchor);
    }

    private static Note.Kind kind(String code) {
        return Arrays.stream(Note.Kind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElse(Note.Kind.NOTE);
    }

    private static @Nullable LocalDateTime begins(String day, String time) {
        try {
            return LocalDate.parse(day).atTime(LocalTime.parse(time));
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
