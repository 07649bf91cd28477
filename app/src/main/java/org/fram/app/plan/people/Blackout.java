package org.fram.app.plan.people;

import java.time.LocalDate;
import java.util.Objects;
import org.fram.app.platform.register.Row;

/// A time in which nobody of the contact center can be off the phones.
///
/// @param why as people call it, such as the week after bills go out
/// @param begins first day
/// @param ends last day
public record Blackout(String ref, String why, LocalDate begins, LocalDate ends) {

    static Blackout of(Row row) {
        return new Blackout(
                row.ref(),
                Objects.toString(row.get("text"), ""),
                (LocalDate) Objects.requireNonNull(row.get("begins")),
                (LocalDate) Objects.requireNonNull(row.get("ends")));
    }

    /// Whether people are booked off the phones in it.
    public boolean meets(Booking booking) {
        return booking.offPhone()
                && meets(booking.terms().begins(), booking.terms().ends());
    }

    /// Whether it has a day between two, both included.
    public boolean meets(LocalDate first, LocalDate last) {
        return !first.isAfter(ends) && !last.isBefore(begins);
    }
}
