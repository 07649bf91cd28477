package org.fram.app.kpi;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fram.app.engagement.DemoPart;
import org.fram.app.engagement.Stage;
import org.fram.app.guests.AnsweringLink;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The demonstration's objectives and KPIs, with the gaps that real ones have: an objective that nobody
/// confirmed, one that no KPI measures, KPIs that pull against each other, and a target below what was
/// measured before.
@Component
@Order(DemoKpis.LAST)
class DemoKpis implements DemoPart {

    /// Its place among the parts of its stage.
    static final int LAST = 20;

    private static final Duration TIME_TO_ANSWER = Duration.ofDays(14);
    private static final String QUESTION =
            "Are these the measures by which you will say, in a year, whether the move was worth it?";

    private final Register objectives;
    private final Register kpis;
    private final Register reports;
    private final AskingExecutive asking;
    private final AnsweringLink answering;
    private final InstantSource clock;

    DemoKpis(
            Register objectivesRegister,
            Register kpisRegister,
            Register reportsRegister,
            AskingExecutive asking,
            AnsweringLink answering,
            InstantSource clock) {
        this.objectives = objectivesRegister;
        this.kpis = kpisRegister;
        this.reports = reportsRegister;
        this.asking = asking;
        this.answering = answering;
        this.clock = clock;
    }

    @Override
    public Stage stage() {
        return Stage.SOW;
    }

    @Override
    public void add(Demo demo) {
        var wanted = demo.add(objectives, demo.customer(), wanted());
        demo.add(reports, demo.customer(), reported());
        demo.add(kpis, demo.customer(), measured());
        ask(demo, wanted.get(0), "head-of-service@demo.example", "Head of the service");
        ask(demo, wanted.get(1), "permanent-secretary@demo.example", "Permanent secretary of the ministry");
    }

    /// Where mails are sent, the link is in one, and the demonstration's executive has not answered yet.
    private void ask(Demo demo, Row objective, String email, String name) {
        var wish = new AskingExecutive.Wish(
                email, name, Set.of(objective.id()), QUESTION, clock.instant().plus(TIME_TO_ANSWER));
        if (!(asking.ask(demo.customer(), demo.engagement(), wish)
                instanceof AskingExecutive.Outcome.Asked(var _, var handOn))) {
            throw new IllegalStateException("Nobody can be asked in the demonstration.");
        }
        if (!handOn.isEmpty()) {
            String token = handOn.substring(handOn.indexOf('=') + 1);
            if (answering.look(token) instanceof AnsweringLink.Outcome.Open(var _, var _, var statements)) {
                Map<UUID, AnsweringLink.Said> said = statements.stream()
                        .collect(Collectors.toMap(one -> one.id(), _ -> new AnsweringLink.Said(true, "")));
                answering.answer(token, said);
            }
        }
    }

    private static List<Map<String, @Nullable Object>> wanted() {
        return List.of(
                row(
                        "text",
                        "In peak weeks callers wait no longer than in others: 80 % are answered within 60 seconds.",
                        "measure",
                        "Share of calls answered within 60 seconds, in each of the peak weeks after the yearly notices.",
                        "weight",
                        number("40"),
                        "executive",
                        "Head of the service",
                        "level",
                        "top"),
                row(
                        "text",
                        "No benefit is paid late because of the move.",
                        "measure",
                        "Payments after their due date of which the case names the move as the reason: none.",
                        "weight",
                        number("30"),
                        "executive",
                        "Permanent secretary of the ministry",
                        "level",
                        "parent"),
                row(
                        "text",
                        "Whoever calls is helped the first time, and does not have to call again.",
                        "measure",
                        "Matters for which nobody contacts the office again within seven days.",
                        "weight",
                        number("20"),
                        "executive",
                        "Head of the service",
                        "level",
                        "top"),
                row(
                        "text",
                        "Running costs stay below today’s by a tenth; above them we walk away.",
                        "executive",
                        "Head of finance",
                        "level",
                        "leadership",
                        "seenBy",
                        true));
    }

    private static List<Map<String, @Nullable Object>> reported() {
        return List.of(
                row(
                        "text",
                        "Service report",
                        "rhythm",
                        "daily",
                        "recipients",
                        List.of("Contact center lead", "Vendor’s service manager"),
                        "insightsOwner",
                        "Workforce planner"),
                row(
                        "text",
                        "Scorecard with the records behind each figure",
                        "rhythm",
                        "monthly",
                        "recipients",
                        List.of("Steering committee")),
                row(
                        "text",
                        "Business review",
                        "rhythm",
                        "quarterly",
                        "businessReview",
                        true,
                        "recipients",
                        List.of("Head of the service", "Vendor’s sponsor"),
                        "insightsOwner",
                        "Vendor’s service manager"));
    }

    private static List<Map<String, @Nullable Object>> measured() {
        return List.of(
                row(
                        "text",
                        "Service level",
                        "direction",
                        "higher",
                        "target",
                        number("80"),
                        "baseline",
                        number("71"),
                        "unit",
                        "%",
                        "terms",
                        "within 60 seconds",
                        "formula",
                        "(answered within 60 s) / (answered + abandoned after 60 s)",
                        "dataSource",
                        "Interval report of the platform",
                        "period",
                        "weekly",
                        "owner",
                        "Vendor’s service manager",
                        "exclusions",
                        "Hours in which the case system is down",
                        "objectives",
                        List.of("OBJ-1"),
                        "weight",
                        number("35"),
                        "money",
                        "both",
                        "moneyTerms",
                        "Credit of 2 % of the monthly fee below 76 %; bonus of 1 % from 85 %",
                        "reports",
                        List.of("REP-1", "REP-2")),
                row(
                        "text",
                        "Average handle time",
                        "direction",
                        "lower",
                        "target",
                        number("300"),
                        "baseline",
                        number("342"),
                        "unit",
                        "seconds",
                        "formula",
                        "(talk + hold + after-call work) / answered",
                        "dataSource",
                        "Interval report of the platform",
                        "period",
                        "monthly",
                        "owner",
                        "Contact center lead",
                        "exclusions",
                        "none",
                        "objectives",
                        List.of("OBJ-1"),
                        "weight",
                        number("15")),
                row(
                        "text",
                        "First contact resolution",
                        "direction",
                        "higher",
                        "target",
                        number("70"),
                        "baseline",
                        number("74"),
                        "unit",
                        "%",
                        "dataSource",
                        "Case system",
                        "period",
                        "monthly",
                        "owner",
                        "Contact center lead",
                        "objectives",
                        List.of("OBJ-3"),
                        "weight",
                        number("25")),
                row(
                        "text",
                        "Caller satisfaction",
                        "direction",
                        "higher",
                        "target",
                        number("4.2"),
                        "baseline",
                        number("4.1"),
                        "unit",
                        "of 5",
                        "period",
                        "monthly",
                        "owner",
                        "Contact center lead",
                        "objectives",
                        List.of("OBJ-3"),
                        "weight",
                        number("15"),
                        "reports",
                        List.of("REP-2")),
                row(
                        "text",
                        "Occupancy",
                        "direction",
                        "higher",
                        "target",
                        number("88"),
                        "baseline",
                        number("81"),
                        "unit",
                        "%",
                        "period",
                        "weekly",
                        "owner",
                        "Workforce planner"),
                row(
                        "text",
                        "Abandonment rate",
                        "direction",
                        "lower",
                        "target",
                        number("5"),
                        "baseline",
                        number("9"),
                        "unit",
                        "%",
                        "formula",
                        "abandoned after 10 s / offered",
                        "dataSource",
                        "Interval report of the platform",
                        "period",
                        "weekly",
                        "owner",
                        "Vendor’s service manager",
                        "exclusions",
                        "none",
                        "objectives",
                        List.of("OBJ-1"),
                        "weight",
                        number("10"),
                        "money",
                        "penalty",
                        "moneyTerms",
                        "Credit of 1 % of the monthly fee above 8 %"),
                row(
                        "text",
                        "Platform availability",
                        "direction",
                        "higher",
                        "target",
                        number("99.9"),
                        "unit",
                        "%",
                        "period",
                        "monthly",
                        "owner",
                        "Vendor’s service manager",
                        "objectives",
                        List.of("OBJ-1"),
                        "reports",
                        List.of("REP-2")));
    }

    private static BigDecimal number(String number) {
        return new BigDecimal(number);
    }

    private static Map<String, @Nullable Object> row(Object... pairs) {
        var row = new HashMap<String, @Nullable Object>();
        for (int at = 0; at < pairs.length; at += 2) {
            row.put(pairs[at].toString(), pairs[at + 1]);
        }
        return row;
    }
}
