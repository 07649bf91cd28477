package org.fram.app.kpi;

import static fram.schema.kpi.Tables.MEASURE;
import static fram.schema.kpi.Tables.OBJECTIVE;
import static fram.schema.kpi.Tables.REPORT;

import fram.pages.app.Templates;
import java.math.BigDecimal;
import java.util.List;
import org.fram.app.engagement.RegisterRoom;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.access.Codes;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.register.Column;
import org.fram.app.platform.register.Column.Trait;
import org.fram.app.platform.register.KeepingRows;
import org.fram.app.platform.register.Labels;
import org.fram.app.platform.register.OneOf;
import org.fram.app.platform.register.OwnParty;
import org.fram.app.platform.register.Quantity;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.RowRules;
import org.fram.app.platform.register.Rows;
import org.fram.app.platform.register.Words;
import org.fram.app.platform.register.YesNo;
import org.fram.facts.Level;
import org.fram.facts.Rhythm;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The registers of what is wanted and how it is measured: objectives, KPIs and reports.
@Configuration(proxyBeanMethods = false)
class KpiRegisters {

    /// The name of the register of objectives.
    static final String OBJECTIVES = "objectives";

    private static final Words SHORT = new Words(200, false);
    private static final Words LONG = new Words(2000, true);
    private static final Words LONGEST = new Words(4000, true);
    private static final int MOST_NAMES = 100;
    private static final int DECIMALS_OF_PERCENT = 4;
    private static final Quantity PERCENT = Quantity.percent(DECIMALS_OF_PERCENT);
    private static final Quantity FIGURE = new Quantity(6, BigDecimal.TEN.pow(12), "");

    /// Whether it is confirmed follows from what executives said, so the cell of who is to confirm it
    /// shows that, and nobody writes it.
    @Bean
    static Register objectivesRegister(
            KeepingRows acts, Templates templates, ObjectProvider<Confirmations> confirmations) {
        return new Register(
                OBJECTIVES,
                "kpi.objective",
                "OBJ",
                OBJECTIVE,
                List.of(
                        Register.ref(OBJECTIVE),
                        Column.of("text", OBJECTIVE.TEXT, LONG, Trait.REQUIRED, Trait.WIDE),
                        Column.of("measure", OBJECTIVE.MEASURE, LONG),
                        Column.of("weight", OBJECTIVE.WEIGHT, PERCENT),
                        Column.of("executive", OBJECTIVE.EXECUTIVE, SHORT).shownBy((row, frame) -> {
                            var state = confirmations.getObject().state(Objective.of(row));
                            return templates.kpiConfirmed(
                                    frame.text("kpi.state." + state.kind().code()),
                                    state.kind().tone(),
                                    Objective.of(row).executive(),
                                    below(frame, "/objectives/confirmations?objective=%s#ask".formatted(row.id())));
                        }),
                        Column.of("level", OBJECTIVE.LEVEL, new OneOf(Codes.of(Level.values()), "kpi.level")),
                        Column.of("falling", OBJECTIVE.FALLING, new YesNo(), Trait.HIDDEN),
                        Column.of("seenBy", OBJECTIVE.PRIVATE_TO, new OwnParty(), Trait.HIDDEN)),
                RowRules.NONE,
                acts);
    }

    /// The cell of the formula leads to those that it replaced.
    @Bean
    static Register kpisRegister(KeepingRows acts, Templates templates) {
        return new Register(
                "kpis",
                "kpi.kpi",
                "KPI",
                MEASURE,
                List.of(
                        Register.ref(MEASURE),
                        Column.of("text", MEASURE.TEXT, SHORT, Trait.REQUIRED, Trait.WIDE),
                        Column.of("direction", MEASURE.DIRECTION, OneOf.of(Direction.class, "kpi.direction")),
                        Column.of("target", MEASURE.TARGET, FIGURE),
                        Column.of("baseline", MEASURE.BASELINE, FIGURE),
                        Column.of("unit", MEASURE.UNIT, new Words(60, false)),
                        Column.of("terms", MEASURE.TERMS, LONG, Trait.HIDDEN),
                        Column.of("formula", MEASURE.FORMULA, LONGEST, Trait.HIDDEN)
                                .shownBy((row, frame) -> templates.kpiFormula(
                                        frame,
                                        row.get("formula") instanceof String formula ? formula : "",
                                        below(frame, "/kpis/%s/formulas".formatted(row.id())))),
                        Column.of("dataSource", MEASURE.DATA_SOURCE, SHORT, Trait.HIDDEN),
                        Column.of("period", MEASURE.PERIOD, rhythm()),
                        Column.of("owner", MEASURE.OWNER, SHORT),
                        Column.of("exclusions", MEASURE.EXCLUSIONS, LONG, Trait.HIDDEN),
                        Column.of("objectives", MEASURE.OBJECTIVES, new Labels(MOST_NAMES)),
                        Column.of("weight", MEASURE.WEIGHT, PERCENT),
                        Column.of("money", MEASURE.MONEY, OneOf.of(MoneyOnIt.class, "kpi.money")),
                        Column.of("moneyTerms", MEASURE.MONEY_TERMS, LONG, Trait.HIDDEN),
                        Column.of("reports", MEASURE.REPORTS, new Labels(MOST_NAMES), Trait.HIDDEN),
                        Column.of("seenBy", MEASURE.PRIVATE_TO, new OwnParty(), Trait.HIDDEN)),
                RowRules.NONE,
                acts);
    }

    @Bean
    static Register reportsRegister(KeepingRows acts) {
        return new Register(
                "reports",
                "kpi.report",
                "REP",
                REPORT,
                List.of(
                        Register.ref(REPORT),
                        Column.of("text", REPORT.TEXT, SHORT, Trait.REQUIRED, Trait.WIDE),
                        Column.of("rhythm", REPORT.RHYTHM, rhythm()),
                        Column.of("businessReview", REPORT.BUSINESS_REVIEW, new YesNo()),
                        Column.of("recipients", REPORT.RECIPIENTS, new Labels(MOST_NAMES)),
                        Column.of("insightsOwner", REPORT.INSIGHTS_OWNER, SHORT),
                        Column.of("seenBy", REPORT.PRIVATE_TO, new OwnParty(), Trait.HIDDEN)),
                RowRules.NONE,
                acts);
    }

    @Bean
    static RegisterRoom objectivesRoom(Register objectivesRegister, Rows rows) {
        return new RegisterRoom(Stage.SOW, objectivesRegister, rows);
    }

    @Bean
    static RegisterRoom kpisRoom(Register kpisRegister, Rows rows) {
        return new RegisterRoom(Stage.SOW, kpisRegister, rows);
    }

    @Bean
    static RegisterRoom reportsRoom(Register reportsRegister, Rows rows) {
        return new RegisterRoom(Stage.SOW, reportsRegister, rows);
    }

    @Bean
    static KnownMeasures knownMeasures() {
        return KnownMeasures.load();
    }

    /// An address below that of the engagement whose register is shown; empty where none is.
    private static String below(Frame frame, String address) {
        int end = frame.path().indexOf("/registers/");
        return end < 0 ? "" : frame.path().substring(0, end) + address;
    }

    private static OneOf rhythm() {
        return new OneOf(Codes.of(Rhythm.values()), "kpi.rhythm");
    }
}
