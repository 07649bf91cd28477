package org.fram.app.plan.people;

import java.time.LocalDate;
import java.util.List;
import org.fram.app.engagement.ActsOnPlan;
import org.fram.app.platform.access.EngagementId;
import org.springframework.stereotype.Component;

/// People who are booked for activities of the plan, as simulations ask what it costs when they do not come.
@Component
class NeededPeople implements ActsOnPlan {

    private final Bookings bookings;

    NeededPeople(Bookings bookings) {
        this.bookings = bookings;
    }

    @Override
    public List<Needed> needed(EngagementId engagement, LocalDate today) {
        return bookings.of(engagement).stream()
                .filter(booking -> !booking.over(today) && !booking.activities().isEmpty())
                .map(booking -> new Needed(
                        booking.ref(), booking.person(), booking.terms().begins(), booking.activities()))
                .toList();
    }
}
