package org.fram.app.price.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fram.app.platform.register.Money;
import org.fram.app.testing.Browser;
import org.fram.app.testing.DeskAndPhone;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.Look;
import org.fram.app.testing.SampleRows;
import org.fram.app.testing.TestEngagement;
import org.fram.office.Cell;
import org.fram.office.Sheet;
import org.fram.office.Sheets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people see of the price, and what happens to what they mistype.
class PricesPageTest {

    private final TestEngagement engagement = TestEngagement.create();
    private final SampleRows lines = new SampleRows(engagement, "price-lines");
    private final SampleRows payments = new SampleRows(engagement, "payments");
    private final String page = engagement.path("prices");
    private final String register = engagement.path("registers/price-lines");

    @TempDir
    Path folder;

    @DeskAndPhone
    void thePriceIsReadByEverybody(Look look) {
        try (var browser = Browser.open(look)) {
            browser.signIn(engagement.customer());
            browser.go(page);
            browser.check("prices-empty");
            prices();
            browser.page().reload();
            browser.check("prices");
            browser.page()
                    .getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("P-4").setExact(true))
                    .first()
                    .click();
            browser.check("price-line");
        }
    }

    @Test
    void linesTaxesAndPaymentsAddUp() throws Exception {
        prices();

        var shown = shown(HttpBrowser.signedIn(engagement.vendor()));

        assertThat(shown.select("[aria-labelledby=lines] tbody td:last-child").eachText())
                .containsExactly("48,000.00", "24,900.00", "300.00", "921.70");
        assertThat(shown.select("[aria-labelledby=lines] tfoot tr").eachText())
                .containsExactly(
                        "Net 74,121.70",
                        "Tax at 0 % of 921.70 0.00",
                        "Tax at 7 % of 300.00 21.00",
                        "Tax at 19 % of 72,900.00 13,851.00",
                        "With taxes 87,993.70");
        assertThat(shown.text())
                .contains("Per transaction: 6,000 calls × EUR 0.06; above 1,000: 0.05, above 5,000: 0.04 (Each tier its"
                        + " own price)")
                .contains("Fixed: USD 1,000.00; at 0.9217 of 1 Mar 2027");
        assertThat(shown.select("[aria-labelledby=options] tfoot tr").eachText())
                .containsExactly("All options, net 9,900.00", "Price with all options, with taxes 99,774.70");
        assertThat(shown.select("[aria-labelledby=payments] tbody tr").eachText())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains("Tied to nothing")
                                .endsWith("33.3333 % 24,707.21 4,624.00 29,331.21"),
                        second -> assertThat(second)
                                .contains("Acceptance of O-001.")
                                .endsWith("66.6667 % 49,414.49 9,248.00 58,662.49"));
        assertThat(shown.select("[aria-labelledby=payments] tfoot tr").eachText())
                .containsExactly("Price 74,121.70 13,872.00 87,993.70");
    }

    @Test
    void whatIsMissingLeadsToItsRow() throws Exception {
        prices();
        lines.added(engagement.customer(), "Somebody will say");
        payments.added(engagement.customer(), "In dollars", "amount", sum("5", "USD"), "criterion", "Done");
        payments.added(engagement.customer(), "Some day", "criterion", "Done", "paid", SampleRows.day(2, 1));

        var browser = HttpBrowser.signedIn(engagement.customer());
        var notes = shown(browser).select(".price-notes li");

        assertThat(notes.eachText())
                .containsExactly(
                        "P-2 P-3 P-4 P-5 P-6 No obligation is named. Say what is paid for, or strike the line.",
                        "P-6 It does not say yet how it is priced.",
                        "M-1 No acceptance releases it. Say what has to be accepted before it is paid.",
                        "M-3 It is in USD, and the price is not. Give a share, or the amount in the currency of the"
                                + " price.",
                        "M-4 It says neither share nor amount.",
                        "M-4 It was paid before anything was accepted.");
        for (var way : notes.select("a").eachAttr("href")) {
            assertThat(browser.get(way).statusCode()).as(way).isEqualTo(200);
        }
    }

    @Test
    void whatOnlyOnesOwnPartySeesIsNoPartOfThePrice() throws Exception {
        lines.added(engagement.customer(), "For both.", "kind", "fixed", "unitPrice", sum("100", "EUR"));
        lines.added(
                engagement.customer(), "For ourselves.", "kind", "fixed", "unitPrice", sum("1", "EUR"), "seenBy", true);

        var ours = shown(HttpBrowser.signedIn(engagement.customer()));
        assertThat(ours.text()).contains("For ourselves.").contains("Seen by your party only, and not counted");
        assertThat(ours.select("tfoot tr").eachText()).first().isEqualTo("Net 100.00");

        var theirs = shown(HttpBrowser.signedIn(engagement.vendor()));
        assertThat(theirs.text()).doesNotContain("For ourselves.");
        assertThat(theirs.select("tfoot tr").eachText()).first().isEqualTo("Net 100.00");
    }

    @Test
    void whatDoesNotAddUpIsSaidAndTheRestIsStillAddedUp() throws Exception {
        lines.added(engagement.customer(), "Good", "kind", "fixed", "unitPrice", sum("100", "EUR"));
        lines.added(
                engagement.customer(),
                "Too much",
                "kind",
                "fixed",
                "unitPrice",
                sum("9000000000", "USD"),
                "exchangeRate",
                new BigDecimal("1000000"),
                "exchangeDay",
                SampleRows.day(3, 1));
        lines.added(engagement.customer(), "Abroad", "kind", "fixed", "unitPrice", sum("5", "USD"));
        payments.added(engagement.customer(), "All of it", "share", new BigDecimal("100"), "criterion", "Done");
        payments.added(engagement.customer(), "And more", "amount", sum("0.01", "EUR"), "criterion", "Done");

        var shown = shown(HttpBrowser.signedIn(engagement.customer()));

        assertThat(shown.select("tfoot tr").eachText()).first().isEqualTo("Net 100.00");
        assertThat(shown.select(".alert").text()).contains("The payments are 0.01 above the net price");
        assertThat(shown.select(".price-notes").text())
                .contains("P-2 It comes to 9000000000000000.00, which is more than can be added up.")
                .contains("P-3 It is in USD. Say at which rate of exchange, and of which day.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unitPrice | -5 EUR             | -5.00 is below zero. To take something off, give a discount",
                "unitPrice | 5                  | “5” does not say which currency.",
                "unitPrice | 1.234 EUR          | “1.234 EUR” is no amount, or can mean two.",
                "unitPrice | 99999999999999999999 EUR | “99999999999999999999 EUR” is no amount",
                "unitPrice | 1e9 EUR            | “1e9 EUR” is no amount",
                "quantity  | -1                 | “-1” is below zero.",
                "quantity  | 99999999999999     | At most 1000000000000.",
                "discount  | 101                | At most 100 %.",
                "tax       | many               | “many” is no number",
                "tiers     | 5000: 0.04; 1000: 0.05 | Each tier begins above the one before it; 1000 does not.",
                "tiers     | from 1000 cheaper  | “from 1000 cheaper” are no tiers. Write them as 1000: 0.05; 5000: 0.04",
                "tiers     | 1000: -1           | -1 is below zero.",
                "invoked   | yes                | Only an option is invoked.",
                "exchangeRate | 0.92            | A rate of exchange and its day go together.",
                "exchangeRate | 0               | A rate of exchange and its day go together.",
            })
    void whatIsMistypedIsRefusedWithAWayOutAndNothingIsLost(String column, String value, String reason)
            throws Exception {
        var customer = HttpBrowser.signedIn(engagement.customer());
        customer.get(register + "/new");
        var form = new HashMap<>(Map.of("text", "Calls", "kind", "transaction", "tiering", "graduated"));
        form.put(column, value);

        var refused = customer.post(register + "/new", form);

        assertThat(refused.statusCode()).isEqualTo(422);
        var shown = Jsoup.parse(refused.body());
        assertThat(shown.select(".form-error").eachText()).anyMatch(error -> error.startsWith(reason));
        assertThat(shown.select(".form-part [name=text]").text()).isEqualTo("Calls");
        assertThat(lines.seenBy(engagement.customer())).isEmpty();
    }

    @Test
    void whatComesToTooMuchIsRefusedWhereItIsWritten() throws Exception {
        var customer = HttpBrowser.signedIn(engagement.customer());
        customer.get(register + "/new");

        var refused = customer.post(
                register + "/new",
                Map.of("text", "Calls", "kind", "transaction", "quantity", "1000000000", "unitPrice", "99999999 EUR"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select(".form-error").eachText())
                .containsExactly("It comes to 99999999000000000.00, which is more than can be added up.");
        assertThat(lines.seenBy(engagement.customer())).isEmpty();
    }

    @Test
    void thePriceIsInTheCurrencyOfMostLines() throws Exception {
        for (var price : List.of(sum("1", "USD"), sum("2", "EUR"), sum("4", "EUR"))) {
            lines.added(engagement.customer(), "Line", "kind", "fixed", "unitPrice", price);
        }

        var shown = shown(HttpBrowser.signedIn(engagement.customer()));

        assertThat(shown.select("[aria-labelledby=lines] thead th").eachText())
                .last()
                .isEqualTo("EUR net");
        assertThat(shown.select("tfoot tr").eachText()).first().isEqualTo("Net 6.00");
        assertThat(shown.select(".price-notes").text()).contains("P-1 It is in USD. Say at which rate of exchange");
    }

    @Test
    void aPaymentIsAShareOrAnAmountAndNotBelowZero() throws Exception {
        var customer = HttpBrowser.signedIn(engagement.customer());
        String address = engagement.path("registers/payments");
        customer.get(address + "/new");

        for (var wrong : List.of(
                Map.of("text", "Both", "share", "10", "amount", "5 EUR"),
                Map.of("text", "None", "share", "0"),
                Map.of("text", "Back", "amount", "-5 EUR"))) {
            assertThat(customer.post(address + "/new", wrong).statusCode()).isEqualTo(422);
        }
        assertThat(payments.seenBy(engagement.customer())).isEmpty();
    }

    @Test
    void theWorkbookHasWhatThePageHas() throws Exception {
        prices();

        var sheets = sheets(HttpBrowser.signedIn(engagement.customer()));

        assertThat(sheets).extracting(Sheet::name).containsExactly("Price lines", "Totals", "Payments");
        assertThat(sheets.get(1).lines())
                .extracting(line -> line.cells().stream().map(Cell::text).toList())
                .contains(List.of("Net", "EUR", "74121.7"), List.of("With taxes", "EUR", "87993.7"));
        var nets = sheets.getFirst().lines().stream()
                .skip(1)
                .map(line -> line.cells().get(8))
                .toList();
        assertThat(nets).allMatch(Cell.Amount.class::isInstance);
    }

    @Test
    void anEmptyPriceIsAWorkbookToo() throws Exception {
        assertThat(sheets(HttpBrowser.signedIn(engagement.customer())))
                .extracting(Sheet::name)
                .containsExactly("Price lines", "Totals", "Payments");
    }

    @Test
    void theHomePageSaysWhatItComesTo() throws Exception {
        var customer = HttpBrowser.signedIn(engagement.customer());
        assertThat(customer.get(engagement.path("")).body()).contains("Nothing has a price yet");

        prices();

        assertThat(customer.get(engagement.path("")).body()).contains("EUR 87,993.70 with taxes");
    }

    private void prices() {
        line("48000", null, "kind", "fixed", "tax", new BigDecimal("19"), "obligations", List.of("O-001"));
        line("41.50", "600", "kind", "per-unit", "tax", new BigDecimal("19"), "unit", "licences");
        line(
                "0.06",
                "6000",
                "kind",
                "transaction",
                "tax",
                new BigDecimal("7"),
                "unit",
                "calls",
                "tiering",
                "graduated",
                "tiers",
                "1000: 0.05; 5000: 0.04");
        line("9900", null, "kind", "fixed", "tax", new BigDecimal("19"), "option", true);
        lines.added(
                engagement.customer(),
                "Line abroad",
                "kind",
                "fixed",
                "unitPrice",
                sum("1000", "USD"),
                "exchangeRate",
                new BigDecimal("0.9217"),
                "exchangeDay",
                SampleRows.day(3, 1));
        payments.added(engagement.customer(), "Signature", "share", new BigDecimal("33.3333"));
        payments.added(
                engagement.customer(),
                "Acceptance",
                "share",
                new BigDecimal("66.6667"),
                "due",
                SampleRows.day(12, 1),
                "obligations",
                List.of("O-001"));
    }

    private void line(String price, @Nullable String quantity, Object... others) {
        var values = SampleRows.values(others);
        values.put("text", "Line at " + price);
        values.put("unitPrice", sum(price, "EUR"));
        values.put("quantity", quantity == null ? null : new BigDecimal(quantity));
        assertThat(lines.add(engagement.customer(), values).toString()).startsWith("Done");
    }

    private static Money.Sum sum(String amount, String currency) {
        return new Money.Sum(new BigDecimal(amount), Currency.getInstance(currency));
    }

    private Document shown(HttpBrowser browser) throws IOException, InterruptedException {
        var answer = browser.get(page);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private List<Sheet> sheets(HttpBrowser browser) throws IOException, InterruptedException {
        var file = folder.resolve("prices.xlsx");
        Files.write(file, browser.download(engagement.path("prices.xlsx")));
        return Sheets.read(file, "prices.xlsx");
    }
}
