package org.fram.price;

import java.util.Locale;

/// Why a line, a sheet or a plan has no price.
///
/// @param seen the value that was refused, as it was given; empty where there was none
public record Refusal(Reason reason, String seen) {

    /// The reasons there are.
    public enum Reason {
        QUANTITY_MISSING,
        QUANTITY_NEGATIVE,
        QUANTITY_TOO_LARGE,
        QUANTITY_TOO_FINE,
        PRICE_MISSING,
        PRICE_NEGATIVE,
        PRICE_TOO_LARGE,
        PRICE_TOO_FINE,
        CURRENCY_MISSING,
        /// Gold and the like have no smallest unit.
        CURRENCY_WITHOUT_UNIT,
        /// A line that says no number has no use for tiers.
        TIERS_WITHOUT_QUANTITY,
        /// Each tier begins above the one before it, the first above nothing.
        TIERS_OUT_OF_ORDER,
        TIERS_TOO_MANY,
        DISCOUNT_OUT_OF_RANGE,
        TAX_OUT_OF_RANGE,
        /// The line is in another currency than the sheet and does not say at which rate.
        RATE_MISSING,
        RATE_OUT_OF_RANGE,
        /// The amount that comes out is above [PriceLine#MOST].
        AMOUNT_TOO_LARGE,
        /// The lines are good, and together they come to more than [PriceLine#MOST].
        TOTAL_TOO_LARGE,
        SHARE_OUT_OF_RANGE,
        PAYMENT_NEGATIVE,
        PAYMENT_TOO_LARGE,
        PAYMENT_TOO_FINE,
        /// All milestones together pay more than the price.
        PAYMENTS_ABOVE_TOTAL;

        /// The reason in files and in keys of texts.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
