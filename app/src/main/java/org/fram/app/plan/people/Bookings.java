package org.fram.app.plan.people;

import static java.util.stream.Collectors.groupingBy;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fram.app.engagement.Engagements;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.register.Query;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Rows;
import org.springframework.stereotype.Component;

/// Who is booked, and the times in which nobody can be off the phones, as far as whoever asks may see them. Is
/// asked within a transaction.
@Component
public class Bookings {

    private final Rows rows;
    private final Register bookings;
    private final Register blackouts;
    private final AskedBookings asked;
    private final Engagements engagements;
    private final InstantSource clock;

    Bookings(
            Rows rows,
            Register bookingsRegister,
            Register blackoutsRegister,
            AskedBookings asked,
            Engagements engagements,
            InstantSource clock) {
        this.rows = rows;
        this.bookings = bookingsRegister;
        this.blackouts = blackoutsRegister;
        this.asked = asked;
        this.engagements = engagements;
        this.clock = clock;
    }

    /// All bookings of an engagement, in the order in which they were added.
    public List<Booking> of(EngagementId engagement) {
        return rows.all(bookings, engagement, Query.ALL).stream()
                .map(Booking::of)
                .toList();
    }

    /// The times in which nobody can be off the phones.
    public List<Blackout> blackouts(EngagementId engagement) {
        return rows.all(blackouts, engagement, Query.ALL).stream()
                .map(Blackout::of)
                .toList();
    }

    /// How it stands with each of these bookings of an engagement, by their ids.
    public Map<UUID, BookingState> states(EngagementId engagement, List<Booking> some) {
        var all = asked.of(engagement).stream().collect(groupingBy(Asked::booking));
        var zone = engagements.get(engagement).timeZone();
        var now = clock.instant();
        return some.stream()
                .collect(Collectors.toMap(
                        Booking::id, one -> BookingState.of(one, all.getOrDefault(one.id(), List.of()), now, zone)));
    }

    /// How it stands with one booking, wherever it belongs.
    BookingState state(Booking booking) {
        var all = asked.ofBooking(booking.id());
        ZoneId zone = all.isEmpty()
                ? ZoneOffset.UTC
                : engagements.get(all.getFirst().engagement()).timeZone();
        return BookingState.of(booking, all, clock.instant(), zone);
    }

    /// The day that it is where the engagement is.
    public LocalDate today(EngagementId engagement) {
        return engagements.today(engagement);
    }
}
