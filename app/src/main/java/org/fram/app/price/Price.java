package org.fram.app.price;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.texts.Text;
import org.fram.price.PaymentPlan;
import org.fram.price.PriceLine;
import org.fram.price.PriceSheet;
import org.fram.price.Totals;
import org.fram.price.Totals.LineTotal;
import org.jspecify.annotations.Nullable;

/// What an engagement's price lines and payments come to, as whoever asks may see them.
///
/// What only one's own party sees is none of the price, as the other side does not add it up.
///
/// @param sheet the lines that have a price; null where none has
/// @param lines all of them, in the order in which they were added
/// @param payments all of them, in the order in which they were added
/// @param left what no payment pays; null where there are no payments, or they are no plan
/// @param refusal why what is there does not add up as a whole
public record Price(
        @Nullable PriceSheet sheet,
        List<Line> lines,
        List<Payment> payments,
        PaymentPlan.@Nullable Payment left,
        Optional<Text> refusal) {

    public Price {
        lines = List.copyOf(lines);
        payments = List.copyOf(payments);
    }

    /// A row of the register of price lines.
    ///
    /// @param priced as the engine has it; null where it has no price
    /// @param amount what it comes to, an option as if it were invoked; null where it has no price
    /// @param reasons why it has none
    public record Line(
            Row row,
            boolean ours,
            @Nullable PriceLine priced,
            @Nullable LineTotal amount,
            List<Text> reasons) {

        public Line {
            reasons = List.copyOf(reasons);
        }

        /// The numbers of the obligations that it pays for.
        public List<String> obligations() {
            return names(row);
        }
    }

    /// A row of the register of payments.
    ///
    /// @param pays null where that cannot be said
    /// @param reasons why not
    public record Payment(
            Row row, boolean ours, PaymentState state, PaymentPlan.@Nullable Payment pays, List<Text> reasons) {

        public Payment {
            reasons = List.copyOf(reasons);
        }

        /// The numbers of the obligations that have to be accepted.
        public List<String> obligations() {
            return names(row);
        }

        /// Whether it says what has to be accepted.
        public boolean tied() {
            return PaymentState.tied(row);
        }
    }

    /// The agreed price; empty where nothing has one.
    public Optional<Totals> total() {
        return Optional.ofNullable(sheet).map(PriceSheet::total);
    }

    /// The currency of the price; empty where nothing has one.
    public Optional<Currency> currency() {
        return Optional.ofNullable(sheet).map(PriceSheet::currency);
    }

    /// Whether there is neither a line nor a payment.
    public boolean isEmpty() {
        return lines.isEmpty() && payments.isEmpty();
    }

    /// An amount in the smallest units of its currency.
    static long minorUnits(BigDecimal amount) {
        return amount.unscaledValue().longValueExact();
    }

    private static List<String> names(Row row) {
        return row.get("obligations") instanceof List<?> names
                ? names.stream().map(Objects::toString).toList()
                : List.of();
    }
}
