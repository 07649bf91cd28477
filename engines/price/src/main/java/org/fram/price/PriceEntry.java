package org.fram.price;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fram.price.Refusal.Reason;
import org.jspecify.annotations.Nullable;

/// A line as somebody wrote it, with whatever they left out or mistyped.
///
/// A discount is a percentage of its line. A negative line is refused: what is taken off belongs to what it is
/// taken off from, or nobody can say which tax it is free of.
///
/// @param quantity may be left out where the kind counts nothing
/// @param discount in percent; none if left out
/// @param tax in percent; none if left out
public record PriceEntry(
        Kind kind,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal unitPrice,
        List<Tier> tiers,
        Tiering tiering,
        @Nullable BigDecimal discount,
        @Nullable BigDecimal tax,
        Standing standing,
        @Nullable Currency currency,
        @Nullable Conversion conversion) {

    public PriceEntry {
        tiers = List.copyOf(tiers);
    }

    /// What became of an entry.
    public sealed interface Checked {

        /// It has a price.
        record Good(PriceLine line) implements Checked {}

        /// It has none, for these reasons.
        record Refused(List<Refusal> refusals) implements Checked {

            public Refused {
                refusals = List.copyOf(refusals);
            }
        }
    }

    /// A line with a price, or all that stands against one.
    public Checked check() {
        var refusals = new ArrayList<Refusal>();
        if (quantity == null && kind.counted()) {
            refusals.add(new Refusal(Reason.QUANTITY_MISSING, ""));
        }
        if (unitPrice == null) {
            refusals.add(new Refusal(Reason.PRICE_MISSING, ""));
        }
        if (currency == null) {
            refusals.add(new Refusal(Reason.CURRENCY_MISSING, ""));
        }
        if (!tiers.isEmpty() && !kind.counted()) {
            refusals.add(new Refusal(Reason.TIERS_WITHOUT_QUANTITY, Integer.toString(tiers.size())));
        }
        var many = Objects.requireNonNullElse(quantity, BigDecimal.ONE);
        var each = Objects.requireNonNullElse(unitPrice, BigDecimal.ZERO);
        var off = Objects.requireNonNullElse(discount, BigDecimal.ZERO);
        var rate = Objects.requireNonNullElse(tax, BigDecimal.ZERO);
        var in = Objects.requireNonNullElseGet(currency, PriceEntry::any);
        var by = Optional.ofNullable(conversion);
        refusals.addAll(PriceLine.refusals(many, each, tiers, off, rate, in, by));
        if (!refusals.isEmpty()) {
            return new Checked.Refused(refusals);
        }
        var line = new PriceLine(kind, many, each, tiers, tiering, off, rate, standing, in, by);
        var amount = Limits.rounded(line.exact(), in);
        return amount.compareTo(Limits.most(in)) > 0
                ? new Checked.Refused(List.of(new Refusal(Reason.AMOUNT_TOO_LARGE, Limits.shown(amount))))
                : new Checked.Good(line);
    }

    /// Stands in where the currency is missing, which was refused, so that all else is looked at too.
    private static Currency any() {
        return Currency.getInstance("EUR");
    }
}
