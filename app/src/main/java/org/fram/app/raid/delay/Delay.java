package org.fram.app.raid.delay;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.fram.app.platform.register.Money;
import org.fram.app.platform.register.Row;
import org.jspecify.annotations.Nullable;

/// Time that one side lost because of another.
///
/// @param party that was waited for
/// @param ended the last day of it, or null while it lasts
/// @param cause why, or empty
/// @param moved days by which it moved the go-live date, or null where nobody has said
/// @param change in which it was claimed, or empty
/// @param source the page on which it was noted, or empty
public record Delay(
        UUID id,
        String ref,
        String text,
        String party,
        LocalDate began,
        @Nullable LocalDate ended,
        String cause,
        @Nullable BigDecimal moved,
        Money.@Nullable Sum money,
        String change,
        String source) {

    static Delay of(Row row) {
        return new Delay(
                row.id(),
                row.ref(),
                words(row, "text"),
                words(row, "party"),
                (LocalDate) Objects.requireNonNull(row.get("began")),
                (LocalDate) row.get("ended"),
                words(row, "cause"),
                (BigDecimal) row.get("days"),
                (Money.Sum) row.get("money"),
                words(row, "change"),
                words(row, "source"));
    }

    /// How many days it took, up to today while it lasts; at least one, as the first day counts.
    public long days(LocalDate today) {
        var last = ended == null ? today : ended;
        return Math.max(0, ChronoUnit.DAYS.between(began, last)) + 1;
    }

    private static String words(Row row, String column) {
        return Objects.toString(row.get(column), "");
    }
}
