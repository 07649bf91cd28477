package org.fram.review.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The price is $1,184,500 in all.       | 1184500   | USD
            a day rate of £920                    | 920       | GBP
            USD 12k                               | 12000     | USD
            1.184.500,00 €                        | 1184500   | EUR
            EUR 1.250                             | 1250      | EUR
            cover of £2 million                   | 2000000   | GBP
            US$ 4.5m                              | 4500000   | USD
            CHF 12'400.50                         | 12400.50  | CHF
            0.125 USD                             | 0.125     | USD
            """)
    void amountsInProseNameTheirCurrency(String text, String amount, String currency) {
        assertThat(Money.in(text)).hasSize(1).first().satisfies(money -> {
            assertThat(money.amount()).isEqualByComparingTo(amount);
            assertThat(money.currency()).isEqualTo(currency);
            assertThat(text).contains(money.text());
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            74,300          | 74300
            (5,000)         | -5000
            -1,250.75       | -1250.75
            – £300          | -300
            $68,000 (fixed) | 68000
            12.000 €        | 12000
            31 000          | 31000
            54,000.-        | 54000
            $225/hr         | 225
            £1,200 per month | 1200
            8,280*          | 8280
            """)
    void cellsAreReadAsAmounts(String cell, String amount) {
        assertThat(Money.cell(cell, "GBP"))
                .isInstanceOfSatisfying(
                        Money.Cell.Amount.class,
                        read -> assertThat(read.money().amount()).isEqualByComparingTo(amount));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"TBD", "tbc", "to be agreed", "Actuals", "at cost", "$____", "[AMOUNT]", "On request", "T&M"})
    void anOpenPriceIsNoAmount(String cell) {
        assertThat(Money.cell(cell, null)).isInstanceOf(Money.Cell.Open.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Included", "incl.", "No charge", "included in line 3", "waived"})
    void whatIsIncludedCostsNothingMore(String cell) {
        assertThat(Money.cell(cell, null)).isInstanceOf(Money.Cell.Included.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "–", " - ", "n/a"})
    void dashesAreBlank(String cell) {
        assertThat(Money.cell(cell, null)).isInstanceOf(Money.Cell.Blank.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5 days", "20%", "3 March 2026", "640 agents, 52 supervisors", "Week 8", "1, 2 and 3"})
    void quantitiesSharesAndDatesAreNoAmounts(String cell) {
        assertThat(Money.cell(cell, null)).isInstanceOf(Money.Cell.Words.class);
    }

    @Test
    void aPriceForOneOfManySaysOfWhat() {
        assertThat(Money.in("Extra seats $348 each per year, or $225/hr."))
                .extracting(Money::per)
                .containsExactly("each", "hour");
    }

    @Test
    void whatIsWrittenInAnyStyleIsReadBackExactly() {
        var random = new Random(20_260_101);
        for (int i = 0; i < 2_000; i++) {
            long cents = random.nextLong(1, 100_000_000_000L);
            var amount = BigDecimal.valueOf(cents, 2);
            char[][] styles = {{',', '.'}, {'.', ','}, {'\'', '.'}, {' ', ','}};
            var style = styles[random.nextInt(styles.length)];
            var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
            symbols.setGroupingSeparator(style[0]);
            symbols.setDecimalSeparator(style[1]);
            var written = new DecimalFormat("#,##0.00", symbols).format(amount);
            assertThat(Money.cell(written, "EUR"))
                    .as(written)
                    .isInstanceOfSatisfying(
                            Money.Cell.Amount.class,
                            read -> assertThat(read.money().amount()).isEqualByComparingTo(amount));
        }
    }
}
