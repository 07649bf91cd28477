package org.fram.app.provisioning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.pages.Tone;
import org.jspecify.annotations.Nullable;

/// By when something has to be ordered, or how it stands with it once it is.
///
/// The last day for ordering is the latest from which it still comes by the day on which it is needed, if it takes as
/// long as a rule. A date of the supplier, once something is ordered, takes the place of the lead time; a date cannot
/// lie in the past while nothing has come. Slack is in calendar days: until the last day for ordering while it
/// is not ordered, and between the day it is expected and the day it is needed afterwards. Below zero it is late.
///
/// @param orderBy the last day for ordering; empty where no need date is known
/// @param safeBy the last day for ordering if it takes as long as at worst; not after `orderBy`
/// @param expected the day on which it comes by what is known; empty while it is not ordered
/// @param slack in calendar days; empty where it cannot be told
public record OrderBy(
        State state,
        Optional<LocalDate> orderBy,
        Optional<LocalDate> safeBy,
        Optional<LocalDate> expected,
        Optional<Integer> slack) {

    /// Days before the last day for ordering from which on it should be ordered, whatever its spread.
    public static final int WINDOW = 14;

    /// How it stands.
    public enum State implements Code {
        /// It is not ordered, and comes too late if it is today.
        TOO_LATE(Tone.BAD),
        /// It is ordered, and comes after the day on which it is needed.
        ORDERED_TOO_LATE(Tone.BAD),
        /// It is not ordered, and should be: the last day is near, or it may take long.
        ORDER_NOW(Tone.WARN),
        /// It is not ordered, and nobody has said when it is needed.
        NO_NEED_DATE(Tone.WARN),
        /// It is not ordered, and there is time.
        LATER(Tone.CALM),
        /// It is ordered and comes in time by its lead time, or by a date that the supplier has not confirmed.
        ORDERED(Tone.ACCENT),
        /// It is ordered and the supplier has confirmed a date in time.
        FIRM(Tone.GOOD),
        /// It is there.
        DELIVERED(Tone.GOOD);

        private final Tone tone;

        State(Tone tone) {
            this.tone = tone;
        }

        /// How good or bad that is.
        public Tone tone() {
            return tone;
        }

        /// Whether somebody should do something now.
        public boolean isPressing() {
            return this == TOO_LATE || this == ORDERED_TOO_LATE || this == ORDER_NOW;
        }
    }

    /// What is known of an order.
    ///
    /// @param need the day on which it is needed, or null
    /// @param ordered the day of the order, or null
    /// @param supplierDate the day that the supplier names, or null; the firm order commitment where there is one
    /// @param confirmed whether the supplier has confirmed that day
    /// @param delivered the day on which it came, or null
    public record Known(
            @Nullable LocalDate need,
            LeadTime leadTime,
            @Nullable LocalDate ordered,
            @Nullable LocalDate supplierDate,
            boolean confirmed,
            @Nullable LocalDate delivered) {}

    /// How it stands with an order on a day.
    public static OrderBy of(Known known, LocalDate today) {
        var need = Optional.ofNullable(known.need());
        var orderBy = need.map(known.leadTime()::lastOrder);
        var safeBy = need.map(known.leadTime()::safeOrder);
        if (known.delivered() != null) {
            return new OrderBy(State.DELIVERED, orderBy, safeBy, Optional.of(known.delivered()), Optional.empty());
        }
        if (known.ordered() == null) {
            var slack = orderBy.map(last -> days(today, last));
            return new OrderBy(open(orderBy, safeBy, today), orderBy, safeBy, Optional.empty(), slack);
        }
        var named = known.supplierDate() == null ? known.leadTime().arrival(known.ordered()) : known.supplierDate();
        var expected = named.isBefore(today) ? today : named;
        var slack = need.map(day -> days(expected, day));
        boolean firm = known.supplierDate() != null
                && known.confirmed()
                && !known.supplierDate().isBefore(today);
        var inTime = firm ? State.FIRM : State.ORDERED;
        var state = slack.filter(left -> left < 0).isPresent() ? State.ORDERED_TOO_LATE : inTime;
        return new OrderBy(state, orderBy, safeBy, Optional.of(expected), slack);
    }

    private static State open(Optional<LocalDate> orderBy, Optional<LocalDate> safeBy, LocalDate today) {
        if (orderBy.isEmpty() || safeBy.isEmpty()) {
            return State.NO_NEED_DATE;
        }
        if (today.isAfter(orderBy.get())) {
            return State.TOO_LATE;
        }
        boolean near = !today.isBefore(orderBy.get().minusDays(WINDOW));
        return near || !today.isBefore(safeBy.get()) ? State.ORDER_NOW : State.LATER;
    }

    private static int days(LocalDate from, LocalDate until) {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, until));
    }
}
