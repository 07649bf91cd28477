package org.fram.app.platform.notices;

import java.time.Instant;

/// A date in the reader's calendar that a notice brings, changes or takes away.
///
/// Its title is the notice's subject. Calendars know it by its `uid`; of two messages about it they heed the
/// one with the higher sequence.
///
/// @param uid the same in all messages about it, such as the id of what it is about
/// @param sequence 0 at first, more with each change
/// @param end after `start`
/// @param place where it is, or empty
///
/// Source: RFC 5545 and RFC 5546, *iTIP*.
public record CalendarEvent(String uid, int sequence, Instant start, Instant end, String place, Method method) {

    /// What the reader's calendar is to do.
    public enum Method {
        /// Enter it, or change what is there.
        REQUEST,
        /// Take it out.
        CANCEL
    }

    public CalendarEvent {
        if (uid.isBlank() || sequence < 0 || !end.isAfter(start)) {
            throw new IllegalArgumentException(
                    "An event has a uid, a sequence from 0 on and an end after its start: '%s', %d, %s to %s."
                            .formatted(uid, sequence, start, end));
        }
    }

    /// One to be entered, or changed.
    public static CalendarEvent request(String uid, int sequence, Instant start, Instant end, String place) {
        return new CalendarEvent(uid, sequence, start, end, place, Method.REQUEST);
    }

    /// The same, called off.
    ///
    /// @param later more than the sequence of what was sent before
    public CalendarEvent cancelled(int later) {
        return new CalendarEvent(uid, later, start, end, place, Method.CANCEL);
    }
}
