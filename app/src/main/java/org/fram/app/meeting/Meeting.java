package org.fram.app.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.fram.app.platform.access.PersonId;
import org.jspecify.annotations.Nullable;

/// One meeting of a series.
///
/// @param day on which it is due by the terms of the series. It is called by it, wherever it is moved
/// @param id of what is kept of it; null where nothing has happened to it yet
/// @param moved when it begins instead, on the clock of the series; or null
/// @param leftOut why it does not take place; empty where it does
/// @param held when somebody noted that it took place, or null
public record Meeting(
        Series series,
        LocalDate day,
        @Nullable UUID id,
        @Nullable LocalDateTime moved,
        String leftOut,
        @Nullable Instant held,
        @Nullable PersonId heldBy) {

    /// One to which nothing has happened yet.
    static Meeting planned(Series series, LocalDate day) {
        return new Meeting(series, day, null, null, "", null, null);
    }

    /// As people call it, such as `MT-1 2027-02-09`.
    public String ref() {
        return series.ref() + " " + day;
    }

    /// When it begins.
    public ZonedDateTime begins() {
        return moved == null ? series.begins(day) : moved.atZone(series.zone());
    }

    /// When it ends.
    public ZonedDateTime ends() {
        return begins().plusMinutes(series.minutes());
    }

    /// Whether it does not take place.
    public boolean isLeftOut() {
        return !leftOut.isEmpty();
    }

    /// Whether it is neither held nor left out.
    public boolean isOpen() {
        return held == null && !isLeftOut();
    }

    /// Its page, below the address of the engagement.
    public String path() {
        return series.path() + "/" + day;
    }
}
