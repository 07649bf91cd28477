package org.fram.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fram.price.Lines.entry;
import static org.fram.price.Lines.good;
import static org.fram.price.Lines.in;
import static org.fram.price.Lines.sheet;
import static org.fram.price.Lines.standing;
import static org.fram.price.Lines.taxed;
import static org.fram.price.Lines.tiered;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.fram.price.Refusal.Reason;
import org.fram.price.Totals.LineTotal;
import org.fram.price.Totals.TaxTotal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PriceSheetTest {

    /// 600 licences at 41.50, 180 hours at 142.25 less 5 %, and 1 000 000 messages at a tenth of a cent.
    private static final PriceSheet PRIMER = sheet(
            taxed(entry(Kind.FIXED, null, "48000"), "0", "19"),
            taxed(entry(Kind.PER_UNIT, "600", "41.50"), "0", "19"),
            taxed(entry(Kind.HOURLY, "180", "142.25"), "5", "19"),
            taxed(entry(Kind.TRANSACTION, "1000000", "0.0013"), "0", "7"),
            taxed(entry(Kind.TRAVEL_CAPPED, null, "3500"), "0", "0"),
            standing(taxed(entry(Kind.FIXED, null, "9900"), "0", "19"), Standing.OPTION));

    @Test
    void addsUpTheWorkedExample() {
        var total = PRIMER.total();

        assertThat(total.lines())
                .extracting(LineTotal::net)
                .extracting(BigDecimal::toPlainString)
                .containsExactly("48000.00", "24900.00", "24324.75", "1300.00", "3500.00");
        assertThat(total.taxes())
                .extracting(tax -> tax.rate().toPlainString() + " % of " + tax.net() + " is " + tax.tax())
                .containsExactly("0 % of 3500.00 is 0.00", "7 % of 1300.00 is 91.00", "19 % of 97224.75 is 18472.70");
        assertThat(total.net()).isEqualTo("102024.75");
        assertThat(total.tax()).isEqualTo("18563.70");
        assertThat(total.gross()).isEqualTo("120588.45");
        assertThat(total.estimated()).isEqualTo("25624.75");
    }

    @Test
    void anOptionStandsApartUntilItIsInvoked() {
        assertThat(PRIMER.options().net()).isEqualTo("9900.00");
        assertThat(PRIMER.options().gross()).isEqualTo("11781.00");
        assertThat(PRIMER.options().lines()).extracting(LineTotal::position).containsExactly(5);
        assertThat(PRIMER.withOptions().gross()).isEqualTo("132369.45");

        var invoked =
                sheet(entry(Kind.FIXED, null, "48000"), standing(entry(Kind.FIXED, null, "9900"), Standing.INVOKED));
        assertThat(invoked.total().net()).isEqualTo("57900.00");
        assertThat(invoked.options().lines()).isEmpty();
        assertThat(invoked.options().gross()).isEqualTo("0.00");
    }

    @Test
    void aTierIsPaidForItsOwnPartOrForAll() {
        var entry = entry(Kind.TRANSACTION, "6000", "0.06");

        assertThat(net(tiered(entry, Tiering.GRADUATED, "1000", "0.05", "5000", "0.04")))
                .as("1000 at 0.06, 4000 at 0.05 and 1000 at 0.04")
                .isEqualTo("300.00");
        assertThat(net(tiered(entry, Tiering.VOLUME, "1000", "0.05", "5000", "0.04")))
                .as("6000 at 0.04")
                .isEqualTo("240.00");
    }

    @Test
    void aTierBeginsAboveItsQuantity() {
        assertThat(net(tiered(entry(Kind.PER_UNIT, "1000", "0.06"), Tiering.VOLUME, "1000", "0.05")))
                .isEqualTo("60.00");
        assertThat(net(tiered(entry(Kind.PER_UNIT, "1001", "0.06"), Tiering.VOLUME, "1000", "0.05")))
                .isEqualTo("50.05");
        assertThat(net(tiered(entry(Kind.PER_UNIT, "1001", "0.06"), Tiering.GRADUATED, "1000", "0.05")))
                .isEqualTo("60.05");
    }

    @Test
    void aHalfGoesToTheEvenNeighbourOnce() {
        assertThat(net(entry(Kind.PER_UNIT, "1", "0.125"))).isEqualTo("0.12");
        assertThat(net(entry(Kind.PER_UNIT, "3", "0.125"))).as("0.375").isEqualTo("0.38");
        assertThat(net(entry(Kind.PER_UNIT, "2", "0.0625"))).as("0.125").isEqualTo("0.12");
    }

    @Test
    void taxIsComputedOnTheSumOfARateAndNotLineByLine() {
        var three = taxed(entry(Kind.FIXED, null, "0.03"), "0", "19");
        var total = sheet(three, three, three).total();

        assertThat(total.tax())
                .as("19 %% of 0.09; three times 0.0057 would be 0.03")
                .isEqualTo("0.02");
        assertThat(total.lines())
                .extracting(LineTotal::tax)
                .map(BigDecimal::toPlainString)
                .containsExactly("0.01", "0.01", "0.00");
    }

    @Test
    void amountsHaveTheDecimalsOfTheirCurrency() {
        assertThat(sheet("JPY", List.of(good(in(entry(Kind.PER_UNIT, "3", "33.5"), "JPY", null))))
                        .total()
                        .net())
                .isEqualTo("100");
        assertThat(sheet("KWD", List.of(good(in(entry(Kind.PER_UNIT, "3", "1.0005"), "KWD", null))))
                        .total()
                        .net())
                .as("3.0015")
                .isEqualTo("3.002");
    }

    @Test
    void anotherCurrencyNeedsARate() {
        var dollars = entry(Kind.FIXED, null, "1000");

        assertThat(net(in(dollars, "USD", "0.9217"))).isEqualTo("921.70");
        assertThat(PriceSheet.of(
                        Lines.EUR, List.of(good(entry(Kind.FIXED, null, "1")), good(in(dollars, "USD", null)))))
                .isEqualTo(new PriceSheet.Outcome.Refused(
                        List.of(new PriceSheet.At(1, new Refusal(Reason.RATE_MISSING, "USD")))));
    }

    @Test
    void nothingAddsUpToNothing() {
        var total = sheet().total();

        assertThat(total.gross()).isEqualTo("0.00");
        assertThat(total.taxes()).isEmpty();
    }

    @Test
    void whatIsTooLargeIsRefusedByItsLineOrAsAWhole() {
        var most = entry(Kind.FIXED, null, "9999999999999.99");
        var above = in(entry(Kind.FIXED, null, "9999999999999"), "USD", "1000");

        assertThat(sheet(most).total().net()).isEqualTo("9999999999999.99");
        assertThat(refusals(most, above, most))
                .containsExactly(new PriceSheet.At(1, new Refusal(Reason.AMOUNT_TOO_LARGE, "9999999999999000.00")));
        assertThat(refusals(most, most))
                .containsExactly(new PriceSheet.At(-1, new Refusal(Reason.TOTAL_TOO_LARGE, "19999999999999.98")));
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void allOfItAddsUpToTheLastCent(List<PriceLine> lines) {
        var sheet = sheet("EUR", lines);

        for (var totals : List.of(sheet.total(), sheet.options(), sheet.withOptions())) {
            assertThat(sum(totals.lines(), LineTotal::net)).isEqualTo(totals.net());
            assertThat(sum(totals.lines(), LineTotal::tax)).isEqualTo(totals.tax());
            assertThat(sum(totals.lines(), LineTotal::gross)).isEqualTo(totals.gross());
            assertThat(sum(totals.taxes(), TaxTotal::net)).isEqualTo(totals.net());
            assertThat(sum(totals.taxes(), TaxTotal::tax)).isEqualTo(totals.tax());
            assertThat(totals.net().add(totals.tax())).isEqualTo(totals.gross());
            assertThat(totals.estimated()).isBetween(BigDecimal.ZERO, totals.net());
            for (var tax : totals.taxes()) {
                var ofRate = totals.lines().stream()
                        .filter(line -> lines.get(line.position()).tax().compareTo(tax.rate()) == 0)
                        .toList();
                assertThat(sum(ofRate, LineTotal::net)).isEqualTo(tax.net());
                assertThat(sum(ofRate, LineTotal::tax)).isEqualTo(tax.tax());
            }
        }
        assertThat(sheet.total().net().add(sheet.options().net()))
                .isEqualTo(sheet.withOptions().net());
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void theOrderOfLinesChangesNoAmount(List<PriceLine> lines) {
        var shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, new Random(lines.size()));

        var total = sheet("EUR", lines).total();
        var other = sheet("EUR", shuffled).total();

        assertThat(other.taxes()).isEqualTo(total.taxes());
        assertThat(other.gross()).isEqualTo(total.gross());
        assertThat(perLine(other, shuffled)).isEqualTo(perLine(total, lines));
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void agreesWithPlainFractions(List<PriceLine> lines) {
        var total = sheet("EUR", lines).total();

        var taxable = new HashMap<Fraction, BigInteger>();
        for (var line : lines) {
            if (line.standing() != Standing.OPTION) {
                taxable.merge(Fraction.of(line.tax()), cents(line), BigInteger::add);
            }
        }
        var net = taxable.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        var tax = taxable.entrySet().stream()
                .map(of ->
                        Fraction.of(of.getValue()).times(of.getKey()).over(100).rounded())
                .reduce(BigInteger.ZERO, BigInteger::add);

        assertThat(total.net().unscaledValue()).isEqualTo(net);
        assertThat(total.tax().unscaledValue()).isEqualTo(tax);
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void moreOfAGraduatedThingNeverCostsLess(List<PriceLine> lines) {
        for (var line : lines) {
            var more = new PriceLine(
                    line.kind(),
                    line.quantity().add(new BigDecimal("0.5")),
                    line.unitPrice(),
                    line.tiers(),
                    Tiering.GRADUATED,
                    line.discount(),
                    line.tax(),
                    line.standing(),
                    line.currency(),
                    line.conversion());
            var less = new PriceLine(
                    line.kind(),
                    line.quantity(),
                    line.unitPrice(),
                    line.tiers(),
                    Tiering.GRADUATED,
                    line.discount(),
                    line.tax(),
                    line.standing(),
                    line.currency(),
                    line.conversion());
            assertThat(more.exact()).isGreaterThanOrEqualTo(less.exact());
        }
    }

    /// Three hundred sheets, the same in each run.
    static Stream<List<PriceLine>> sheets() {
        return LongStream.range(0, 300).mapToObj(Lines::drawn);
    }

    /// A line's net amount in cents by its definition: each tier's part of the quantity at its price.
    private static BigInteger cents(PriceLine line) {
        var quantity = Fraction.of(line.quantity());
        var bounds = new ArrayList<BigDecimal>(List.of(BigDecimal.ZERO));
        var prices = new ArrayList<BigDecimal>(List.of(line.unitPrice()));
        line.tiers().forEach(tier -> {
            bounds.add(tier.above());
            prices.add(tier.price());
        });
        var sum = Fraction.of(BigInteger.ZERO);
        var reached = line.unitPrice();
        for (int at = 0; at < bounds.size(); at++) {
            var from = Fraction.of(bounds.get(at));
            var to = at + 1 < bounds.size() ? quantity.min(Fraction.of(bounds.get(at + 1))) : quantity;
            if (to.compareTo(from) > 0) {
                sum = sum.plus(to.minus(from).times(Fraction.of(prices.get(at))));
                reached = prices.get(at);
            }
        }
        var priced = line.tiering() == Tiering.GRADUATED ? sum : quantity.times(Fraction.of(reached));
        var rate = line.currency().equals(Lines.EUR)
                ? Fraction.of(BigInteger.ONE)
                : Fraction.of(line.conversion().orElseThrow().rate());
        var off = Fraction.of(BigDecimal.valueOf(100)).minus(Fraction.of(line.discount()));
        return priced.times(rate).times(off).rounded();
    }

    private static BigDecimal net(PriceEntry entry) {
        return sheet(entry).total().net();
    }

    private static List<PriceSheet.At> refusals(PriceEntry... entries) {
        var lines = List.of(entries).stream().map(Lines::good).toList();
        return PriceSheet.of(Lines.EUR, lines) instanceof PriceSheet.Outcome.Refused(var refusals)
                ? refusals
                : List.of();
    }

    private static <T> BigDecimal sum(List<T> parts, Function<T, BigDecimal> amount) {
        return parts.stream().map(amount).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    /// How often which line has which amounts.
    private static Map<List<Object>, Integer> perLine(Totals totals, List<PriceLine> lines) {
        var counted = new HashMap<List<Object>, Integer>();
        totals.lines()
                .forEach(line -> counted.merge(
                        List.of(lines.get(line.position()).tax(), line.net(), line.tax()), 1, Integer::sum));
        return counted;
    }

    /// A fraction in lowest terms, in whole numbers alone.
    private record Fraction(BigInteger over, BigInteger under) implements Comparable<Fraction> {

        Fraction {
            var common = over.gcd(under);
            over = over.divide(common);
            under = under.divide(common);
        }

        static Fraction of(BigInteger whole) {
            return new Fraction(whole, BigInteger.ONE);
        }

        static Fraction of(BigDecimal decimal) {
            var plain = decimal.scale() < 0 ? decimal.setScale(0) : decimal;
            return new Fraction(plain.unscaledValue(), BigInteger.TEN.pow(plain.scale()));
        }

        Fraction plus(Fraction other) {
            return new Fraction(
                    over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
        }

        Fraction minus(Fraction other) {
            return plus(new Fraction(other.over.negate(), other.under));
        }

        Fraction times(Fraction other) {
            return new Fraction(over.multiply(other.over), under.multiply(other.under));
        }

        Fraction over(int divisor) {
            return new Fraction(over, under.multiply(BigInteger.valueOf(divisor)));
        }

        Fraction min(Fraction other) {
            return compareTo(other) <= 0 ? this : other;
        }

        /// The nearest whole number; of two that are as near, the even one.
        BigInteger rounded() {
            var divided = over.divideAndRemainder(under);
            int half = divided[1].shiftLeft(1).compareTo(under);
            boolean up = half > 0 || half == 0 && divided[0].testBit(0);
            return up ? divided[0].add(BigInteger.ONE) : divided[0];
        }

        @Override
        public int compareTo(Fraction other) {
            return over.multiply(other.under).compareTo(other.over.multiply(under));
        }
    }
}
