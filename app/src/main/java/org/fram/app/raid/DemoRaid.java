package org.fram.app.raid;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fram.app.engagement.DemoPart;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.register.Money;
import org.fram.app.platform.register.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The demonstration’s weekly work: risks of which one has a trigger that fires, an issue that went
/// past its day, a decision that binds and one from which nothing followed, and actions of both sides.
@Component
@Order(DemoRaid.BEFORE_MEETINGS)
class DemoRaid implements DemoPart {

    /// Meetings speak about it, so it is there before them.
    static final int BEFORE_MEETINGS = 0;

    private static final String MANAGER = "Customer’s project manager";
    private static final String VENDOR = "Vendor’s project manager";
    private static final String IT_LEAD = "IT lead";
    private static final String CENTER = "Contact center lead";

    private final RaidItems items;
    private final LinkingItems linking;
    private final EnteringDecision entering;
    private final GoingThroughRisks going;
    private final InstantSource clock;

    DemoRaid(
            RaidItems items,
            LinkingItems linking,
            EnteringDecision entering,
            GoingThroughRisks going,
            InstantSource clock) {
        this.items = items;
        this.linking = linking;
        this.entering = entering;
        this.going = going;
        this.clock = clock;
    }

    @Override
    public Stage stage() {
        return Stage.RAID;
    }

    @Override
    public void add(Demo demo) {
        add(demo, ThingKind.RISK, risks());
        var issues = add(demo, ThingKind.ISSUE, issues());
        var decisions = add(demo, ThingKind.DECISION, decisions());
        var actions = add(demo, ThingKind.ACTION, actions());
        done(entering.enter(demo.customer(), demo.engagement(), decisions.get(0).id()));
        done(going.today(demo.customer(), demo.engagement(), RiskReview.Kind.WORKSHOP, true));
        done(going.consider(
                demo.customer(),
                demo.engagement(),
                RiskCategory.DATA,
                "The benefits department and the data protection officer were asked."));
        link(
                demo,
                actions.get(0),
                Relation.FOLLOWS_FROM,
                ThingKind.DECISION,
                decisions.get(0).ref());
        link(
                demo,
                actions.get(1),
                Relation.FOLLOWS_FROM,
                ThingKind.ISSUE,
                issues.get(0).ref());
    }

    private List<Map<String, @Nullable Object>> risks() {
        return List.of(
                row(
                        "text",
                        "The circuit of the Capital office comes after it is needed",
                        "category",
                        "network",
                        "owner",
                        IT_LEAD,
                        "probability",
                        number("40"),
                        "days",
                        number("25"),
                        "money",
                        euros("18000"),
                        "quality",
                        "medium",
                        "response",
                        "Ask the carrier each week, and order a mobile line beforehand.",
                        "probabilityAfter",
                        number("20"),
                        "daysAfter",
                        number("5"),
                        "moneyAfter",
                        euros("4000"),
                        "qualityAfter",
                        "low",
                        "contingencyPlan",
                        "The Capital office answers over the mobile line and from the Northern office for two weeks.",
                        "trigger",
                        "provisioning.orders.exists(o, o.supplierDate > o.needDate && o.slips > 1)",
                        "review",
                        inDays(9),
                        "exercised",
                        inDays(-75)),
                row(
                        "text", "Interfaces to the benefits system are not tested under the load of the peak weeks",
                        "category", "integration",
                        "owner", "Integrator’s design engineer",
                        "probability", number("30"),
                        "days", number("18"),
                        "quality", "high",
                        "response", "Run a load test with recorded calls a month before the go-live date.",
                        "probabilityAfter", number("10"),
                        "daysAfter", number("6"),
                        "qualityAfter", "medium"),
                row(
                        "text", "Agents go on using notes on paper",
                        "category", "adoption",
                        "owner", CENTER,
                        "probability", number("55"),
                        "days", number("3"),
                        "quality", "medium",
                        "response", "Two super users in each team, from the first day of training.",
                        "probabilityAfter", number("25"),
                        "qualityAfter", "low"),
                row(
                        "text",
                        "The vendor’s engineers for the cutover are still needed elsewhere",
                        "category",
                        "vendor",
                        "probability",
                        number("15"),
                        "days",
                        number("10")),
                row(
                        "text",
                        "Old telephones cannot reach the new platform",
                        "category",
                        "hardware",
                        "owner",
                        IT_LEAD,
                        "probability",
                        number("5"),
                        "days",
                        number("4"),
                        "response",
                        "All were replaced.",
                        "closed",
                        inDays(-20)));
    }

    private List<Map<String, @Nullable Object>> issues() {
        return List.of(
                row(
                        "text",
                        "The firewall of the Island office drops every tenth call",
                        "kind",
                        "technical",
                        "impact",
                        "The pilot cannot begin there.",
                        "owner",
                        IT_LEAD,
                        "due",
                        inDays(-3),
                        "escalateCustomer",
                        "Head of the service",
                        "escalateVendor",
                        VENDOR,
                        "escalateBy",
                        inDays(-1)),
                row(
                        "text",
                        "Recordings of the second line are missing for a week",
                        "kind",
                        "dispute",
                        "impact",
                        "Quality assurance has no sample.",
                        "owner",
                        VENDOR,
                        "due",
                        inDays(6),
                        "escalateCustomer",
                        MANAGER,
                        "escalateBy",
                        inDays(10)),
                row(
                        "text",
                        "The training rooms were booked twice",
                        "owner",
                        CENTER,
                        "due",
                        inDays(-12),
                        "closed",
                        inDays(-14),
                        "settlement",
                        "The second week moved to the Northern office."));
    }

    private List<Map<String, @Nullable Object>> decisions() {
        return List.of(
                row(
                        "text", "The pilot begins with the Capital office alone",
                        "options", "All offices at once; one office after the other; the Capital office alone.",
                        "deciders", "Steering committee",
                        "reason", "Its team has the most experience, and the carrier is late elsewhere.",
                        "decided", inDays(-8)),
                row(
                        "text", "Reports come weekly instead of daily in the peak weeks",
                        "deciders", "Project managers of both sides",
                        "decided", inDays(-5)),
                row(
                        "text", "Who answers for the numbers between the two platforms during the cutover",
                        "options", "The carrier; the integrator; the customer’s IT.",
                        "deciders", "Steering committee",
                        "due", inDays(2)));
    }

    private List<Map<String, @Nullable Object>> actions() {
        return List.of(
                row("text", "Tell the teams of the other offices when they follow", "owner", CENTER, "due", inDays(4)),
                row("text", "Ask the maker of the firewall for its logs", "owner", IT_LEAD, "due", inDays(-1)),
                row("text", "Agree the test data with the benefits department", "owner", MANAGER, "due", inDays(7)),
                row(
                        "text",
                        "Send the list of licences that are in use",
                        "owner",
                        VENDOR,
                        "due",
                        inDays(-6),
                        "done",
                        inDays(-7),
                        "source",
                        "Weekly call"));
    }

    private List<Row> add(Demo demo, ThingKind kind, List<Map<String, @Nullable Object>> rows) {
        return demo.add(items.register(kind), demo.customer(), rows);
    }

    private void link(Demo demo, Row action, Relation relation, ThingKind kind, String ref) {
        done(linking.link(
                demo.customer(),
                demo.engagement(),
                ThingKind.ACTION,
                action.id(),
                new LinkingItems.Wish(relation, kind, ref)));
    }

    private static void done(RaidOutcome outcome) {
        if (!(outcome instanceof RaidOutcome.Done)) {
            throw new IllegalStateException("Something of the demonstration is refused: " + outcome);
        }
    }

    private LocalDate inDays(int days) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(days);
    }

    private static BigDecimal number(String number) {
        return new BigDecimal(number);
    }

    private static Money.Sum euros(String amount) {
        return new Money.Sum(new BigDecimal(amount), Currency.getInstance("EUR"));
    }

    private static Map<String, @Nullable Object> row(Object... keysAndValues) {
        var row = new HashMap<String, @Nullable Object>();
        for (int at = 0; at < keysAndValues.length; at += 2) {
            row.put(keysAndValues[at].toString(), keysAndValues[at + 1]);
        }
        return row;
    }
}
