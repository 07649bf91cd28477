package org.fram.app.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.fram.app.meeting.ArrangingMeetings.Other;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.notices.CalendarEvent;
import org.fram.app.platform.notices.EventFiles;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.TestEngagement;
import org.fram.app.testing.TestMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Invitations are read back as calendars read them, and hold what the clock of each zone says.
class CalendarOfSeriesTest {

    private static final RunningApp APP = RunningApp.shared();
    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "America/Chicago, 2027-01-05, 10:00",
        "Europe/Berlin, 2027-01-05, 10:00",
        "Asia/Manila, 2027-01-05, 10:00",
        "Europe/Berlin, 2027-06-06, 02:30",
        "America/Chicago, 2026-07-05, 01:30",
        "Australia/Lord_Howe, 2027-01-03, 09:15",
        "America/Sao_Paulo, 2027-01-05, 23:00",
        "Africa/Cairo, 2027-01-07, 10:00",
        "Asia/Jerusalem, 2027-01-07, 10:00"
    })
    void aWeekKeepsToTheClockAcrossBothOfItsChanges(String zone, LocalDate first, LocalTime starts) throws Exception {
        var series = series(new Rhythm(Rhythm.Unit.WEEKS, 1), first, starts, ZoneId.of(zone));
        var until = first.plusWeeks(60);
        assertThat(read(file(series), series.zone(), first, until)).isEqualTo(expected(series, until));
    }

    @ParameterizedTest
    @MethodSource("org.fram.app.meeting.RhythmTest#series")
    void eachRhythmIsReadAsItIsMeant(Series series) throws Exception {
        if (series.rhythm().unit() == Rhythm.Unit.ONCE || series.zone().getId().equals("Africa/Casablanca")) {
            // What comes once has no rule; that clock is looked at below, as its changes are told one by one.
            return;
        }
        var until = series.first().plusYears(2);
        // Of an hour that the clock has twice the standard means the first; readers differ.
        var twice = series.days(series.first(), until).stream()
                .map(series::begins)
                .filter(one -> series.zone()
                                .getRules()
                                .getValidOffsets(one.toLocalDateTime())
                                .size()
                        > 1)
                .flatMap(one -> Stream.of(
                        one.toInstant(), one.withLaterOffsetAtOverlap().toInstant()))
                .toList();
        assertThat(read(file(series), series.zone(), series.first(), until))
                .filteredOn(one -> !twice.contains(one))
                .isEqualTo(expected(series, until).stream()
                        .filter(one -> !twice.contains(one))
                        .toList());
    }

    @Test
    void aClockWhoseChangesAreKnownOneByOneIsToldForYears() throws Exception {
        var first = LocalDate.of(2027, 1, 4);
        var series =
                series(new Rhythm(Rhythm.Unit.WEEKS, 1), first, LocalTime.of(10, 0), ZoneId.of("Africa/Casablanca"));
        var until = first.plusYears(10);
        assertThat(read(file(series), series.zone(), first, until)).isEqualTo(expected(series, until));
    }

    @Test
    void whatWasLeftOutIsNotThereAndWhatWasMovedIsElsewhere() throws Exception {
        var engagement = TestEngagement.create();
        var samples = new MeetingSamples(engagement);
        var first = LocalDate.of(2027, 3, 2);
        var place = samples.weekly("Weekly status", first);
        var moving = APP.get(MovingMeeting.class);
        var me = engagement.customer();
        moving.leaveOut(me.actor(), engagement.id(), place.series(), first.plusWeeks(1), "Public holiday");
        moving.move(
                me.actor(),
                engagement.id(),
                place.series(),
                first.plusWeeks(4),
                first.plusWeeks(4).plusDays(2).atTime(15, 30));
        var mail =
                TestMail.await(engagement.vendor().email(), "Weekly status", 3).getLast();
        var calendar = new CalendarBuilder().build(new StringReader(mail.calendar()));
        assertThat(calendar.validate().hasErrors()).isFalse();
        List<VEvent> events = calendar.getComponents("VEVENT");
        var whole = events.getFirst();
        var lisbon = ZoneId.of("Europe/Lisbon");
        assertThat(value(whole, Property.SEQUENCE)).isEqualTo("3");
        assertThat(value(whole, Property.EXDATE)).isEqualTo("20270309T100000");
        assertThat(value(whole, Property.SUMMARY)).isEqualTo("Weekly status");
        assertThat(events).hasSize(2);
        var moved = events.getLast();
        assertThat(value(moved, Property.UID)).isEqualTo(value(whole, Property.UID));
        assertThat(value(moved, Property.RECURRENCE_ID)).isEqualTo("20270330T100000");
        assertThat(value(moved, Property.DTSTART)).isEqualTo("20270401T153000");
        assertThat(read(mail.calendar(), lisbon, first, first.plusWeeks(2)))
                .containsExactly(
                        ZonedDateTime.of(first, LocalTime.of(10, 0), lisbon).toInstant(),
                        ZonedDateTime.of(first.plusWeeks(2), LocalTime.of(10, 0), lisbon)
                                .toInstant());
    }

    @Test
    void whoeverIsNotInvitedAnyMoreIsToldSoAndTheirCalendarForgetsIt() throws Exception {
        var engagement = TestEngagement.create();
        var samples = new MeetingSamples(engagement);
        String outside = "maker%s@elsewhere.example".formatted(engagement.id());
        var first = LocalDate.now(ZoneId.of("UTC")).plusDays(3);
        var place = samples.arrange(samples.wish(
                "Weekly status",
                MeetingKind.STATUS_MEETING,
                Rhythm.Unit.WEEKS,
                first,
                List.of(new Other("Maker’s engineer", outside))));
        var invitation = TestMail.await(outside, 1).getFirst();
        assertThat(invitation.text()).contains("each").contains("Europe/Lisbon");
        var calendar = new CalendarBuilder().build(new StringReader(invitation.calendar()));
        assertThat(calendar.getRequiredProperty("METHOD").getValue()).isEqualTo("REQUEST");

        var without = samples.wish("Weekly status", MeetingKind.STATUS_MEETING, Rhythm.Unit.WEEKS, first, List.of());
        APP.get(ArrangingMeetings.class)
                .change(engagement.customer().actor(), engagement.id(), place.series(), 0, without);
        var taken = new CalendarBuilder()
                .build(new StringReader(TestMail.await(outside, 2).getLast().calendar()));
        assertThat(taken.getRequiredProperty("METHOD").getValue()).isEqualTo("CANCEL");
        assertThat(value(taken.<VEvent>getComponents("VEVENT").getFirst(), Property.UID))
                .isEqualTo(value(calendar.<VEvent>getComponents("VEVENT").getFirst(), Property.UID));
    }

    @Test
    void theLastDayIsTheLastOfTheFile() throws Exception {
        var first = LocalDate.of(2027, 1, 5);
        var whole = series(new Rhythm(Rhythm.Unit.WEEKS, 1), first, LocalTime.of(23, 30), ZoneId.of("America/Chicago"));
        var ended = new Series(
                whole.id(),
                whole.engagement(),
                whole.ref(),
                whole.name(),
                whole.kind(),
                whole.rhythm(),
                first,
                first.plusWeeks(12),
                whole.starts(),
                45,
                whole.zone(),
                "",
                null,
                List.of(),
                List.of(),
                0,
                0);
        assertThat(read(file(ended), ended.zone(), first, first.plusYears(1))).hasSize(13);
    }

    private static Series series(Rhythm rhythm, LocalDate first, LocalTime starts, ZoneId zone) {
        return new Series(
                new UUID(0, 7),
                new EngagementId(new UUID(0, 8)),
                "MT-1",
                "Weekly status",
                MeetingKind.STATUS_MEETING,
                rhythm,
                first,
                null,
                starts,
                45,
                zone,
                "",
                null,
                List.of(),
                List.of(),
                0,
                0);
    }

    private static String file(Series series) {
        var first = series.begins(series.first());
        var event = CalendarEvent.request(
                        series.id().toString(),
                        0,
                        first.toInstant(),
                        first.plusMinutes(45).toInstant(),
                        "")
                .again(new CalendarEvent.Repetition(
                        series.zone(), series.rhythm().rule(series.first()), series.last(), List.of(), List.of()));
        return APP.get(EventFiles.class).file(event, series.name(), "", "/", NOW);
    }

    private static List<Instant> expected(Series series, LocalDate until) {
        return series.days(series.first(), until).stream()
                .map(day -> series.begins(day).toInstant())
                .toList();
    }

    /// When the events of a file begin, as its reader works it out by the definition of the zone that
    /// comes along.
    private static List<Instant> read(String file, ZoneId zone, LocalDate from, LocalDate until) throws Exception {
        Calendar calendar = new CalendarBuilder().build(new StringReader(file));
        assertThat(calendar.validate().hasErrors())
                .as(() -> calendar.validate().toString())
                .isFalse();
        var begins = new ArrayList<Instant>();
        VEvent event = calendar.<VEvent>getComponents("VEVENT").getFirst();
        var window = new Period<>(
                from.minusDays(1).atStartOfDay(zone), until.plusDays(1).atStartOfDay(zone));
        for (Period<? extends Temporal> period : event.<ZonedDateTime>calculateRecurrenceSet(window)) {
            begins.add(Instant.from(period.getStart()));
        }
        return begins.stream().sorted().toList();
    }

    private static String value(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }
}
