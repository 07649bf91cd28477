package org.fram.app.price;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.RowRules;
import org.fram.app.platform.texts.Text;
import org.fram.price.Kind;
import org.fram.price.PriceEntry.Checked;
import org.fram.price.Refusal;

/// What a price line may say. A line may be unfinished; what it says already must be right.
final class LineRules implements RowRules {

    @Override
    public Map<String, Text> refuse(Row row) {
        var reasons = new LinkedHashMap<String, Text>();
        boolean option = Boolean.TRUE.equals(row.get("option"));
        if (Boolean.TRUE.equals(row.get("invoked")) && !option) {
            reasons.put("invoked", Text.of("price.line.refused.invoked"));
        }
        if ((row.get("exchangeRate") == null) != (row.get("exchangeDay") == null)) {
            reasons.put(
                    row.get("exchangeRate") == null ? "exchangeRate" : "exchangeDay",
                    Text.of("price.line.refused.exchange"));
        }
        if (row.get("tiers") instanceof String text) {
            if (TierText.read(text).isEmpty()) {
                reasons.put("tiers", Text.of("price.line.refused.tiers", text));
            } else if (row.get("tiering") == null) {
                reasons.put("tiering", Text.of("price.line.refused.tiering"));
            }
        }
        // Of any kind that counts, the numbers have to be right.
        var entry = LineEntry.of(row).orElseGet(() -> LineEntry.of(row, Kind.PER_UNIT));
        if (entry.check() instanceof Checked.Refused(var refusals)) {
            for (var refusal : refusals) {
                if (!unfinished(refusal.reason())) {
                    reasons.putIfAbsent(column(refusal.reason()), text(refusal));
                }
            }
        }
        return reasons;
    }

    /// The reason in words.
    static Text text(Refusal refusal) {
        return Text.of("price.refusal." + refusal.reason().code(), refusal.seen());
    }

    private static boolean unfinished(Refusal.Reason reason) {
        return switch (reason) {
            case QUANTITY_MISSING, PRICE_MISSING, CURRENCY_MISSING -> true;
            default -> false;
        };
    }

    /// Where what was refused stands.
    private static String column(Refusal.Reason reason) {
        return switch (reason) {
            case QUANTITY_MISSING, QUANTITY_NEGATIVE, QUANTITY_TOO_LARGE, QUANTITY_TOO_FINE -> "quantity";
            case TIERS_WITHOUT_QUANTITY, TIERS_OUT_OF_ORDER, TIERS_TOO_MANY -> "tiers";
            case DISCOUNT_OUT_OF_RANGE -> "discount";
            case TAX_OUT_OF_RANGE -> "tax";
            case RATE_MISSING, RATE_OUT_OF_RANGE -> "exchangeRate";
            case PRICE_MISSING,
                    PRICE_NEGATIVE,
                    PRICE_TOO_LARGE,
                    PRICE_TOO_FINE,
                    CURRENCY_MISSING,
                    CURRENCY_WITHOUT_UNIT,
                    AMOUNT_TOO_LARGE,
                    TOTAL_TOO_LARGE,
                    SHARE_OUT_OF_RANGE,
                    PAYMENT_NEGATIVE,
                    PAYMENT_TOO_LARGE,
                    PAYMENT_TOO_FINE,
                    PAYMENTS_ABOVE_TOTAL -> "unitPrice";
        };
    }
}
