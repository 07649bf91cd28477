package org.fram.app.meeting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PersonId;
import org.jspecify.annotations.Nullable;

/// Meetings that come again by the same terms, or one that comes once.
///
/// They begin at a time on the clock of a zone, so a change of that clock moves none of them there.
///
/// @param ref as people call it, such as `MT-1`
/// @param last the last day on which one may be, or null
/// @param minutes how long each takes
/// @param place a room or a link; empty where nothing is said
/// @param leader null where nobody was named
/// @param standing what is on the agenda of each
/// @param questions what a check-in asks; empty where people meet
/// @param sequence how often invitations went out
/// @param version guards against two people saving at once
public record Series(
        UUID id,
        EngagementId engagement,
        String ref,
        String name,
        MeetingKind kind,
        Rhythm rhythm,
        LocalDate first,
        @Nullable LocalDate last,
        LocalTime starts,
        int minutes,
        ZoneId zone,
        String place,
        @Nullable PersonId leader,
        List<String> standing,
        List<String> questions,
        int sequence,
        int version) {

    public Series {
        standing = List.copyOf(standing);
        questions = List.copyOf(questions);
    }

    /// The days on which one is due, from one until another, both included.
    public List<LocalDate> days(LocalDate from, LocalDate until) {
        return rhythm.days(first, last, from, until);
    }

    /// Whether one is due on a day.
    public boolean isDue(LocalDate day) {
        return !days(day, day).isEmpty();
    }

    /// When the one of a day begins. What a clock leaves out, as it goes forward, is later by as much;
    /// of an hour that it has twice, it is the first.
    public ZonedDateTime begins(LocalDate day) {
        return ZonedDateTime.of(day, starts, zone);
    }

    /// Its page, below the address of the engagement.
    public String path() {
        return "meetings/" + ref;
    }
}
