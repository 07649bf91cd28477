package org.fram.app.platform.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A date in the reader's calendar that a notice brings, changes or takes away.
///
/// Its title is the notice's subject. Calendars know it by its `uid`; of two messages about it they heed
/// the one with the higher sequence.
///
/// @param uid the same in all messages about it, such as the id of what it is about
/// @param sequence 0 at first, more with each change
/// @param start of one that comes again, that of the first
/// @param end after `start`
/// @param place where it is, or empty
/// @param again how it comes again; null where it comes once
///
/// Source: RFC 5545 and RFC 5546, *iTIP*.
public record CalendarEvent(
        String uid,
        int sequence,
        Instant start,
        Instant end,
        String place,
        Method method,
        @Nullable Repetition again) {

    /// What the reader's calendar is to do.
    public enum Method {
        /// Enter it, or change what is there.
        REQUEST,
        /// Take it out.
        CANCEL
    }

    /// How an event comes again, by the clock of a zone.
    ///
    /// @param rule of RFC 5545 without its end, as `FREQ=WEEKLY;INTERVAL=2;BYDAY=TU`
    /// @param last the last day on which it may come, or null
    /// @param leftOut on which clock times of the rule it does not
    public record Repetition(
            ZoneId zone, String rule, @Nullable LocalDate last, List<LocalDateTime> leftOut, List<Moved> moved) {

        public Repetition {
            leftOut = List.copyOf(leftOut);
            moved = List.copyOf(moved);
        }
    }

    /// One that comes at another time than the rule has it, on the same clock.
    public record Moved(LocalDateTime due, LocalDateTime begins) {}

    public CalendarEvent {
        if (uid.isBlank() || sequence < 0 || !end.isAfter(start)) {
            throw new IllegalArgumentException(
                    "An event has a uid, a sequence from 0 on and an end after its start: '%s', %d, %s to %s."
                            .formatted(uid, sequence, start, end));
        }
    }

    /// One to be entered, or changed.
    public static CalendarEvent request(String uid, int sequence, Instant start, Instant end, String place) {
        return new CalendarEvent(uid, sequence, start, end, place, Method.REQUEST, null);
    }

    /// The same, that comes again.
    public CalendarEvent again(Repetition repetition) {
        return new CalendarEvent(uid, sequence, start, end, place, method, repetition);
    }

    /// The same, called off.
    ///
    /// @param later more than the sequence of what was sent before
    public CalendarEvent cancelled(int later) {
        return new CalendarEvent(uid, later, start, end, place, Method.CANCEL, again);
    }
}
