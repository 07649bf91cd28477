package org.fram.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.fram.price.Refusal.Reason;

/// What numbers may be, looked at before anything is computed with them: a number of a hundred million digits
/// is refused by its scale, not by running out of memory.
final class Limits {

    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final int SHOWN = 40;

    private Limits() {}

    /// Zero to `most`, with `decimals` places that are not zero; what is wrong is added to the refusals.
    static boolean within(BigDecimal number, BigDecimal most, int decimals, Reasons reasons, List<Refusal> refusals) {
        var wrong = number.signum() < 0
                ? Optional.of(reasons.negative())
                : number.compareTo(most) > 0
                        ? Optional.of(reasons.large())
                        : finer(number, decimals) ? Optional.of(reasons.fine()) : Optional.<Reason>empty();
        wrong.ifPresent(reason -> refusals.add(new Refusal(reason, shown(number))));
        return wrong.isEmpty();
    }

    /// The largest amount of a currency.
    static BigDecimal most(Currency currency) {
        return PriceLine.MOST.movePointLeft(currency.getDefaultFractionDigits());
    }

    static BigDecimal rounded(BigDecimal exact, Currency currency) {
        return exact.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_EVEN);
    }

    /// Not the number's digits: there may be a hundred million of them.
    static String shown(BigDecimal number) {
        long digits = (long) number.precision() + Math.abs((long) number.scale());
        if (digits <= SHOWN) {
            return number.toPlainString();
        }
        return number.precision() <= SHOWN ? number.toString() : "…";
    }

    private static boolean finer(BigDecimal number, int decimals) {
        return number.scale() > decimals
                && (number.precision() > SHOWN || number.stripTrailingZeros().scale() > decimals);
    }

    /// What a number is refused for.
    record Reasons(Reason negative, Reason large, Reason fine) {

        static Reasons all(Reason reason) {
            return new Reasons(reason, reason, reason);
        }
    }
}
