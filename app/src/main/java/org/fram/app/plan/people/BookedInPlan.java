package org.fram.app.plan.people;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fram.app.engagement.BookedPeople;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Members;
import org.fram.app.platform.access.EngagementId;
import org.springframework.stereotype.Component;

/// Who is booked for the plan, as others look at several engagements.
@Component
class BookedInPlan implements BookedPeople {

    private final Bookings bookings;
    private final Members members;

    BookedInPlan(Bookings bookings, Members members) {
        this.bookings = bookings;
        this.members = members;
    }

    @Override
    public List<Booked> of(EngagementId engagement) {
        Map<String, String> addresses = members.of(engagement).stream()
                .collect(toMap(
                        member -> member.name().strip().toLowerCase(Locale.ROOT), Member::email, (first, _) -> first));
        return bookings.of(engagement).stream()
                .map(booking -> new Booked(
                        booking.email().isBlank()
                                ? addresses.getOrDefault(
                                        booking.person().strip().toLowerCase(Locale.ROOT), "")
                                : booking.email().strip().toLowerCase(Locale.ROOT),
                        booking.person(),
                        booking.terms().begins(),
                        booking.terms().ends(),
                        booking.terms().share(),
                        booking.available()))
                .filter(booked -> !booked.whose().isEmpty())
                .toList();
    }
}
