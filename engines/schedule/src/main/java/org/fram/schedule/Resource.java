package org.fram.schedule;

/// Who or what does work and cannot do any amount of it at once.
///
/// @param units how much of it there is, in hundredths: 100 is one person, or one thing
/// @param calendar position of the calendar of its own, or [Plan#NONE]
public record Resource(String id, String name, int units, int calendar) {

    public Resource {
        if (units < 0) {
            throw new UnusablePlanException(
                    "Resource \"%s\" has %d units. That is zero or more.".formatted(name, units));
        }
    }

    /// How much of a resource an activity takes as long as it runs.
    ///
    /// @param activity position
    /// @param resource position
    /// @param units in hundredths, as of the resource
    public record Assignment(int activity, int resource, int units) {}
}
