package org.fram.app.plan.people;

import java.util.HashMap;
import java.util.UUID;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.RowActs;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Booking somebody on the dates that they named instead.
@Component
public class TakingOtherDates {

    private final Transactions transactions;
    private final Authority authority;
    private final Bookings bookings;
    private final Register register;

    TakingOtherDates(Transactions transactions, Authority authority, Bookings bookings, Register bookingsRegister) {
        this.transactions = transactions;
        this.authority = authority;
        this.bookings = bookings;
        this.register = bookingsRegister;
    }

    /// What came of it.
    public sealed interface Outcome {

        record Done() implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// Puts the dates of their newest answer in place of those of the booking.
    ///
    /// @param answer the one that the page showed
    public Outcome take(Actor.Person me, EngagementId engagement, UUID booking, UUID answer) {
        return transactions.<Outcome>as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            var all = bookings.of(engagement);
            var found = all.stream().filter(other -> other.id().equals(booking)).findFirst();
            if (found.isEmpty()) {
                return new Outcome.Refused(Text.of("plan.booking.refused.gone"));
            }
            var one = found.get();
            var state = bookings.states(engagement, all).get(booking);
            var last = state == null || state.kind() != BookingState.Kind.OTHER_DATES ? null : state.last();
            var dates = last == null ? null : last.other();
            if (last == null || dates == null || !last.id().equals(answer)) {
                return new Outcome.Refused(Text.of("plan.booking.refused.noOther"));
            }
            var wanted = new HashMap<String, @Nullable Object>();
            wanted.put("begins", dates.from());
            wanted.put("ends", dates.until());
            var seen = new RowActs.Seen.Version(one.version());
            return register.acts().change(register, me, engagement, booking, seen, wanted)
                            instanceof RowActs.RowOutcome.Done
                    ? new Outcome.Done()
                    : new Outcome.Refused(Text.of("plan.booking.refused.changed"));
        });
    }
}
