package org.fram.app.meeting.rest;

import java.time.LocalDate;
import org.fram.app.meeting.AskedInstead;
import org.fram.app.meeting.Meetings;
import org.fram.app.meeting.ReadingMinutes;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.api.Api;
import org.fram.app.platform.api.ApiController;
import org.fram.app.platform.api.Operation;
import org.fram.app.platform.api.Page;
import org.fram.app.platform.api.PageWish;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Meetings and their minutes.
@ApiController(path = Api.ROOT + "/engagements/{engagement}/meetings", about = "Meetings")
class MeetingResources {

    private final Transactions transactions;
    private final Authority authority;
    private final Meetings meetings;
    private final ReadingMinutes reading;
    private final AskedInstead asked;

    MeetingResources(
            Transactions transactions,
            Authority authority,
            Meetings meetings,
            ReadingMinutes reading,
            AskedInstead asked) {
        this.transactions = transactions;
        this.authority = authority;
        this.meetings = meetings;
        this.reading = reading;
        this.asked = asked;
    }

    @GetMapping
    @Operation(
            value = "Meetings",
            more = "Those of two months back and two ahead, and older ones of which something is kept, in the order in"
                    + " which they begin.",
            paged = true)
    ResponseEntity<Page<MeetingJson>> listMeetings(
            Actor.Person me, @PathVariable EngagementId engagement, PageWish page) {
        var all = transactions.as(me, () -> {
            authority.require(me, Act.SEE, engagement);
            return meetings.of(engagement).stream().map(MeetingJson::of).toList();
        });
        return page.of(all, MeetingJson::ref);
    }

    @GetMapping("/{series}/{day}")
    @Operation(
            value = "A meeting with its minutes",
            more = "Its agenda as it is now, or was when it was held, with what was said to each point.")
    ResponseEntity<MinutesJson> readMeeting(
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable String series,
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day) {
        return ResponseEntity.ok(transactions.as(me, () -> {
            authority.require(me, Act.SEE, engagement);
            var meeting = meetings.get(engagement, series, day);
            return MinutesJson.of(reading.of(meeting), asked.of(meeting));
        }));
    }
}
