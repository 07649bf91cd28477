package org.fram.schedule;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who or what does work and cannot do any amount of it at once.
///
/// @param units how much of it there is, in hundredths: 100 is one person, or one thing
/// @param calendar position of the calendar of its own, or [Plan#NONE]
/// @param windows when there is how much of it; where there are any, there is nothing of it outside of them
public record Resource(String id, String name, int units, int calendar, List<Window> windows) {

    /// How much of a resource there is between two dates.
    ///
    /// @param from its begin, or null where it was there always
    /// @param to its end, exclusive, or null where it remains
    /// @param units in hundredths
    public record Window(
            @Nullable LocalDateTime from, @Nullable LocalDateTime to, int units) {}

    public Resource {
        windows = List.copyOf(windows);
        if (units < 0) {
            throw new UnusablePlanException(
                    "Resource \"%s\" has %d units. That is zero or more.".formatted(name, units));
        }
        for (var window : windows) {
            if (window.units < 0 || (window.from != null && window.to != null && window.to.isBefore(window.from))) {
                throw new UnusablePlanException(
                        "Resource \"%s\" has %d units from %s to %s. Give it zero or more, and an end after the begin."
                                .formatted(name, window.units, window.from, window.to));
            }
        }
    }

    /// A resource of which there is always as much.
    public Resource(String id, String name, int units, int calendar) {
        this(id, name, units, calendar, List.of());
    }

    /// The same, there only at some times.
    public Resource within(List<Window> other) {
        return new Resource(id, name, units, calendar, other);
    }

    /// How much of a resource an activity takes as long as it runs.
    ///
    /// @param activity position
    /// @param resource position
    /// @param units in hundredths, as of the resource
    public record Assignment(int activity, int resource, int units) {}
}
