package org.fram.app.price;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fram.app.platform.access.Codes;
import org.fram.app.platform.register.Money;
import org.fram.app.platform.register.Row;
import org.fram.price.Conversion;
import org.fram.price.Kind;
import org.fram.price.PriceEntry;
import org.fram.price.Standing;
import org.fram.price.Tiering;

/// A row of the register of price lines, as the engine takes it.
final class LineEntry {

    private LineEntry() {}

    /// The entry; empty where nobody has said yet how the line is priced.
    static Optional<PriceEntry> of(Row row) {
        return row.get("kind") == null
                ? Optional.empty()
                : Optional.of(of(row, Codes.constant(Kind.class, Objects.requireNonNull(row.get("kind")))));
    }

    /// The entry as if the line were priced like that.
    static PriceEntry of(Row row, Kind kind) {
        var price = row.get("unitPrice") instanceof Money.Sum sum ? sum : null;
        var tiers = row.get("tiers") instanceof String text
                ? TierText.read(text).orElseGet(List::of)
                : List.<org.fram.price.Tier>of();
        return new PriceEntry(
                kind,
                (BigDecimal) row.get("quantity"),
                price == null ? null : price.amount(),
                tiers,
                row.get("tiering") == null
                        ? Tiering.GRADUATED
                        : Codes.constant(Tiering.class, Objects.requireNonNull(row.get("tiering"))),
                (BigDecimal) row.get("discount"),
                (BigDecimal) row.get("tax"),
                standing(row),
                price == null ? null : price.currency(),
                row.get("exchangeRate") instanceof BigDecimal rate && row.get("exchangeDay") instanceof LocalDate day
                        ? new Conversion(rate, day)
                        : null);
    }

    private static Standing standing(Row row) {
        if (!Boolean.TRUE.equals(row.get("option"))) {
            return Standing.AGREED;
        }
        return Boolean.TRUE.equals(row.get("invoked")) ? Standing.INVOKED : Standing.OPTION;
    }
}
