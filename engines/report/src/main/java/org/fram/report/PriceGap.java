package org.fram.report;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.fram.review.Review;
import org.fram.review.values.Money;
import org.jspecify.annotations.Nullable;

/// By how much the lines of a price table miss the stated total.
///
/// @param sum of the lines, with its currency where it is known
/// @param difference in words: `$50 less than stated`
record PriceGap(String sum, String difference) {

    /// The gap; empty where the lines stand in several tables, are in several currencies, or cannot be read, so that
    /// one sum would say nothing.
    static Optional<PriceGap> of(Review.Price price) {
        var stated = price.statedTotal() == null ? null : amount(price.statedTotal());
        boolean oneTable = price.lines().stream()
                        .map(line -> line.place().table())
                        .distinct()
                        .count()
                == 1;
        if (stated == null || !oneTable) {
            return Optional.empty();
        }
        var sum = BigDecimal.ZERO;
        for (var line : price.lines()) {
            var amount = amount(line.amount());
            boolean sameCurrency = amount != null
                    && (amount.currency() == null
                            || stated.currency() == null
                            || Objects.equals(amount.currency(), stated.currency()));
            if (amount == null || !sameCurrency) {
                return Optional.empty();
            }
            sum = sum.add(amount.amount());
        }
        int order = sum.compareTo(stated.amount());
        if (order == 0) {
            return Optional.empty();
        }
        var difference = sum.subtract(stated.amount()).abs();
        return Optional.of(new PriceGap(
                written(sum, stated.currency()),
                "%s %s than stated".formatted(written(difference, stated.currency()), order < 0 ? "less" : "more")));
    }

    private static @Nullable Money amount(String text) {
        return Money.cell(text, null) instanceof Money.Cell.Amount(var money) ? money : null;
    }

    private static String written(BigDecimal amount, @Nullable String currency) {
        var format = NumberFormat.getNumberInstance(Locale.US);
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        format.setMinimumFractionDigits(whole ? 0 : 2);
        format.setMaximumFractionDigits(whole ? 0 : 2);
        var figures = format.format(amount);
        if (currency == null) {
            return figures;
        }
        return switch (currency) {
            case "USD" -> "$" + figures;
            case "EUR" -> "€" + figures;
            case "GBP" -> "£" + figures;
            default -> currency + " " + figures;
        };
    }
}
