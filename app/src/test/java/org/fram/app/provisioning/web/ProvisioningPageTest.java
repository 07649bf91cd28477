package org.fram.app.provisioning.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fram.app.engagement.ShapingEngagement;
import org.fram.app.practice.Facts;
import org.fram.app.testing.Browser;
import org.fram.app.testing.DeskAndPhone;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.Look;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
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

/// What people see of what must be ordered and of what is.
class ProvisioningPageTest {

    private final TestEngagement engagement = TestEngagement.create();
    private final TestPerson customer = engagement.customer();
    private final SampleRows hardware = new SampleRows(engagement, "hardware");
    private final SampleRows services = new SampleRows(engagement, "network-services");
    private final SampleRows ports = new SampleRows(engagement, "number-ports");
    private final SampleRows licences = new SampleRows(engagement, "licences");
    private final SampleRows sites = new SampleRows(engagement, "site-calls");
    private final String page = engagement.path("provisioning");
    private final LocalDate today =
            customer.asks(() -> RunningApp.shared().get(Facts.class).today(engagement.id()));

    @TempDir
    Path folder;

    @DeskAndPhone
    void whatMustBeOrderedIsReadByEverybody(Look look) {
        try (var browser = Browser.open(look)) {
            browser.signIn(customer);
            browser.go(page);
            browser.check("provisioning-empty");
            orders();
            browser.page().reload();
            browser.check("provisioning");
            browser.page().locator(".when-bars a").first().click();
            browser.check("provisioning-order");
        }
    }

    @Test
    void whatMustBeOrderedFirstComesFirst() throws Exception {
        orders();

        var shown = shown(HttpBrowser.signedIn(engagement.vendor()));

        assertThat(shown.select("[aria-labelledby=orders] tbody tr").eachText())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("C-2 Circuit, depot")
                                .endsWith("15 days late Too late"),
                        second -> assertThat(second)
                                .startsWith("H-1 Session border controllers")
                                .contains("35 days (35 to 50)")
                                .endsWith("5 days Order now"),
                        third -> assertThat(third)
                                .startsWith("N-1 Main numbers")
                                .contains("20 working days (10 to 40), default")
                                .endsWith("Not yet due"),
                        fourth -> assertThat(fourth)
                                .startsWith("C-1 Circuit, head office")
                                .contains("date of the supplier")
                                .endsWith("10 days late Comes too late"),
                        fifth -> assertThat(fifth)
                                .startsWith("C-3 Trunks")
                                .contains("firm order commitment")
                                .endsWith("20 days Confirmed"),
                        sixth -> assertThat(sixth).startsWith("L-1 Agent").endsWith("Delivered"));
        assertThat(shown.select(".key-figure .value").eachText()).element(0).isEqualTo("2");
        assertThat(shown.select(".key-figure .value").eachText()).element(2).isEqualTo("1");
    }

    @Test
    void eachBarLeadsToItsRowAndIsSaidInWords() throws Exception {
        orders();

        var browser = HttpBrowser.signedIn(customer);
        var bars = shown(browser).select(".when-bars a");

        assertThat(bars.eachText())
                .hasSize(5)
                .anyMatch(text -> text.contains("C-3 Trunks") && text.contains("firm order commitment"))
                .anyMatch(text -> text.contains("C-2 Circuit, depot") && text.contains("order by"));
        for (var way : bars.eachAttr("href")) {
            assertThat(browser.get(way).statusCode()).as(way).isEqualTo(200);
        }
        assertThat(bars.select("rect, circle, line").eachAttr("x"))
                .allMatch(place -> place.isEmpty() || percent(place) >= 0 && percent(place) <= 100);
    }

    @Test
    void whatHoldsOrdersUpIsSaid() throws Exception {
        orders();

        var notes =
                shown(HttpBrowser.signedIn(customer)).select(".order-notes li").eachText();

        assertThat(notes)
                .anyMatch(note -> note.startsWith("C-1 Circuit, head office: Ordered 25 days ago, and the carrier has"
                        + " not confirmed a date. Take it to the first level of escalation."))
                .anyMatch(note -> note.equals("C-1 Circuit, head office: The supplier’s date has moved 2 times, and"
                        + " nobody has escalated that."))
                .anyMatch(note -> note.startsWith("N-1 Main numbers: The letter of authorisation is not signed."))
                .anyMatch(note -> note.startsWith("H-1 Session border controllers: The vendor has not specified it"))
                .hasSize(4);
    }

    @Test
    void aSiteNeedsWhatItsCallsNeedAndHasWhatItsCircuitsHave() throws Exception {
        RunningApp.shared()
                .get(ShapingEngagement.class)
                .addSite(customer.actor(), engagement.id(), "Annex", ZoneId.of("Europe/Lisbon"), null);
        orders();
        sites.added(customer, "head office", "calls", number("100"), "codec", "g711", "headroom", number("25"));
        sites.added(customer, "Depot", "calls", number("400"), "codec", "g729", "encrypted", true);
        sites.added(customer, "Warehouse", "calls", number("10"), "codec", "opus", "link", "ip");
        sites.added(customer, "Home");

        var shown = shown(HttpBrowser.signedIn(engagement.vendor()));

        assertThat(shown.select("[aria-labelledby=sites] tbody tr").eachText())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains("G.711, 20 ms, Ethernet")
                                .endsWith("100 87.2 kbit/s 10.9 Mbit/s 20 Mbit/s Enough"),
                        second -> assertThat(second)
                                .contains("G.729, 20 ms, Ethernet, encrypted")
                                .endsWith("400 35.2 kbit/s 14.08 Mbit/s 0 Mbit/s, 50 Mbit/s not ordered Once all is"
                                        + " ordered"),
                        third -> assertThat(third).endsWith("10 48.0 kbit/s 0.48 Mbit/s No circuit"),
                        fourth -> assertThat(fourth).endsWith("Home Not known"));
        assertThat(shown.text()).contains("Sites of which nobody has said it: Annex.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "network-services | leadTime  | -1         | “-1” is below zero.",
                "network-services | leadHigh  | 10         | At worst it takes no less than the lead time.",
                "network-services | foc       | 2027-03-01 | A firm order commitment came on some day.",
                "network-services | bandwidth | fast       | “fast” is no number",
                "hardware         | delivered | 2027-02-01 | It came before it was ordered.",
                "licences         | inProduction | 11      | Only 10 are provisioned.",
                "site-calls       | interval  | 5          | At least 10 ms.",
                "site-calls       | interval  | 25         | The codec has frames of 10 ms, of which 25 ms",
                "numbers          | number    | 21 123 45 67 | “21 123 45 67” is no number with its country code.",
                "numbers          | outcome   | passed     | Say on which day it was tested.",
            })
    void whatIsMistypedIsRefusedWithAWayOutAndNothingIsLost(String register, String column, String value, String reason)
            throws Exception {
        var browser = HttpBrowser.signedIn(customer);
        String address = engagement.path("registers/" + register) + "/new";
        browser.get(address);
        var form = new HashMap<>(Map.of(
                "text",
                "Good",
                "kind",
                kind(register),
                "ordered",
                "2027-02-10",
                "contracted",
                "10",
                "provisioned",
                "10",
                "codec",
                "g711"));
        form.put("number", "+351 21 123 45 67");
        form.put(column, value);

        var refused = browser.post(address, form);

        assertThat(refused.statusCode()).isEqualTo(422);
        var shown = Jsoup.parse(refused.body());
        assertThat(shown.select(".form-error").eachText()).anyMatch(error -> error.startsWith(reason));
        assertThat(shown.select("[name=%s]".formatted(column)).toString()).contains(value);
        assertThat(new SampleRows(engagement, register).seenBy(customer)).isEmpty();
    }

    @Test
    void theWorkbookHasWhatThePageHas() throws Exception {
        orders();
        sites.added(customer, "Head office", "calls", number("100"), "codec", "g711");

        var sheets = sheets(HttpBrowser.signedIn(customer));

        assertThat(sheets).extracting(Sheet::name).containsExactly("Provisioning", "Calls of sites");
        assertThat(sheets.getFirst().lines())
                .extracting(line -> line.cells().get(0).text())
                .containsExactly("No.", "C-2", "H-1", "N-1", "C-1", "C-3", "L-1");
        assertThat(sheets.getFirst().lines().get(1).cells().get(7)).isInstanceOf(Cell.Day.class);
        assertThat(sheets.getLast().lines().get(1).cells().stream()
                        .map(Cell::text)
                        .toList())
                .containsExactly("S-1", "Head office", "100", "G.711", "87.2", "8.72", "20", "0", "Enough");
    }

    @Test
    void anEmptyListIsAWorkbookToo() throws Exception {
        assertThat(sheets(HttpBrowser.signedIn(customer)))
                .extracting(Sheet::name)
                .containsExactly("Provisioning", "Calls of sites");
    }

    @Test
    void theHomePageSaysWhatIsPressing() throws Exception {
        var browser = HttpBrowser.signedIn(customer);
        assertThat(browser.get(engagement.path("")).body()).contains("Nothing to order yet");

        orders();

        assertThat(browser.get(engagement.path("")).body()).contains("6 orders, 3 are pressing");
    }

    private void orders() {
        services.added(
                customer,
                "Circuit, head office",
                "kind",
                "circuit",
                "owner",
                "IT lead",
                "site",
                "Head office",
                "bandwidth",
                number("20"),
                "ordered",
                today.minusDays(25),
                "need",
                today.plusDays(50),
                "supplierDate",
                today.plusDays(60),
                "slips",
                number("2"));
        services.added(
                customer,
                "Circuit, depot",
                "kind",
                "circuit",
                "site",
                "Depot",
                "bandwidth",
                number("50"),
                "need",
                today.plusDays(60));
        services.added(
                customer,
                "Trunks",
                "kind",
                "sip-trunk",
                "owner",
                "IT lead",
                "ordered",
                today.minusDays(30),
                "supplierDate",
                today.plusDays(25),
                "confirmed",
                today.minusDays(22),
                "foc",
                today.plusDays(30),
                "need",
                today.plusDays(50));
        ports.added(customer, "Main numbers", "owner", "IT lead", "need", today.plusDays(150));
        hardware.added(
                customer,
                "Session border controllers",
                "need",
                today.plusDays(40),
                "leadTime",
                number("35"),
                "leadHigh",
                number("50"));
        licences.added(
                customer,
                "Agent",
                "contracted",
                number("120"),
                "need",
                today.minusDays(3),
                "delivered",
                today.minusDays(5));
    }

    private static String kind(String register) {
        return register.equals("network-services") ? "circuit" : "";
    }

    private static double percent(String place) {
        return Double.parseDouble(place.replace("%", ""));
    }

    private static @Nullable BigDecimal number(String number) {
        return new BigDecimal(number);
    }

    private Document shown(HttpBrowser browser) throws IOException, InterruptedException {
        var answer = browser.get(page);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private List<Sheet> sheets(HttpBrowser browser) throws IOException, InterruptedException {
        var file = folder.resolve("provisioning.xlsx");
        Files.write(file, browser.download(engagement.path("provisioning.xlsx")));
        return Sheets.read(file, "provisioning.xlsx");
    }
}
