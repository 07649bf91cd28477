package org.fram.app.price.web;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.register.Row;
import org.fram.price.PriceLine;
import org.jspecify.annotations.Nullable;

/// Numbers of prices as people read them.
final class Figures {

    private Figures() {}

    /// An amount with its decimals, and with signs between thousands.
    static String amount(Frame frame, BigDecimal amount) {
        return String.format(frame.texts().locale(), "%,." + amount.scale() + "f", amount);
    }

    static String percent(Frame frame, BigDecimal percent) {
        return number(frame, percent) + " %";
    }

    /// How a line is priced: `Per unit: 600 licence × EUR 41.50`.
    static String how(Frame frame, Row row, @Nullable PriceLine line) {
        if (line == null) {
            return row.get("kind") == null ? "" : frame.text("price.kind." + row.get("kind"));
        }
        String kind = frame.text("price.kind." + row.get("kind"));
        String code = line.currency().getCurrencyCode();
        String unit = row.get("unit") == null ? "" : " " + row.get("unit");
        String price = code + " " + price(frame, line.unitPrice(), line);
        String counted = row.get("quantity") == null ? price : number(frame, line.quantity()) + unit + " × " + price;
        String tiers = line.tiers().stream()
                .map(tier ->
                        frame.text("price.page.tier", number(frame, tier.above()), price(frame, tier.price(), line)))
                .collect(Collectors.joining(", "));
        String tiering = line.tiers().isEmpty()
                ? ""
                : "; " + tiers + " (" + frame.text("price.tiering." + row.get("tiering")) + ")";
        String rate = line.conversion()
                .map(by -> "; " + frame.text("price.page.rate", number(frame, by.rate()), frame.date(by.day())))
                .orElse("");
        return kind + ": " + counted + tiering + rate;
    }

    private static String price(Frame frame, BigDecimal price, PriceLine line) {
        int usual = line.currency().getDefaultFractionDigits();
        var plain = price.stripTrailingZeros();
        return amount(frame, plain.setScale(Math.max(plain.scale(), usual)));
    }

    private static String number(Frame frame, BigDecimal number) {
        var plain = number.stripTrailingZeros();
        return amount(frame, plain.setScale(Math.max(plain.scale(), 0)));
    }
}
