package org.fram.app.platform.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.fram.app.platform.notices.CalendarEntry.When;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CalendarFileTest {

    private static final Instant START = Instant.parse("2031-05-02T09:00:00Z");
    private static final Instant END = Instant.parse("2031-05-02T10:30:00Z");
    private static final CalendarEvent EVENT = CalendarEvent.request("one", 3, START, END, "Room 1; second floor");

    @Test
    void whatIsWrittenIsReadAgainAndKeepsTheStandard() throws Exception {
        var calendar = read(file(EVENT, "Workshop: prices, terms", "First line\nSecond; line"));

        assertThat(calendar.validate().hasErrors()).isFalse();
        var event = calendar.<VEvent>getComponents("VEVENT").getFirst();
        assertThat(value(event, Property.UID)).isEqualTo("one@fram.example");
        assertThat(value(event, Property.SEQUENCE)).isEqualTo("3");
        assertThat(value(event, Property.DTSTART)).isEqualTo("20310502T090000Z");
        assertThat(value(event, Property.DTEND)).isEqualTo("20310502T103000Z");
        assertThat(value(event, Property.SUMMARY)).isEqualTo("Workshop: prices, terms");
        assertThat(value(event, Property.DESCRIPTION)).isEqualTo("First line\nSecond; line");
        assertThat(value(event, Property.LOCATION)).isEqualTo("Room 1; second floor");
        assertThat(value(event, Property.ORGANIZER)).isEqualTo("mailto:fram@fram.example");
        assertThat(value(event, Property.ATTENDEE)).isEqualTo("mailto:reader@fram.example");
        assertThat(value(event, Property.STATUS)).isEqualTo("CONFIRMED");
    }

    @Test
    void aCancellationIsOfTheSameDateWithAHigherSequence() throws Exception {
        var calendar = read(file(EVENT.cancelled(4), "Workshop", ""));

        assertThat(calendar.validate().hasErrors()).isFalse();
        assertThat(calendar.getRequiredProperty("METHOD").getValue()).isEqualTo("CANCEL");
        var event = calendar.<VEvent>getComponents("VEVENT").getFirst();
        assertThat(value(event, Property.UID)).isEqualTo("one@fram.example");
        assertThat(value(event, Property.SEQUENCE)).isEqualTo("4");
        assertThat(value(event, Property.STATUS)).isEqualTo("CANCELLED");
    }

    @Test
    void linesAreFoldedAndNobodyWritesLinesOfTheirOwn() {
        String file = file(EVENT, "Ä".repeat(100) + "🛳".repeat(100) + "\r\nATTENDEE:mailto:planted@fram.example", "");

        assertThat(file.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(file.replace("\r\n ", "")).contains("🛳".repeat(100)).doesNotContain("\nATTENDEE:mailto:planted");
    }

    @Test
    void aDateEndsAfterItBegins() {
        assertThatThrownBy(() -> CalendarEvent.request("one", 0, START, START, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSubscriptionHasDaysAsDaysAndTimesAsInstants() throws Exception {
        var calendar = read(CalendarFile.feed(
                "fram.example",
                "Harbour; all",
                Duration.ofHours(1),
                LocalDate.of(2031, 5, 1),
                List.of(
                        entry("row 1 due", new When.Days(LocalDate.of(2031, 5, 2), LocalDate.of(2031, 5, 4)), null),
                        entry("meeting 1", new When.Times(START, END), START))));

        assertThat(calendar.validate().hasErrors()).isFalse();
        assertThat(value(calendar, "NAME")).isEqualTo("Harbour; all");
        assertThat(value(calendar, "REFRESH-INTERVAL")).isEqualTo("PT1H");
        assertThat(value(calendar, "X-PUBLISHED-TTL")).isEqualTo("PT1H");
        assertThat(calendar.getProperty("METHOD")).isEmpty();
        var days = calendar.<VEvent>getComponents("VEVENT").getFirst();
        assertThat(value(days, Property.UID)).isEqualTo("row-1-due@fram.example");
        assertThat(days.getRequiredProperty(Property.DTSTART).toString().strip())
                .isEqualTo("DTSTART;VALUE=DATE:20310502");
        assertThat(days.getRequiredProperty(Property.DTEND).toString().strip()).isEqualTo("DTEND;VALUE=DATE:20310505");
        assertThat(value(days, Property.TRANSP)).isEqualTo("TRANSPARENT");
        assertThat(value(days, Property.DTSTAMP)).isEqualTo("20310501T000000Z");
        assertThat(days.getProperty(Property.LAST_MODIFIED)).isEmpty();
        var times = calendar.<VEvent>getComponents("VEVENT").getLast();
        assertThat(value(times, Property.DTSTART)).isEqualTo("20310502T090000Z");
        assertThat(value(times, Property.DTEND)).isEqualTo("20310502T103000Z");
        assertThat(value(times, Property.LAST_MODIFIED)).isEqualTo("20310502T090000Z");
        assertThat(value(times, Property.URL)).isEqualTo("https://fram.example/engagements/1/x");
    }

    @Test
    void nobodyWritesLinesOfTheirOwnIntoASubscription() throws Exception {
        String planted = "One\r\nATTENDEE:mailto:planted@fram.example\nBEGIN:VEVENT\u0007, two; three\\n";
        var entry = new CalendarEntry(
                "one", new When.Times(START, END), planted, planted, "https://fram.example/", planted, null);
        String file = CalendarFile.feed(
                "fram.example", planted, Duration.ofHours(1), LocalDate.of(2031, 5, 1), List.of(entry));

        assertThat(file.lines().filter(line -> line.startsWith("ATTENDEE") || line.equals("BEGIN:VEVENT")))
                .containsExactly("BEGIN:VEVENT");
        var event = read(file).<VEvent>getComponents("VEVENT").getFirst();
        assertThat(value(event, Property.SUMMARY))
                .isEqualTo("One ATTENDEE:mailto:planted@fram.example BEGIN:VEVENT , two; three\\n");
        assertThat(value(event, Property.DESCRIPTION))
                .isEqualTo("One\nATTENDEE:mailto:planted@fram.example\nBEGIN:VEVENT , two; three\\n");
    }

    private static CalendarEntry entry(String uid, When when, @Nullable Instant changed) {
        return new CalendarEntry(
                uid, when, "A day", "What it is", "https://fram.example/engagements/1/x", "Actions", changed);
    }

    private static String value(Calendar calendar, String property) {
        return calendar.getRequiredProperty(property).getValue();
    }

    private static String file(CalendarEvent event, String title, String text) {
        return Invitation.of(
                event,
                "fram.example",
                "fram@fram.example",
                "reader@fram.example",
                title,
                text,
                "https://fram.example/notices/1",
                START);
    }

    private static Calendar read(String file) throws Exception {
        return new CalendarBuilder().build(new StringReader(file));
    }

    private static String value(Component component, String property) {
        return component.getRequiredProperty(property).getValue();
    }
}
