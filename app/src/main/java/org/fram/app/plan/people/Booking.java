package org.fram.app.plan.people;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.Codes;
import org.fram.app.platform.register.Row;
import org.fram.facts.BusinessFunction;
import org.fram.facts.Side;
import org.jspecify.annotations.Nullable;

/// Somebody who is booked, as it stands in its register.
///
/// @param person by name or role
/// @param side of the table, or null where nothing is said
/// @param function to which they belong, or null
/// @param purpose null where nothing is said
/// @param activities numbers of activities of the plan
/// @param resource of the plan whose work they do; may be empty
/// @param people how many are booked together
/// @param available how much there is of them for all their bookings, in per cent of a full week
/// @param email by which they are asked; may be empty
/// @param confirmed when somebody heard it from them, or null
/// @param backfilledBy who does their daily work; may be empty
/// @param ours whether one's own party alone sees it
public record Booking(
        UUID id,
        int version,
        String ref,
        String person,
        @Nullable Side side,
        @Nullable BusinessFunction function,
        @Nullable Purpose purpose,
        List<String> activities,
        String resource,
        int people,
        Terms terms,
        BigDecimal available,
        String email,
        boolean firstWeekConfirmed,
        @Nullable LocalDate confirmed,
        @Nullable Boolean released,
        String backfilledBy,
        boolean ours) {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /// What somebody confirms: when, and with how much of their time.
    ///
    /// @param share in per cent of a full week
    public record Terms(LocalDate begins, LocalDate ends, BigDecimal share) {

        /// Whether they say the same.
        public boolean sameAs(Terms other) {
            return begins.equals(other.begins) && ends.equals(other.ends) && share.compareTo(other.share) == 0;
        }

        /// The same on other dates.
        public Terms on(LocalDate from, LocalDate until) {
            return new Terms(from, until, share);
        }
    }

    public Booking {
        activities = List.copyOf(activities);
    }

    static Booking of(Row row) {
        var share = row.get("share");
        var purpose = row.get("purpose");
        return new Booking(
                row.id(),
                row.version(),
                row.ref(),
                words(row, "person"),
                Codes.ofCell(Side.class, row.get("side")),
                Codes.ofCell(BusinessFunction.class, row.get("function")),
                purpose == null ? null : Code.of(Purpose.class, purpose.toString()),
                labels(row.get("activities")),
                words(row, "resource"),
                row.get("people") instanceof BigDecimal people ? people.intValue() : 1,
                new Terms(day(row, "begins"), day(row, "ends"), share instanceof BigDecimal part ? part : ALL),
                row.get("available") instanceof BigDecimal available ? available : ALL,
                words(row, "email"),
                Boolean.TRUE.equals(row.get("firstWeekConfirmed")),
                row.get("confirmed") instanceof LocalDate confirmed ? confirmed : null,
                (Boolean) row.get("released"),
                words(row, "backfilledBy"),
                row.get("seenBy") != null);
    }

    /// By which bookings of the same person belong together.
    public String whose() {
        return person.strip().toLowerCase(Locale.ROOT) + " " + (side == null ? "" : Codes.of(side));
    }

    /// Whether the last day has passed.
    public boolean over(LocalDate today) {
        return terms.ends().isBefore(today);
    }

    /// Whether people of the contact center take no calls because of it.
    public boolean offPhone() {
        return function == BusinessFunction.CONTACT_CENTER && purpose != null && purpose.offPhone();
    }

    private static String words(Row row, String column) {
        return Objects.toString(row.get(column), "");
    }

    private static LocalDate day(Row row, String column) {
        return (LocalDate) Objects.requireNonNull(row.get(column));
    }

    static List<String> labels(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
