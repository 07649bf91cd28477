package org.fram.app.raid;

import static fram.schema.raid.Tables.ACTION;
import static fram.schema.raid.Tables.DECISION;
import static fram.schema.raid.Tables.DELAY;
import static fram.schema.raid.Tables.ESCALATION_PATH;
import static fram.schema.raid.Tables.ISSUE;
import static fram.schema.raid.Tables.RISK;

import fram.pages.app.Templates;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.fram.app.engagement.RegisterRoom;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.access.Codes;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.register.Column;
import org.fram.app.platform.register.Column.Trait;
import org.fram.app.platform.register.Day;
import org.fram.app.platform.register.KeepingRows;
import org.fram.app.platform.register.Money;
import org.fram.app.platform.register.OneOf;
import org.fram.app.platform.register.OwnParty;
import org.fram.app.platform.register.Quantity;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.RowRules;
import org.fram.app.platform.register.Rows;
import org.fram.app.platform.register.Words;
import org.fram.app.platform.texts.Text;
import org.fram.facts.Impact;
import org.jooq.Field;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The registers of risks, issues, decisions and actions.
@Configuration(proxyBeanMethods = false)
class RaidRegisters {

    private static final Words SHORT = new Words(200, false);
    private static final Words LONG = new Words(2000, true);
    private static final Words LONGEST = new Words(4000, true);
    private static final Words SOURCE = new Words(400, false);
    private static final Quantity PERCENT = Quantity.percent(1);
    private static final Quantity DAYS = new Quantity(1, BigDecimal.valueOf(9_999), "");

    @Bean
    static Register risksRegister(KeepingRows acts, Templates templates) {
        return new Register(
                ThingKind.RISK.register(),
                "raid.risk",
                "RK",
                RISK,
                List.of(
                        Register.ref(RISK)
                                .shownBy(
                                        (row, frame) -> templates.raidRef(row.ref(), page(frame, ThingKind.RISK, row))),
                        Column.of("text", RISK.TEXT, LONG, Trait.REQUIRED, Trait.WIDE),
                        Column.of("category", RISK.CATEGORY, OneOf.of(RiskCategory.class, "raid.category")),
                        Column.of("owner", RISK.OWNER, SHORT),
                        Column.of("probability", RISK.PROBABILITY, PERCENT),
                        Column.of("days", RISK.DAYS, DAYS),
                        Column.of("money", RISK.MONEY, new Money(RISK.CURRENCY)),
                        Column.of("quality", RISK.QUALITY, impact()),
                        Column.of("response", RISK.RESPONSE, LONG),
                        Column.of("probabilityAfter", RISK.PROBABILITY_AFTER, PERCENT, Trait.HIDDEN),
                        Column.of("daysAfter", RISK.DAYS_AFTER, DAYS, Trait.HIDDEN),
                        Column.of("moneyAfter", RISK.MONEY_AFTER, new Money(RISK.CURRENCY_AFTER), Trait.HIDDEN),
                        Column.of("qualityAfter", RISK.QUALITY_AFTER, impact(), Trait.HIDDEN),
                        Column.of("contingencyPlan", RISK.CONTINGENCY_PLAN, LONG, Trait.HIDDEN),
                        Column.of("trigger", RISK.FIRES_WHEN, LONG, Trait.HIDDEN),
                        Column.of("review", RISK.REVIEW, Day.due("closed")),
                        Column.of("exercised", RISK.EXERCISED, new Day(), Trait.HIDDEN),
                        Column.of("exerciseNote", RISK.EXERCISE_NOTE, LONG, Trait.HIDDEN),
                        Column.of("closed", RISK.CLOSED, new Day()),
                        Column.of("seenBy", RISK.PRIVATE_TO, new OwnParty(), Trait.HIDDEN)),
                new RiskRules(),
                acts);
    }

    @Bean
    static Register issuesRegister(KeepingRows acts, Templates templates, InstantSource clock) {
        return new Register(
                ThingKind.ISSUE.register(),
                "raid.issue",
                "I",
                ISSUE,
                List.of(
                        Register.ref(ISSUE)
                                .shownBy((row, frame) ->
                                        templates.raidRef(row.ref(), page(frame, ThingKind.ISSUE, row))),
                        Column.of("text", ISSUE.TEXT, LONG, Trait.REQUIRED, Trait.WIDE),
                        Column.of("kind", ISSUE.KIND, OneOf.of(IssueKind.class, "raid.issueKind")),
                        Column.of("impact", ISSUE.IMPACT, LONG),
                        Column.of("owner", ISSUE.OWNER, SHORT),
                        due("due", ISSUE.DUE, Day.due("closed"), templates, clock),
                        Column.of("escalateCustomer", ISSUE.ESCALATE_CUSTOMER, SHORT, Trait.HIDDEN),
                        Column.of("escalateVendor", ISSUE.ESCALATE_VENDOR, SHORT, Trait.HIDDEN),
                        due("escalateBy", ISSUE.ESCALATE_BY, Day.due("escalated", "closed"), templates, clock),
                        Column.of("escalated", ISSUE.ESCALATED, new Day()),
                        Column.of("closed", ISSUE.CLOSED, new Day()),
                        Column.of("settlement", ISSUE.SETTLEMENT, LONG, Trait.HIDDEN),
                        Column.of("seenBy", ISSUE.PRIVATE_TO, new OwnParty(), Trait.HIDDEN)),
                RowRules.NONE,
                acts);
    }

    @Bean
    static Register decisionsRegister(DecisionActs acts, Templates templates, InstantSource clock) {
        return new Register(
                ThingKind.DECISION.register(),
                "raid.decision",
                "D",
                DECISION,
                List.of(
                        Register.ref(DECISION)
                                .shownBy((row, frame) ->
                                        templates.raidRef(row.ref(), page(frame, ThingKind.DECISION, row))),
                        Column.of("text", DECISION.TEXT, LONG, Trait.REQUIRED, Trait.WIDE),
                        Column.of("options", DECISION.OPTIONS, LONGEST, Trait.HIDDEN),
                        Column.of("deciders", DECISION.DECIDERS, SOURCE),
                        due("due", DECISION.DUE, Day.due("decided"), templates, clock),
                        Column.of("reason", DECISION.REASON, LONG),
                        Column.of("decided", DECISION.DECIDED, new Day()),
                        Column.of("noFollowUp", DECISION.NO_FOLLOW_UP, LONG),
                        Column.of(DecisionActs.ENTERED, DECISION.ENTERED, new Day()),
                        Column.of("seenBy", DECISION.PRIVATE_TO, new OwnParty(), Trait.HIDDEN)),
                RowRules.NONE,
                acts);
    }

    @Bean
    static Register actionsRegister(ActionActs acts, Templates templates, InstantSource clock) {
        return new Register(
                ThingKind.ACTION.register(),
                "raid.action",
                "AC",
                ACTION,
                List.of(
                        Register.ref(ACTION)
                                .shownBy((row, frame) ->
                                        templates.raidRef(row.ref(), page(frame, ThingKind.ACTION, row))),
                        Column.of("text", ACTION.TEXT, LONG, Trait.REQUIRED, Trait.WIDE),
                        Column.of("owner", ACTION.OWNER, SHORT),
                        due("due", ACTION.DUE, Day.due("done"), templates, clock),
                        Column.of("done", ACTION.DONE, new Day()),
                        Column.of("source", ACTION.SOURCE, SOURCE, Trait.HIDDEN),
                        Column.of("seenBy", ACTION.PRIVATE_TO, new OwnParty(), Trait.HIDDEN)),
                RowRules.NONE,
                acts);
    }

    @Bean
    static Register escalationPathRegister(KeepingRows acts) {
        return new Register(
                "escalation-path",
                "raid.path",
                "EP",
                ESCALATION_PATH,
                List.of(
                        Register.ref(ESCALATION_PATH),
                        Column.of(
                                "kind",
                                ESCALATION_PATH.KIND,
                                OneOf.of(IssueKind.class, "raid.issueKind"),
                                Trait.REQUIRED),
                        Column.of(
                                "level",
                                ESCALATION_PATH.LEVEL,
                                new Quantity(0, BigDecimal.valueOf(9), ""),
                                Trait.REQUIRED),
                        Column.of(
                                "days",
                                ESCALATION_PATH.DAYS,
                                new Quantity(0, BigDecimal.valueOf(999), ""),
                                Trait.REQUIRED),
                        Column.of("customer", ESCALATION_PATH.CUSTOMER, SHORT),
                        Column.of("vendor", ESCALATION_PATH.VENDOR, SHORT),
                        Column.of("what", ESCALATION_PATH.WHAT, LONG, Trait.WIDE),
                        Column.of("seenBy", ESCALATION_PATH.PRIVATE_TO, new OwnParty(), Trait.HIDDEN)),
                RowRules.NONE,
                acts);
    }

    @Bean
    static Register delaysRegister(KeepingRows acts) {
        return new Register(
                "delays",
                "raid.delay",
                "DL",
                DELAY,
                List.of(
                        Register.ref(DELAY),
                        Column.of("text", DELAY.TEXT, LONG, Trait.REQUIRED, Trait.WIDE),
                        Column.of("party", DELAY.PARTY, SHORT, Trait.REQUIRED),
                        Column.of("began", DELAY.BEGAN, Day.until("ended", ""), Trait.REQUIRED),
                        Column.of("ended", DELAY.ENDED, new Day()),
                        Column.of("cause", DELAY.CAUSE, LONG),
                        Column.of("days", DELAY.DAYS, DAYS),
                        Column.of("money", DELAY.MONEY, new Money(DELAY.CURRENCY), Trait.HIDDEN),
                        Column.of("change", DELAY.CHANGE, new Words(60, false)),
                        Column.of("evidence", DELAY.EVIDENCE, LONG, Trait.HIDDEN),
                        Column.of("source", DELAY.SOURCE, SOURCE, Trait.HIDDEN),
                        Column.of("seenBy", DELAY.PRIVATE_TO, new OwnParty(), Trait.HIDDEN)),
                row -> row.get("began") instanceof LocalDate began
                                && row.get("ended") instanceof LocalDate ended
                                && ended.isBefore(began)
                        ? Map.of("ended", Text.of("raid.refused.ended"))
                        : Map.of(),
                acts);
    }

    @Bean
    static RegisterRoom escalationPathRegisterRoom(Register escalationPathRegister, Rows rows) {
        return new RegisterRoom(Stage.RAID, escalationPathRegister, rows);
    }

    @Bean
    static RegisterRoom delaysRegisterRoom(Register delaysRegister, Rows rows) {
        return new RegisterRoom(Stage.RAID, delaysRegister, rows);
    }

    @Bean
    static RegisterRoom risksRoom(Register risksRegister, Rows rows) {
        return new RegisterRoom(Stage.RAID, risksRegister, rows);
    }

    @Bean
    static RegisterRoom issuesRoom(Register issuesRegister, Rows rows) {
        return new RegisterRoom(Stage.RAID, issuesRegister, rows);
    }

    @Bean
    static RegisterRoom decisionsRoom(Register decisionsRegister, Rows rows) {
        return new RegisterRoom(Stage.RAID, decisionsRegister, rows);
    }

    @Bean
    static RegisterRoom actionsRoom(Register actionsRegister, Rows rows) {
        return new RegisterRoom(Stage.RAID, actionsRegister, rows);
    }

    private static OneOf impact() {
        return new OneOf(Codes.of(Impact.values()), "raid.impact");
    }

    /// A day that is marked where it has passed and nothing has happened.
    private static Column due(String key, Field<LocalDate> field, Day type, Templates templates, InstantSource clock) {
        return Column.of(key, field, type)
                .shownBy((row, frame) -> templates.raidDue(
                        row.get(key) instanceof LocalDate day ? frame.date(day) : "",
                        row.get(key) instanceof LocalDate day
                                && type.isOpen(row)
                                && day.isBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)),
                        frame.text("raid.overdue")));
    }

    /// The page of a row; empty where the frame is of no page of a register.
    private static String page(Frame frame, ThingKind kind, Row row) {
        int end = frame.path().indexOf("/registers/");
        return end < 0
                ? ""
                : frame.path().substring(0, end) + "/"
                        + RaidItem.path(kind, row.id().toString());
    }
}
