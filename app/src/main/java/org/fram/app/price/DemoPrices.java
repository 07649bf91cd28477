package org.fram.app.price;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.fram.app.engagement.DemoPart;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.access.Codes;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.register.Money;
import org.fram.app.platform.register.Register;
import org.fram.app.practice.Facts;
import org.fram.facts.SowFacts.ObligationFact;
import org.fram.price.Kind;
import org.fram.price.Tiering;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The demonstration's prices as its statement of work has them, with the gaps that real ones have: lines that
/// pay for nothing that is agreed, a payment that no acceptance releases, and more than was approved.
@Component
@Order(DemoPrices.AFTER_OBLIGATIONS)
class DemoPrices implements DemoPart {

    /// Its place among the parts of its stage: obligations are named.
    static final int AFTER_OBLIGATIONS = 10;

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final BigDecimal TAX = BigDecimal.valueOf(23);

    private final Register lines;
    private final Register payments;
    private final Register approved;
    private final Register volumes;
    private final Facts facts;
    private final Transactions transactions;
    private final InstantSource clock;

    DemoPrices(
            Register priceLinesRegister,
            Register paymentsRegister,
            Register approvalsRegister,
            Register volumesRegister,
            Facts facts,
            Transactions transactions,
            InstantSource clock) {
        this.lines = priceLinesRegister;
        this.payments = paymentsRegister;
        this.approved = approvalsRegister;
        this.volumes = volumesRegister;
        this.facts = facts;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Stage stage() {
        return Stage.SOW;
    }

    @Override
    public void add(Demo demo) {
        var sow = transactions
                .as(demo.customer(), () -> facts.of(demo.engagement()))
                .sow();
        var promised = Objects.requireNonNullElse(sow == null ? null : sow.obligations(), List.<ObligationFact>of());
        demo.add(lines, demo.customer(), priced(promised));
        demo.add(payments, demo.customer(), paid(promised));
        demo.add(approved, demo.customer(), approved());
        demo.add(volumes, demo.customer(), expected());
    }

    private List<Map<String, @Nullable Object>> priced(List<ObligationFact> promised) {
        String perUnit = Codes.of(Kind.PER_UNIT);
        return List.of(
                days(
                        "Project management",
                        90,
                        980,
                        names(promised, "project manager", "status report", "project plan")),
                days("Design and configuration", 140, 1040, names(promised, "design", "42 queues")),
                days("Integration with the case system", 60, 1120, names(promised, "case system")),
                days("Site assessment and network", 25, 960, names(promised, "assesses network", "routers")),
                days("Testing and load test", 30, 980, names(promised, "load test", "tests each call flow")),
                days("Training", 12, 880, names(promised, "trains 8", "trainers")),
                row(
                        "text",
                        "Licences of named agents, twelve months",
                        "kind",
                        perUnit,
                        "quantity",
                        number("1440"),
                        "unit",
                        "agent months",
                        "unitPrice",
                        euro("78"),
                        "discount",
                        number("5"),
                        "tax",
                        TAX,
                        "obligations",
                        names(promised, "120 named agents")),
                row(
                        "text",
                        "Peak agents, for each day on which one signs in",
                        "kind",
                        Codes.of(Kind.TRANSACTION),
                        "quantity",
                        number("14400"),
                        "unit",
                        "agent days",
                        "unitPrice",
                        euro("9"),
                        "tiering",
                        Codes.of(Tiering.GRADUATED),
                        "tiers",
                        "10000: 8.25; 20000: 7.5",
                        "tax",
                        TAX,
                        "obligations",
                        names(promised, "600 agents in the peak weeks")),
                row("text", "Travel", "kind", Codes.of(Kind.TRAVEL_AT_COST), "unitPrice", euro("18500"), "tax", TAX),
                row(
                        "text",
                        "Another day of an engineer on site",
                        "kind",
                        perUnit,
                        "quantity",
                        number("10"),
                        "unit",
                        "days",
                        "unitPrice",
                        euro("1040"),
                        "tax",
                        TAX,
                        "option",
                        true),
                row(
                        "text",
                        "Chat beside the form of each benefit",
                        "kind",
                        Codes.of(Kind.FIXED),
                        "unitPrice",
                        euro("26500"),
                        "tax",
                        TAX,
                        "option",
                        true));
    }

    private static Map<String, @Nullable Object> days(String text, int days, int price, List<String> obligations) {
        return row(
                "text",
                text,
                "kind",
                Codes.of(Kind.PER_UNIT),
                "quantity",
                BigDecimal.valueOf(days),
                "unit",
                "days",
                "unitPrice",
                euro(Integer.toString(price)),
                "tax",
                TAX,
                "obligations",
                obligations);
    }

    private List<Map<String, @Nullable Object>> paid(List<ObligationFact> promised) {
        return List.of(
                row("text", "Signature", "due", inDays(20), "share", number("40")),
                row(
                        "text",
                        "Solution design",
                        "due",
                        inDays(85),
                        "share",
                        number("15"),
                        "obligations",
                        names(promised, "solution design")),
                row(
                        "text",
                        "Go-live of the last site",
                        "due",
                        inDays(240),
                        "share",
                        number("25"),
                        "criterion",
                        "All three sites have taken their calls on the platform for five business days."),
                row(
                        "text",
                        "Acceptance",
                        "due",
                        inDays(300),
                        "share",
                        number("20"),
                        "criterion",
                        "The customer has signed that the peak test met its targets and no defect of severity 1 is open."));
    }

    private List<Map<String, @Nullable Object>> approved() {
        return List.of(
                row(
                        "text",
                        "Move of the contact center, first approval",
                        "amount",
                        euro("600000"),
                        "approvedBy",
                        "Head of the service",
                        "approvedOn",
                        inDays(-60),
                        "seenBy",
                        true),
                row(
                        "text",
                        "Second approval, after the assessment of the network",
                        "amount",
                        euro("85000"),
                        "approvedBy",
                        "Head of the service",
                        "approvedOn",
                        inDays(-14),
                        "seenBy",
                        true));
    }

    private static List<Map<String, @Nullable Object>> expected() {
        return List.of(
                row(
                        "text",
                        "Telephone",
                        "expected",
                        number("86000"),
                        "bandLow",
                        number("73000"),
                        "bandHigh",
                        number("99000"),
                        "historyBy",
                        "IT lead",
                        "determinedBy",
                        "Head of the service",
                        "doneAbove",
                        "Agents who work from home sign in within two business days.",
                        "paidAbove",
                        "By the day on which a peak agent signs in.",
                        "automation",
                        "Self-service takes over questions on the state of a payment, about one call in nine."),
                row("text", "E-mail", "expected", number("12500"), "historyBy", "IT lead"));
    }

    /// The numbers of obligations that hold one of some words.
    private static List<String> names(List<ObligationFact> promised, String... words) {
        return promised.stream()
                .filter(one -> Stream.of(words).anyMatch(one.text()::contains))
                .map(ObligationFact::id)
                .toList();
    }

    private static Money.Sum euro(String amount) {
        return new Money.Sum(number(amount), EURO);
    }

    private static BigDecimal number(String number) {
        return new BigDecimal(number);
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
