package org.fram.app.plan;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.fram.schedule.Costs;
import org.fram.schedule.Plan;
import org.fram.schedule.Resource;
import org.fram.schedule.WorkCalendar;
import org.jspecify.annotations.Nullable;

/// What the activities of a plan stand on, as the last file says: calendars, resources, costs. It is
/// kept as one value.
///
/// @param status up to when progress is known, or null
/// @param defaultCalendar position of the plan's calendar
/// @param bookings of resources for activities
/// @param dailyCost what each day of the plan costs
public record Basis(
        ZoneId zone,
        LocalDateTime start,
        Plan.@Nullable Status status,
        List<WorkCalendar> calendars,
        int defaultCalendar,
        List<Resource> resources,
        List<Booking> bookings,
        String currency,
        double dailyCost,
        List<CostOf> costs,
        List<Costs.OfResource> rates) {

    public Basis {
        calendars = List.copyOf(calendars);
        resources = List.copyOf(resources);
        bookings = List.copyOf(bookings);
        costs = List.copyOf(costs);
        rates = List.copyOf(rates);
    }

    /// A resource for an activity.
    ///
    /// @param resource position
    /// @param units in hundredths
    public record Booking(UUID activity, int resource, int units) {}

    /// What an activity costs, once and a day.
    public record CostOf(UUID activity, double fixed, double perDay) {}

    /// The plan's calendar.
    public WorkCalendar calendar() {
        return calendars.get(defaultCalendar);
    }

    /// The calendar with a name, or the plan's.
    public WorkCalendar calendar(@Nullable String name) {
        return calendars.stream()
                .filter(calendar -> calendar.name().equals(name))
                .findFirst()
                .orElse(calendar());
    }

    /// Position of the calendar with a name, or [Plan#NONE].
    int position(@Nullable String name) {
        for (int k = 0; k < calendars.size(); k++) {
            if (calendars.get(k).name().equals(name)) {
                return k;
            }
        }
        return Plan.NONE;
    }

    /// The same from another day on, with progress known up to another date.
    Basis with(LocalDateTime begin, Plan.@Nullable Status known) {
        return new Basis(
                zone, begin, known, calendars, defaultCalendar, resources, bookings, currency, dailyCost, costs, rates);
    }
}
