package org.fram.app.provisioning;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.fram.app.engagement.DemoPart;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.register.Register;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The demonstration's orders and numbers, with what goes wrong in real ones: a circuit that was not ordered in time,
/// one
/// whose date slipped twice, a batch of numbers that nobody signed for, and licences that nobody uses yet. The numbers
/// are
/// among those that Ofcom keeps free for stories.
@Component
class DemoProvisioning implements DemoPart {

    private static final String CARRIER = "National Carrier";
    private static final String IT_LEAD = "IT lead";

    private final Register hardware;
    private final Register services;
    private final Register ports;
    private final Register licences;
    private final Register suppliers;
    private final Register numbers;
    private final Register siteCalls;
    private final InstantSource clock;

    DemoProvisioning(
            Register hardwareRegister,
            Register networkServicesRegister,
            Register numberPortsRegister,
            Register licencesRegister,
            Register suppliersRegister,
            Register numbersRegister,
            Register siteCallsRegister,
            InstantSource clock) {
        this.hardware = hardwareRegister;
        this.services = networkServicesRegister;
        this.ports = numberPortsRegister;
        this.licences = licencesRegister;
        this.suppliers = suppliersRegister;
        this.numbers = numbersRegister;
        this.siteCalls = siteCallsRegister;
        this.clock = clock;
    }

    @Override
    public Stage stage() {
        return Stage.PROVISIONING;
    }

    @Override
    public void add(Demo demo) {
        demo.add(suppliers, demo.customer(), suppliers());
        demo.add(services, demo.customer(), services());
        demo.add(ports, demo.customer(), ports());
        demo.add(hardware, demo.customer(), hardware());
        demo.add(licences, demo.customer(), licences());
        demo.add(siteCalls, demo.customer(), siteCalls());
        demo.add(numbers, demo.customer(), range("+44 20 7946 0100", 40, this::main));
        demo.add(numbers, demo.customer(), range("+44 808 157 0120", 12, this::tollFree));
    }

    private static List<Map<String, @Nullable Object>> suppliers() {
        return List.of(
                row(
                        "text", CARRIER,
                        "kind", Relations.CARRIER,
                        "owner", IT_LEAD,
                        "deputy", "Customer’s project manager",
                        "desk", "Order desk, on business days from 8 to 18",
                        "firstLevel", "Duty manager of deliveries",
                        "secondLevel", "Head of deliveries to the public sector",
                        "thirdLevel", "Member of the board for business customers"),
                row("text", "Cloud Platform Vendor", "kind", "licences", "owner", "Customer’s project manager"));
    }

    private List<Map<String, @Nullable Object>> services() {
        return List.of(
                row(
                        "text",
                        "Circuit, Capital office",
                        "kind",
                        "circuit",
                        "supplier",
                        CARRIER,
                        "owner",
                        IT_LEAD,
                        "site",
                        "Capital office",
                        "bandwidth",
                        number(50),
                        "purchase",
                        "directly",
                        "need",
                        inDays(95),
                        "ordered",
                        inDays(-34),
                        "supplierDate",
                        inDays(108),
                        "slips",
                        number(2)),
                row(
                        "text",
                        "Circuit, Northern office",
                        "kind",
                        "circuit",
                        "supplier",
                        CARRIER,
                        "owner",
                        IT_LEAD,
                        "site",
                        "Northern office",
                        "bandwidth",
                        number(20),
                        "purchase",
                        "directly",
                        "need",
                        inDays(80),
                        "leadTime",
                        number(90),
                        "leadHigh",
                        number(130)),
                row(
                        "text",
                        "Circuit, Island office",
                        "kind",
                        "circuit",
                        "supplier",
                        CARRIER,
                        "owner",
                        IT_LEAD,
                        "site",
                        "Island office",
                        "bandwidth",
                        number(2),
                        "purchase",
                        "directly",
                        "need",
                        inDays(130),
                        "ordered",
                        inDays(-28),
                        "supplierDate",
                        inDays(90),
                        "confirmed",
                        inDays(-20),
                        "foc",
                        inDays(92)),
                row(
                        "text",
                        "Trunks to the platform",
                        "kind",
                        "sip-trunk",
                        "supplier",
                        CARRIER,
                        "owner",
                        IT_LEAD,
                        "purchase",
                        "directly",
                        "need",
                        inDays(120)));
    }

    private List<Map<String, @Nullable Object>> ports() {
        return List.of(
                row(
                        "text", "Main numbers of the three offices",
                        "owner", IT_LEAD,
                        "losing", "Second Carrier",
                        "winning", CARRIER,
                        "authorised", inDays(-12),
                        "recordsMatch", true,
                        "need", inDays(140),
                        "ordered", inDays(-10),
                        "supplierDate", inDays(135),
                        "confirmed", inDays(-6),
                        "foc", inDays(135)),
                row(
                        "text",
                        "Toll-free numbers",
                        "owner",
                        IT_LEAD,
                        "losing",
                        CARRIER,
                        "winning",
                        CARRIER,
                        "recordsMatch",
                        false,
                        "partialRules",
                        "The numbers stay with the carrier and change their destination alone.",
                        "need",
                        inDays(44)));
    }

    private List<Map<String, @Nullable Object>> hardware() {
        return List.of(
                row(
                        "text", "Session border controllers",
                        "quantity", number(2),
                        "site", "Capital office",
                        "owner", IT_LEAD,
                        "orderedBy", "Procurement",
                        "installedBy", "Integration Partner",
                        "loadedBy", "Integration Partner",
                        "housedAt", "Data centre, rack 7",
                        "need", inDays(60)),
                row(
                        "text",
                        "Headsets",
                        "quantity",
                        number(140),
                        "owner",
                        IT_LEAD,
                        "specifiedBy",
                        "Cloud Platform Vendor",
                        "orderedBy",
                        "Procurement",
                        "installedBy",
                        "Super users",
                        "loadedBy",
                        "Super users",
                        "housedAt",
                        "Desks",
                        "specified",
                        inDays(-30),
                        "need",
                        inDays(75),
                        "ordered",
                        inDays(-21),
                        "supplierDate",
                        inDays(5),
                        "confirmed",
                        inDays(-18)));
    }

    private List<Map<String, @Nullable Object>> licences() {
        return List.of(
                row(
                        "text", "Named agents",
                        "contracted", number(120),
                        "provisioned", number(120),
                        "inProduction", number(8),
                        "acceptanceDepends", true,
                        "payer", "Benefits Office, from the first month of use",
                        "delivered", inDays(-4)),
                row(
                        "text",
                        "Peak agents",
                        "contracted",
                        number(480),
                        "acceptanceDepends",
                        false,
                        "payer",
                        "Benefits Office, for each day on which one signs in",
                        "need",
                        inDays(180)));
    }

    private static List<Map<String, @Nullable Object>> siteCalls() {
        return List.of(
                row("text", "Capital office", "calls", number(350), "codec", "g711", "headroom", number(20)),
                row("text", "Northern office", "calls", number(170), "codec", "g711", "headroom", number(20)),
                row("text", "Island office", "calls", number(80), "codec", "g729", "headroom", number(20)));
    }

    /// What stands in the row of the number at a place.
    private interface Filling {
        Map<String, @Nullable Object> at(int place);
    }

    private static List<Map<String, @Nullable Object>> range(String first, int count, Filling filling) {
        if (!(NumberRange.read(first, "") instanceof NumberRange.Reading.Read(var one))) {
            throw new IllegalStateException("%s is no number.".formatted(first));
        }
        var all = new NumberRange(one.first(), count).numbers();
        return IntStream.range(0, count)
                .mapToObj(place -> {
                    Map<String, @Nullable Object> row = new HashMap<>(filling.at(place));
                    row.put("number", all.get(place));
                    return row;
                })
                .toList();
    }

    private Map<String, @Nullable Object> main(int place) {
        var row = row(
                "kind", "did",
                "batch", "N-1",
                "site", "Capital office",
                "todayTo", "Exchange in the Capital office",
                "tomorrowTo", place < 30 ? "Flow “Benefits”" : "Queue “Back office”");
        if (place < 6) {
            row.put("tested", inDays(-2));
            row.put("testedBy", IT_LEAD);
            row.put("outcome", place == 4 ? "failed" : "passed");
        }
        return row;
    }

    private Map<String, @Nullable Object> tollFree(int place) {
        var row = row("kind", "toll-free", "batch", "N-2", "todayTo", "Trunk group 1");
        if (place < 8) {
            row.put("tomorrowTo", "Flow “Benefits”");
        }
        return row;
    }

    private static BigDecimal number(int number) {
        return BigDecimal.valueOf(number);
    }

    private LocalDate inDays(int days) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(days);
    }

    private static Map<String, @Nullable Object> row(Object... keysAndValues) {
        var row = new HashMap<String, @Nullable Object>();
        for (int at = 0; at < keysAndValues.length; at += 2) {
            row.put(keysAndValues[at].toString(), keysAndValues[at + 1]);
        }
        return row;
    }
}
