package org.fram.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fram.price.Lines.entry;
import static org.fram.price.Lines.good;
import static org.fram.price.Lines.in;
import static org.fram.price.Lines.taxed;
import static org.fram.price.Lines.tiered;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fram.price.PriceEntry.Checked;
import org.fram.price.Refusal.Reason;
import org.junit.jupiter.api.Test;

class PriceEntryTest {

    private static final PriceEntry FIXED = entry(Kind.FIXED, null, "100");
    private static final PriceEntry CALLS = entry(Kind.TRANSACTION, "5000", "0.06");

    @Test
    void whatIsMissingIsSaidAllAtOnce() {
        var empty = in(entry(Kind.HOURLY, null, null), null, null);

        assertThat(reasons(empty))
                .containsExactly(Reason.QUANTITY_MISSING, Reason.PRICE_MISSING, Reason.CURRENCY_MISSING);
    }

    @Test
    void aNumberOfOneIsMeantWhereNothingIsCounted() {
        assertThat(good(FIXED).quantity()).isEqualByComparingTo("1");
        assertThat(good(FIXED).discount()).isZero();
        assertThat(good(entry(Kind.TRAVEL_AT_COST, "4", "600")).quantity()).isEqualByComparingTo("4");
    }

    @Test
    void nothingIsBelowZero() {
        assertThat(refusals(entry(Kind.FIXED, null, "-0.01")))
                .containsExactly(new Refusal(Reason.PRICE_NEGATIVE, "-0.01"));
        assertThat(reasons(entry(Kind.PER_UNIT, "-1", "5"))).containsExactly(Reason.QUANTITY_NEGATIVE);
        assertThat(reasons(tiered(CALLS, Tiering.VOLUME, "1000", "-0.05"))).containsExactly(Reason.PRICE_NEGATIVE);
        assertThat(reasons(entry(Kind.FIXED, null, "0")))
                .as("what comes for free")
                .isEmpty();
    }

    @Test
    void aDiscountAndATaxAreZeroToAHundredPercent() {
        assertThat(reasons(taxed(FIXED, "0", "0"))).isEmpty();
        assertThat(reasons(taxed(FIXED, "100", "100"))).isEmpty();
        assertThat(refusals(taxed(FIXED, "100.01", "-1")))
                .containsExactly(
                        new Refusal(Reason.DISCOUNT_OUT_OF_RANGE, "100.01"),
                        new Refusal(Reason.TAX_OUT_OF_RANGE, "-1"));
        assertThat(reasons(taxed(FIXED, "-5", "19.00001")))
                .containsExactly(Reason.DISCOUNT_OUT_OF_RANGE, Reason.TAX_OUT_OF_RANGE);
    }

    @Test
    void tiersAscendFromAboveNothing() {
        assertThat(reasons(tiered(CALLS, Tiering.GRADUATED, "1000", "0.05", "5000", "0.04")))
                .isEmpty();
        assertThat(refusals(tiered(CALLS, Tiering.GRADUATED, "5000", "0.05", "1000", "0.04")))
                .containsExactly(new Refusal(Reason.TIERS_OUT_OF_ORDER, "1000"));
        assertThat(reasons(tiered(CALLS, Tiering.VOLUME, "1000", "0.05", "1000.0", "0.04")))
                .containsExactly(Reason.TIERS_OUT_OF_ORDER);
        assertThat(reasons(tiered(CALLS, Tiering.VOLUME, "0", "0.05"))).containsExactly(Reason.TIERS_OUT_OF_ORDER);
        assertThat(reasons(tiered(FIXED, Tiering.VOLUME, "10", "5"))).containsExactly(Reason.TIERS_WITHOUT_QUANTITY);

        var many = new ArrayList<String>();
        for (int at = 1; at <= 51; at++) {
            many.add(Integer.toString(at));
            many.add("1");
        }
        assertThat(reasons(tiered(CALLS, Tiering.VOLUME, many.toArray(String[]::new))))
                .containsExactly(Reason.TIERS_TOO_MANY);
    }

    @Test
    void numbersAreAsFineAndAsLargeAsPricesAre() {
        assertThat(reasons(entry(Kind.PER_UNIT, "0.000001", "0.000001"))).isEmpty();
        assertThat(reasons(entry(Kind.PER_UNIT, "1.0000000", "2.50000000000")))
                .as("zeros")
                .isEmpty();
        assertThat(reasons(entry(Kind.PER_UNIT, "0.0000001", "0.0000001")))
                .containsExactly(Reason.QUANTITY_TOO_FINE, Reason.PRICE_TOO_FINE);
        assertThat(reasons(entry(Kind.PER_UNIT, "1000000000001", "1000000000000001")))
                .containsExactly(Reason.QUANTITY_TOO_LARGE, Reason.PRICE_TOO_LARGE);
    }

    @Test
    void whatComesToTooMuchIsRefusedEvenWhereItsNumbersAreNot() {
        assertThat(reasons(entry(Kind.PER_UNIT, "1000000", "9999999"))).isEmpty();
        assertThat(refusals(entry(Kind.PER_UNIT, "1000000000000", "1000000000000000")))
                .containsExactly(new Refusal(Reason.AMOUNT_TOO_LARGE, "1000000000000000000000000000.00"));
        assertThat(reasons(in(entry(Kind.FIXED, null, "1000000000000000"), "JPY", null)))
                .isEmpty();
        assertThat(reasons(in(entry(Kind.FIXED, null, "1000000000000000"), "KWD", null)))
                .containsExactly(Reason.AMOUNT_TOO_LARGE);
    }

    @Test
    void aRateOfExchangeIsAboveZero() {
        assertThat(reasons(in(FIXED, "USD", "0.92"))).isEmpty();
        assertThat(reasons(in(FIXED, "USD", "0"))).containsExactly(Reason.RATE_OUT_OF_RANGE);
        assertThat(reasons(in(FIXED, "USD", "-1"))).containsExactly(Reason.RATE_OUT_OF_RANGE);
        assertThat(reasons(in(FIXED, "XAU", null))).as("gold").containsExactly(Reason.CURRENCY_WITHOUT_UNIT);
    }

    @Test
    void numbersOfAHundredMillionDigitsAreRefusedAtOnce() {
        assertThat(reasons(entry(Kind.PER_UNIT, "1e999999999", "1e-999999999")))
                .containsExactly(Reason.QUANTITY_TOO_LARGE, Reason.PRICE_TOO_FINE);
        assertThat(reasons(entry(Kind.PER_UNIT, "-1e2147483647", "1e2147483647")))
                .containsExactly(Reason.QUANTITY_NEGATIVE, Reason.PRICE_TOO_LARGE);
        var long0 = new BigDecimal(BigInteger.TEN.pow(100_000).add(BigInteger.ONE), 100_000);
        assertThat(new PriceEntry(
                                Kind.FIXED,
                                null,
                                long0,
                                List.of(),
                                Tiering.VOLUME,
                                null,
                                null,
                                Standing.AGREED,
                                Lines.EUR,
                                null)
                        .check())
                .isEqualTo(new Checked.Refused(List.of(new Refusal(Reason.PRICE_TOO_FINE, "…"))));
    }

    @Test
    void aLineIsNotMadeOfWhatIsRefused() {
        assertThatThrownBy(() -> new PriceLine(
                        Kind.FIXED,
                        BigDecimal.ONE,
                        new BigDecimal("-1"),
                        List.of(),
                        Tiering.GRADUATED,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        Standing.AGREED,
                        Lines.EUR,
                        Optional.empty()))
                .hasMessageContaining("PRICE_NEGATIVE");
    }

    @Test
    void reasonsHaveCodes() {
        assertThat(Reason.PRICE_NEGATIVE.code()).isEqualTo("price-negative");
    }

    private static List<Refusal> refusals(PriceEntry entry) {
        return entry.check() instanceof Checked.Refused(var refusals) ? refusals : List.of();
    }

    private static List<Reason> reasons(PriceEntry entry) {
        return refusals(entry).stream().map(Refusal::reason).toList();
    }
}
