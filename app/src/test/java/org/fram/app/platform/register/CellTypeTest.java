package org.fram.app.platform.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.register.CellType.Reading;
import org.fram.app.platform.texts.Texts;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

/// What people write into cells, and what it is taken for.
class CellTypeTest {

    private static final Frame FRAME = new Frame(Texts.in(Locale.UK), null, "", "", false, () -> 0);
    private static final Money MONEY = new Money(DSL.field("currency", String.class));
    private static final Money PRICE_OF_ONE = new Money(DSL.field("currency", String.class), 6);
    private static final Quantity NUMBER = new Quantity(6, BigDecimal.TEN.pow(12), "");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "48000 USD          | 48000.00 USD",
                "USD 48,000         | 48000.00 USD",
                "48.000,50 EUR      | 48000.50 EUR",
                "EUR 48 000,5       | 48000.50 EUR",
                "1,234,567.89 usd   | 1234567.89 USD",
                "CHF 1’234’567.85   | 1234567.85 CHF",
                "€12.5              | 12.50 EUR",
                "-£ 3               | -3.00 GBP",
                "1234567 JPY        | 1234567 JPY",
                "0.125 KWD          | 0.125 KWD",
                "999999999999.99 EUR| 999999999999.99 EUR",
            })
    void anAmountIsReadAsItIsWrittenHereAndThere(String written, String amount) {
        assertThat(read(MONEY, written)).hasToString(amount);
    }

    /// Without a currency, with one that nobody knows, with more decimals than there are, or with two
    /// meanings.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "48000",
                "$48,000",
                "48000 XYZ",
                "5 XAU",
                "1.234 USD",
                "1,234 KWD",
                "12.345678 EUR",
                "0.5 JPY",
                "48,00,0 USD",
                "1.2.3 EUR",
                "EUR",
                "many EUR",
                "1e6 EUR",
                "12345678901234567890 EUR",
                "USD 1 EUR"
            })
    void anAmountThatCanMeanTwoIsRefused(String written) {
        assertThat(MONEY.read(written, FRAME)).isInstanceOf(Reading.Refused.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.0425 EUR        | 0.0425 EUR",
                "EUR 0,000125      | 0.000125 EUR",
                "0.125 EUR         | 0.1250 EUR",
                "1.2340 EUR        | 1.2340 EUR",
                "48,000.1234 USD   | 48000.1234 USD",
                "0.5 JPY           | 0.5 JPY",
                "48000 EUR         | 48000.00 EUR",
            })
    void thePriceOfOneIsFinerThanWhatIsPaid(String written, String price) {
        assertThat(read(PRICE_OF_ONE, written)).hasToString(price);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.234 EUR", "0.0000001 EUR", "0.0425", "many EUR"})
    void aPriceThatIsTooFineOrCanMeanTwoIsRefused(String written) {
        assertThat(PRICE_OF_ONE.read(written, FRAME)).isInstanceOf(Reading.Refused.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1250          | 1250",
                "1,250.5       | 1250.5",
                "1 250         | 1250",
                "1.250,5       | 1250.5",
                "0,125         | 0.1250",
                "12.3750       | 12.3750",
                "7.50          | 7.5",
                "0             | 0",
                "1000000000000 | 1000000000000",
            })
    void aNumberIsReadAsItIsWrittenHereAndThere(String written, String number) {
        assertThat(read(NUMBER, written)).isEqualTo(new BigDecimal(number));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.250               | “1.250” is no number, or can mean two.",
                "many                | “many” is no number, or can mean two.",
                "1e6                 | “1e6” is no number, or can mean two.",
                "0.1234567           | “0.1234567” is no number, or can mean two.",
                "12 %                | “12 %” is no number, or can mean two.",
                "99999999999999999999| “99999999999999999999” is no number, or can mean two.",
                "-5                  | “-5” is below zero.",
                "-1,000.5            | “-1000.5” is below zero.",
                "1000000000001       | At most 1000000000000.",
            })
    void aNumberThatIsNoneOrCanMeanTwoOrIsBelowZeroIsRefused(String written, String reason) {
        assertThat(NUMBER.read(written, FRAME))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(FRAME.text(refused.reason())).startsWith(reason));
    }

    @Test
    void aPercentageHasItsSignOrNot() {
        assertThat(read(Quantity.percent(4), "19 %")).isEqualTo(new BigDecimal("19"));
        assertThat(read(Quantity.percent(4), "7.7%")).isEqualTo(new BigDecimal("7.7"));
        assertThat(Quantity.percent(4).show(new BigDecimal("7.7"), FRAME)).isEqualTo("7.7 %");
        assertThat(Quantity.percent(4).read("100.01", FRAME)).isInstanceOf(Reading.Refused.class);
    }

    @Test
    void programsGiveNumbersAsTextsAndAPointStandsBeforeDecimals() {
        var json = JsonNodeFactory.instance;
        assertThat(CellJson.read(NUMBER, json.stringNode("12.375"), FRAME))
                .isEqualTo(new Reading.Value(new BigDecimal("12.3750")));
        assertThat(CellJson.read(
                        PRICE_OF_ONE, json.objectNode().put("amount", "1.234").put("currency", "EUR"), FRAME))
                .isEqualTo(new Reading.Value(new Money.Sum(new BigDecimal("1.234"), Currency.getInstance("EUR"))));
        for (var wrong : List.of(
                json.numberNode(12.375), json.stringNode("1,250"), json.stringNode("-5"), json.stringNode("1e9"))) {
            assertThat(CellJson.read(NUMBER, wrong, FRAME)).as("%s", wrong).isInstanceOf(Reading.Refused.class);
        }
    }

    @Test
    void amountsAreExact() {
        var tenth = (Money.Sum) Objects.requireNonNull(read(MONEY, "0.10 EUR"));
        var sum = BigDecimal.ZERO;
        for (int i = 0; i < 10; i++) {
            sum = sum.add(tenth.amount());
        }
        assertThat(sum).isEqualTo(new BigDecimal("1.00"));
        assertThat(MONEY.show(read(MONEY, "1234567.5 EUR"), FRAME)).isEqualTo("EUR 1,234,567.50");
    }

    @Test
    void whatAnEditorShowsIsReadAsTheSame() {
        var random = new Random(20_261_126);
        var currencies = List.of("EUR", "USD", "JPY", "KWD", "CHF");
        for (int i = 0; i < 500; i++) {
            var currency = Currency.getInstance(currencies.get(random.nextInt(currencies.size())));
            var sum = new Money.Sum(
                    BigDecimal.valueOf(
                            random.nextLong(-1_000_000_000L, 1_000_000_000L), currency.getDefaultFractionDigits()),
                    currency);
            assertSame(MONEY, sum);
            assertSame(
                    PRICE_OF_ONE,
                    new Money.Sum(BigDecimal.valueOf(random.nextInt(100_000_000), random.nextInt(7)), currency));
            assertSame(NUMBER, Quantity.canonical(BigDecimal.valueOf(random.nextInt(100_000_000), random.nextInt(7))));
            assertSame(new Day(), LocalDate.ofEpochDay(random.nextInt(-20_000, 60_000)));
            assertSame(new YesNo(), random.nextBoolean());
            assertSame(new Labels(9), List.of("O-" + random.nextInt(), "4.2"));
            assertSame(new Words(100, true), "two\nlines " + random.nextInt());
            assertSame(new OneOf(List.of("rfp", "evaluation"), "sow.requirement.source"), "rfp");
            assertSame(new OwnParty(), true);
        }
        assertSame(MONEY, null);
        assertSame(NUMBER, null);
        assertSame(new Day(), null);
        assertSame(new YesNo(), null);
        assertSame(new Words(100, false), null);
        assertSame(new OwnParty(), null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-31", "31.3.2027", "31 Mar 2027", "March 31, 2027", "2027/3/31", "31 march 2027"})
    void aDayIsReadAsItIsWrittenHereAndThere(String written) {
        assertThat(read(new Day(), written)).isEqualTo(LocalDate.of(2027, 3, 31));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3/4/2027", "31.2.2027", "soon", "2027", "Q3", "0027-01-01", "46112"})
    void aDayThatIsNoneOrCanMeanTwoIsRefused(String written) {
        assertThat(new Day().read(written, FRAME)).isInstanceOf(Reading.Refused.class);
    }

    @Test
    void spacesAndLinesOfOneLineAreOneSpace() {
        assertThat(read(new Words(20, false), "  two \r\n words ")).isEqualTo("two words");
        assertThat(new Words(3, false).read("four", FRAME)).isInstanceOf(Reading.Refused.class);
    }

    private static void assertSame(CellType type, @Nullable Object value) {
        assertThat(read(type, type.edit(value))).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+351 21 123 4567     | +351211234567",
                "00351 21 123-45-67   | +351211234567",
                "tel:+351-21-123-4567 | +351211234567",
                "+44 (0)20 7946 0000  | +442079460000",
                "+1 (800) 555.0199    | +18005550199",
            })
    void aTelephoneNumberIsReadWithItsCountryCode(String written, String number) {
        assertThat(read(new PhoneNumber(), written)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"21 123 4567", "351211234567", "+351", "+0351211234567", "+1234567890123456", "+35121x234567"})
    void aTelephoneNumberThatRingsElsewhereInEachCountryIsRefused(String written) {
        assertThat(new PhoneNumber().read(written, FRAME)).isInstanceOf(Reading.Refused.class);
    }

    private static @Nullable Object read(CellType type, String written) {
        return switch (type.read(written, FRAME)) {
            case Reading.Value(var value) -> value;
            case Reading.Refused(var reason) -> throw new AssertionError(FRAME.text(reason));
        };
    }
}
