package org.fram.app.plan.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.pages.Tone;
import org.jspecify.annotations.Nullable;

/// Whether a booking as it stands is confirmed. It follows from what people said by their links and from what
/// somebody wrote down for them; what they said to other dates, or to another share of their time, confirms
/// nothing.
///
/// @param confirmed when it was last confirmed as it stands, or null
/// @param firstWeek whether the first week is confirmed
/// @param last the newest answer, or else the newest question that is open; null where there is neither
public record BookingState(
        Kind kind,
        @Nullable LocalDate confirmed,
        boolean firstWeek,
        @Nullable Asked last) {

    /// After so many days people are asked again.
    public static final int DAYS = 14;

    /// How it stands.
    public enum Kind implements Code {
        CONFIRMED,
        /// Somebody was asked and has not answered yet.
        ASKED,
        /// It was confirmed, but too long ago.
        LONG_AGO,
        OTHER_DATES,
        DECLINED,
        UNCONFIRMED,
        /// Its last day has passed.
        OVER;

        /// How good or bad that is.
        public Tone tone() {
            return switch (this) {
                case CONFIRMED -> Tone.GOOD;
                case ASKED -> Tone.ACCENT;
                case LONG_AGO, OTHER_DATES, UNCONFIRMED -> Tone.WARN;
                case DECLINED -> Tone.BAD;
                case OVER -> Tone.CALM;
            };
        }
    }

    /// How it stands with a booking.
    ///
    /// @param all that was asked about it
    static BookingState of(Booking booking, List<Asked> all, Instant now, ZoneId zone) {
        var today = LocalDate.ofInstant(now, zone);
        var said = all.stream()
                .filter(one -> one.given() != null)
                .max(Comparator.comparing(BookingState::given))
                .orElse(null);
        var byHand = booking.confirmed();
        boolean withdrawn = said != null
                && !said.agreesTo(booking.terms())
                && said.terms().sameAs(booking.terms())
                && (byHand == null || !byHand.isAfter(LocalDate.ofInstant(given(said), zone)));
        var yes = all.stream()
                .filter(one -> one.given() != null && one.agreesTo(booking.terms()))
                .map(one -> LocalDate.ofInstant(given(one), zone));
        var confirmed = withdrawn
                ? Optional.<LocalDate>empty()
                : Stream.concat(yes, Stream.ofNullable(byHand)).max(Comparator.naturalOrder());
        boolean firstWeek = !withdrawn
                && (booking.firstWeekConfirmed()
                        || all.stream().anyMatch(one -> one.given() != null && one.agreesTo(booking.terms())));
        var open = all.stream()
                .filter(one -> one.open(now) && one.terms().sameAs(booking.terms()))
                .max(Comparator.comparing(Asked::asked))
                .orElse(null);
        var kind = kind(booking, withdrawn ? said : null, confirmed.orElse(null), open != null, today);
        return new BookingState(
                kind, confirmed.orElse(null), firstWeek, kind == Kind.ASKED ? open : said == null ? open : said);
    }

    private static Kind kind(
            Booking booking, @Nullable Asked withdrawn, @Nullable LocalDate confirmed, boolean asked, LocalDate today) {
        if (booking.over(today)) {
            return Kind.OVER;
        }
        if (withdrawn != null) {
            return withdrawn.answer() == Asked.Answer.NO ? Kind.DECLINED : Kind.OTHER_DATES;
        }
        if (confirmed != null && ChronoUnit.DAYS.between(confirmed, today) <= DAYS) {
            return Kind.CONFIRMED;
        }
        if (asked) {
            return Kind.ASKED;
        }
        return confirmed == null ? Kind.UNCONFIRMED : Kind.LONG_AGO;
    }

    private static Instant given(Asked one) {
        var given = one.given();
        return given == null ? Instant.MIN : given;
    }
}
