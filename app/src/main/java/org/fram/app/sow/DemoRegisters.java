package org.fram.app.sow;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fram.app.engagement.DemoPart;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.register.Money;
import org.fram.app.platform.register.Register;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The demonstration's requirements and assumptions, with the gaps that real lists have: a requirement that no
/// obligation
/// keeps, one that was put off without a signature, an assumption that nobody owns and one whose day has passed.
@Component
@Order(DemoRegisters.AFTER_ITS_OBLIGATIONS)
class DemoRegisters implements DemoPart {

    static final int AFTER_ITS_OBLIGATIONS = DemoSow.FIRST + 1;

    private static final Currency EURO = Currency.getInstance("EUR");

    private final Register requirements;
    private final Register assumptions;
    private final StatementsOfWork statements;
    private final Obligations obligations;
    private final Transactions transactions;
    private final InstantSource clock;

    DemoRegisters(
            Register requirementsRegister,
            Register assumptionsRegister,
            StatementsOfWork statements,
            Obligations obligations,
            Transactions transactions,
            InstantSource clock) {
        this.requirements = requirementsRegister;
        this.assumptions = assumptionsRegister;
        this.statements = statements;
        this.obligations = obligations;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Stage stage() {
        return Stage.SOW;
    }

    @Override
    public void add(Demo demo) {
        var promised = transactions.as(
                demo.customer(),
                () -> statements.of(demo.engagement()).stream()
                        .flatMap(sow -> obligations.of(sow.id()).stream())
                        .toList());
        demo.add(requirements, demo.customer(), required(promised));
        demo.add(assumptions, demo.customer(), assumed());
        demo.add(assumptions, demo.vendor(), assumedByTheVendor());
    }

    private List<Map<String, @Nullable Object>> required(List<Obligation> promised) {
        String rfp = RequirementSource.RFP.code();
        return List.of(
                row(
                        "text",
                        "Whoever asks to be called back keeps the place in the queue.",
                        "source",
                        rfp,
                        "key",
                        true,
                        "obligations",
                        names(promised, "call back"),
                        "demonstrated",
                        inDays(-35)),
                row(
                        "text",
                        "In the peak weeks 600 agents work at once, most of them from home.",
                        "source",
                        rfp,
                        "key",
                        true,
                        "obligations",
                        names(promised, "600 agents in the peak weeks", "600 concurrent agents")),
                row(
                        "text", "The agent sees the caller’s case when the call arrives.",
                        "source", RequirementSource.EVALUATION.code(),
                        "key", true,
                        "obligations", names(promised, "sees the case"),
                        "demonstrated", inDays(-35)),
                row(
                        "text",
                        "The island office answers for four hours without its circuit.",
                        "source",
                        rfp,
                        "key",
                        true),
                row(
                        "text",
                        "Callers choose between two languages.",
                        "source",
                        rfp,
                        "key",
                        false,
                        "obligations",
                        names(promised, "two languages")),
                row(
                        "text",
                        "Supervisors hear the recordings of the last twelve months.",
                        "source",
                        RequirementSource.ANSWER_OF_THE_VENDOR.code(),
                        "key",
                        false,
                        "deferred",
                        true),
                row(
                        "text",
                        "Chat is offered beside the form of each benefit.",
                        "source",
                        rfp,
                        "key",
                        false,
                        "deferred",
                        true,
                        "deferralSignedBy",
                        "Head of the service"),
                row(
                        "text", "Supervisors take reports out as spreadsheets by themselves.",
                        "source", RequirementSource.DEMONSTRATION.code(),
                        "key", false,
                        "obligations", names(promised, "12 reports"),
                        "demonstrated", inDays(-28)));
    }

    private List<Map<String, @Nullable Object>> assumed() {
        return List.of(
                row(
                        "text", "National Carrier delivers the trunks within 8 weeks of the order.",
                        "owner", "IT lead",
                        "validateBy", inDays(30),
                        "ifFalse", "The capital office goes live as much later.",
                        "exposure", euro(38_000)),
                row(
                        "text", "The case system has an interface that is documented.",
                        "owner", "IT lead",
                        "validateBy", inDays(-12),
                        "holds", true,
                        "evidence", "The description of the interface was handed over and read by the partner."),
                row("text", "Agents are released for two half days of training before the peak weeks."),
                row(
                        "text", "The network of the island office carries 15 calls at once.",
                        "owner", "IT lead",
                        "validateBy", inDays(-5),
                        "ifFalse", "The island office moves last, behind a second circuit.",
                        "exposure", euro(12_400)),
                row(
                        "text", "Nine in ten agents who work from home have a line that carries calls.",
                        "owner", "Head of the service",
                        "validateBy", inDays(-20),
                        "holds", false,
                        "evidence", "Asked of all in one week: 61 of 90 have one.",
                        "ifFalse", "The others get a mobile line.",
                        "exposure", euro(5_220)));
    }

    /// One of the vendor's, which the customer does not see.
    private List<Map<String, @Nullable Object>> assumedByTheVendor() {
        return List.of(row(
                "text",
                "Two rounds of changes to the call flows are enough.",
                "owner",
                "Vendor’s project manager",
                "validateBy",
                inDays(75),
                "ifFalse",
                "Each further round takes five days of design.",
                "exposure",
                euro(5_200),
                "seenBy",
                true));
    }

    /// The codes of obligations that hold one of some words.
    private static List<String> names(List<Obligation> promised, String... words) {
        return promised.stream()
                .filter(one ->
                        Stream.of(words).anyMatch(word -> one.promise().text().contains(word)))
                .map(Obligation::code)
                .toList();
    }

    private static Money.Sum euro(int amount) {
        return new Money.Sum(BigDecimal.valueOf(amount), EURO);
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
