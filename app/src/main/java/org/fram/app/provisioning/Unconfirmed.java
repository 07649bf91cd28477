package org.fram.app.provisioning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// An order whose supplier has not confirmed a date in time.
///
/// @param days since it was ordered
/// @param stage 1 once the time for confirming is over, 2 after twice that time, 3 after three times and for good
public record Unconfirmed(int days, int stage) {

    /// The last stage.
    public static final int LAST_STAGE = 3;

    /// How it stands with an order on a day; empty where it is confirmed, not ordered, there, or in time.
    public static Optional<Unconfirmed> of(Order order, LocalDate today) {
        var ordered = order.day("ordered");
        var most = LeadTimes.library().confirm(order.kind());
        boolean settled = order.day("confirmed").isPresent()
                || order.day("foc").isPresent()
                || order.day("delivered").isPresent();
        if (ordered.isEmpty() || most.isEmpty() || settled) {
            return Optional.empty();
        }
        int days = Math.toIntExact(ChronoUnit.DAYS.between(ordered.get(), today));
        if (days <= most.getAsInt()) {
            return Optional.empty();
        }
        return Optional.of(new Unconfirmed(days, Math.min(LAST_STAGE, (days - 1) / most.getAsInt())));
    }
}
