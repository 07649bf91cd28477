package org.fram.price;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.fram.price.Limits.Reasons;
import org.fram.price.Refusal.Reason;

/// A line that has a price. Made from what people wrote by [PriceEntry#check].
///
/// @param quantity how many; 1 where the kind counts nothing
/// @param unitPrice of one, up to the first tier
/// @param tiers by the quantity above which they hold, ascending
/// @param discount in percent of the line, 0 to 100
/// @param tax in percent of the net amount, 0 to 100
/// @param conversion into the sheet's currency, where the line's is another
public record PriceLine(
        Kind kind,
        BigDecimal quantity,
        BigDecimal unitPrice,
        List<Tier> tiers,
        Tiering tiering,
        BigDecimal discount,
        BigDecimal tax,
        Standing standing,
        Currency currency,
        Optional<Conversion> conversion) {

    /// Beyond a million millions of anything somebody mistyped.
    public static final BigDecimal MOST_OF_A_QUANTITY = BigDecimal.TEN.pow(12);

    /// The largest amount, in the currency's smallest units; every amount fits into a `long`.
    public static final BigDecimal MOST = BigDecimal.TEN.pow(15);

    /// Decimals of quantities, of the price of one and of rates of exchange.
    public static final int DECIMALS = 6;

    public static final int MOST_TIERS = 50;

    private static final int DECIMALS_OF_PERCENT = 4;
    private static final Reasons QUANTITY =
            new Reasons(Reason.QUANTITY_NEGATIVE, Reason.QUANTITY_TOO_LARGE, Reason.QUANTITY_TOO_FINE);
    private static final Reasons PRICE =
            new Reasons(Reason.PRICE_NEGATIVE, Reason.PRICE_TOO_LARGE, Reason.PRICE_TOO_FINE);

    /// @throws IllegalArgumentException where [PriceEntry#check] would have refused it
    public PriceLine {
        tiers = List.copyOf(tiers);
        var refusals = refusals(quantity, unitPrice, tiers, discount, tax, currency, conversion);
        if (!refusals.isEmpty()) {
            throw new IllegalArgumentException("This line has no price: " + refusals);
        }
        tax = plain(tax);
    }

    /// What the line comes to in its own currency before anything is rounded.
    BigDecimal exact() {
        return (tiering == Tiering.GRADUATED ? graduated() : quantity.multiply(reached()))
                .multiply(Limits.HUNDRED.subtract(discount))
                .movePointLeft(2);
    }

    private BigDecimal graduated() {
        var sum = BigDecimal.ZERO;
        var from = BigDecimal.ZERO;
        var price = unitPrice;
        for (var tier : tiers) {
            if (quantity.compareTo(tier.above()) <= 0) {
                break;
            }
            sum = sum.add(tier.above().subtract(from).multiply(price));
            from = tier.above();
            price = tier.price();
        }
        return sum.add(quantity.subtract(from).multiply(price));
    }

    private BigDecimal reached() {
        return tiers.stream()
                .filter(tier -> quantity.compareTo(tier.above()) > 0)
                .reduce((_, later) -> later)
                .map(Tier::price)
                .orElse(unitPrice);
    }

    static List<Refusal> refusals(
            BigDecimal quantity,
            BigDecimal unitPrice,
            List<Tier> tiers,
            BigDecimal discount,
            BigDecimal tax,
            Currency currency,
            Optional<Conversion> conversion) {
        var refusals = new ArrayList<Refusal>();
        Limits.within(quantity, MOST_OF_A_QUANTITY, DECIMALS, QUANTITY, refusals);
        Limits.within(unitPrice, MOST, DECIMALS, PRICE, refusals);
        refuseTiers(tiers, refusals);
        Limits.within(
                discount, Limits.HUNDRED, DECIMALS_OF_PERCENT, Reasons.all(Reason.DISCOUNT_OUT_OF_RANGE), refusals);
        Limits.within(tax, Limits.HUNDRED, DECIMALS_OF_PERCENT, Reasons.all(Reason.TAX_OUT_OF_RANGE), refusals);
        if (currency.getDefaultFractionDigits() < 0) {
            refusals.add(new Refusal(Reason.CURRENCY_WITHOUT_UNIT, currency.getCurrencyCode()));
        }
        conversion.ifPresent(by -> {
            var outOfRange = Reasons.all(Reason.RATE_OUT_OF_RANGE);
            if (Limits.within(by.rate(), MOST_OF_A_QUANTITY, DECIMALS, outOfRange, refusals)
                    && by.rate().signum() == 0) {
                refusals.add(new Refusal(Reason.RATE_OUT_OF_RANGE, Limits.shown(by.rate())));
            }
        });
        return refusals;
    }

    private static void refuseTiers(List<Tier> tiers, List<Refusal> refusals) {
        if (tiers.size() > MOST_TIERS) {
            refusals.add(new Refusal(Reason.TIERS_TOO_MANY, Integer.toString(tiers.size())));
            return;
        }
        var before = BigDecimal.ZERO;
        for (var tier : tiers) {
            Limits.within(tier.above(), MOST_OF_A_QUANTITY, DECIMALS, QUANTITY, refusals);
            Limits.within(tier.price(), MOST, DECIMALS, PRICE, refusals);
            if (tier.above().compareTo(before) <= 0) {
                refusals.add(new Refusal(Reason.TIERS_OUT_OF_ORDER, Limits.shown(tier.above())));
            }
            before = tier.above();
        }
    }

    /// 19.00 and 19 are one rate of tax.
    private static BigDecimal plain(BigDecimal percent) {
        var stripped = percent.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
