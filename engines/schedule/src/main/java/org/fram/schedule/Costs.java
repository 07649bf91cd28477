package org.fram.schedule;

import java.util.List;

/// What a plan costs, beside its dates: all amounts in one currency, lengths in days of eight working hours.
///
/// @param currency its code or sign, as the file has it; empty where it has none
/// @param perDay what each day of eight working hours of the plan's calendar costs, from its start to its
/// finish
/// @param activities those that cost something by themselves, one entry each at most
/// @param resources those that cost something, one entry each at most
public record Costs(String currency, double perDay, List<OfActivity> activities, List<OfResource> resources) {

    /// Nothing costs anything.
    public static final Costs NONE = new Costs("", 0, List.of(), List.of());

    /// What an activity costs.
    ///
    /// @param activity position
    /// @param fixed once
    /// @param perDay for each day of eight hours that it takes
    public record OfActivity(int activity, double fixed, double perDay) {

        public OfActivity {
            notNegative(fixed, perDay);
        }
    }

    /// What a resource costs where it is assigned.
    ///
    /// @param resource position
    /// @param perUse once for each activity that it is assigned to
    /// @param perDay for each day of eight hours that 100 units of it are at work
    public record OfResource(int resource, double perUse, double perDay) {

        public OfResource {
            notNegative(perUse, perDay);
        }
    }

    /// @throws UnusablePlanException if an amount is negative, or no number
    public Costs {
        notNegative(perDay, 0);
        activities = List.copyOf(activities);
        resources = List.copyOf(resources);
    }

    private static void notNegative(double one, double other) {
        if (!(one >= 0 && other >= 0 && one + other < Double.POSITIVE_INFINITY)) {
            throw new UnusablePlanException("A cost of %s, and %s: costs are zero or more.".formatted(one, other));
        }
    }
}
