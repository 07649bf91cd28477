package org.fram.app.price;

import static fram.schema.price.Tables.APPROVAL;
import static fram.schema.price.Tables.FORECAST;
import static fram.schema.price.Tables.LINE;
import static fram.schema.price.Tables.MILESTONE;

import fram.pages.app.Templates;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.fram.app.engagement.RegisterRoom;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.access.Codes;
import org.fram.app.platform.register.Column;
import org.fram.app.platform.register.Column.Trait;
import org.fram.app.platform.register.Day;
import org.fram.app.platform.register.KeepingRows;
import org.fram.app.platform.register.Labels;
import org.fram.app.platform.register.Money;
import org.fram.app.platform.register.OneOf;
import org.fram.app.platform.register.OwnParty;
import org.fram.app.platform.register.Quantity;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Rows;
import org.fram.app.platform.register.Words;
import org.fram.app.platform.register.YesNo;
import org.fram.price.Kind;
import org.fram.price.PriceLine;
import org.fram.price.Tiering;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The registers of the price: its lines, payments, approved amounts, and volumes.
@Configuration(proxyBeanMethods = false)
class PriceRegisters {

    private static final Words SHORT = new Words(200, false);
    private static final Words LONG = new Words(2000, true);
    private static final int MOST_OBLIGATIONS = 100;
    private static final int DECIMALS_OF_PERCENT = 4;
    private static final Quantity PERCENT = Quantity.percent(DECIMALS_OF_PERCENT);
    private static final Quantity NUMBER = new Quantity(PriceLine.DECIMALS, PriceLine.MOST_OF_A_QUANTITY, "");
    private static final Quantity RATE = new Quantity(PriceLine.DECIMALS, BigDecimal.TEN.pow(12), "");

    @Bean
    static Register priceLinesRegister(KeepingRows acts) {
        return new Register(
                "price-lines",
                "price.line",
                "P",
                LINE,
                List.of(
                        Register.ref(LINE),
                        Column.of("text", LINE.TEXT, LONG, Trait.REQUIRED, Trait.WIDE),
                        Column.of("kind", LINE.KIND, new OneOf(Codes.of(Kind.values()), "price.kind")),
                        Column.of("quantity", LINE.QUANTITY, NUMBER),
                        Column.of("unit", LINE.UNIT, new Words(60, false)),
                        Column.of("unitPrice", LINE.UNIT_PRICE, new Money(LINE.CURRENCY, PriceLine.DECIMALS)),
                        Column.of(
                                "tiering",
                                LINE.TIERING,
                                new OneOf(Codes.of(Tiering.values()), "price.tiering"),
                                Trait.HIDDEN),
                        Column.of("tiers", LINE.TIERS, new Words(1000, false), Trait.HIDDEN),
                        Column.of("discount", LINE.DISCOUNT, PERCENT),
                        Column.of("tax", LINE.TAX, PERCENT),
                        Column.of("option", LINE.OPTION, new YesNo()),
                        Column.of("invoked", LINE.INVOKED, new YesNo(), Trait.HIDDEN),
                        Column.of("obligations", LINE.OBLIGATIONS, new Labels(MOST_OBLIGATIONS)),
                        Column.of("payer", LINE.PAYER, SHORT, Trait.HIDDEN),
                        Column.of("exchangeRate", LINE.EXCHANGE_RATE, RATE, Trait.HIDDEN),
                        Column.of("exchangeDay", LINE.EXCHANGE_DAY, new Day(), Trait.HIDDEN),
                        Column.of("seenBy", LINE.PRIVATE_TO, new OwnParty(), Trait.HIDDEN)),
                new LineRules(),
                acts);
    }

    @Bean
    static Register paymentsRegister(KeepingRows acts, Templates templates, InstantSource clock) {
        return new Register(
                "payments",
                "price.milestone",
                "M",
                MILESTONE,
                List.of(
                        Register.ref(MILESTONE),
                        Column.of("text", MILESTONE.TEXT, LONG, Trait.REQUIRED, Trait.WIDE),
                        Column.of("due", MILESTONE.DUE, Day.due("paid")),
                        Column.of("share", MILESTONE.SHARE, PERCENT),
                        Column.of("amount", MILESTONE.AMOUNT, new Money(MILESTONE.CURRENCY)),
                        Column.of("criterion", MILESTONE.CRITERION, LONG),
                        Column.of("obligations", MILESTONE.OBLIGATIONS, new Labels(MOST_OBLIGATIONS)),
                        Column.of("accepted", MILESTONE.ACCEPTED, new Day()).shownBy((row, frame) -> {
                            var state = PaymentState.of(row, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
                            return templates.layoutMark(state.tone(), frame.text("price.state." + state.code()));
                        }),
                        Column.of("paid", MILESTONE.PAID, new Day(), Trait.HIDDEN),
                        Column.of("seenBy", MILESTONE.PRIVATE_TO, new OwnParty(), Trait.HIDDEN)),
                new MilestoneRules(),
                acts);
    }

    @Bean
    static Register approvalsRegister(KeepingRows acts) {
        return new Register(
                "approved-amounts",
                "price.approval",
                "B",
                APPROVAL,
                List.of(
                        Register.ref(APPROVAL),
                        Column.of("text", APPROVAL.TEXT, LONG, Trait.REQUIRED, Trait.WIDE),
                        Column.of("amount", APPROVAL.AMOUNT, new Money(APPROVAL.CURRENCY)),
                        Column.of("approvedBy", APPROVAL.APPROVED_BY, SHORT),
                        Column.of("approvedOn", APPROVAL.APPROVED_ON, new Day()),
                        Column.of("seenBy", APPROVAL.PRIVATE_TO, new OwnParty())),
                new ApprovalRules(),
                acts);
    }

    @Bean
    static Register volumesRegister(KeepingRows acts) {
        return new Register(
                "volumes",
                "price.forecast",
                "V",
                FORECAST,
                List.of(
                        Register.ref(FORECAST),
                        Column.of("text", FORECAST.TEXT, SHORT, Trait.REQUIRED, Trait.WIDE),
                        Column.of("expected", FORECAST.EXPECTED, NUMBER),
                        Column.of("bandLow", FORECAST.BAND_LOW, NUMBER),
                        Column.of("bandHigh", FORECAST.BAND_HIGH, NUMBER),
                        Column.of("historyBy", FORECAST.HISTORY_BY, SHORT),
                        Column.of("determinedBy", FORECAST.DETERMINED_BY, SHORT),
                        Column.of("doneAbove", FORECAST.DONE_ABOVE, LONG, Trait.HIDDEN),
                        Column.of("paidAbove", FORECAST.PAID_ABOVE, LONG, Trait.HIDDEN),
                        Column.of("doneBelow", FORECAST.DONE_BELOW, LONG, Trait.HIDDEN),
                        Column.of("paidBelow", FORECAST.PAID_BELOW, LONG, Trait.HIDDEN),
                        Column.of("automation", FORECAST.AUTOMATION, LONG, Trait.HIDDEN),
                        Column.of("seenBy", FORECAST.PRIVATE_TO, new OwnParty(), Trait.HIDDEN)),
                new ForecastRules(),
                acts);
    }

    @Bean
    static RegisterRoom priceLinesRoom(Register priceLinesRegister, Rows rows) {
        return new RegisterRoom(Stage.SOW, priceLinesRegister, rows);
    }

    @Bean
    static RegisterRoom paymentsRoom(Register paymentsRegister, Rows rows) {
        return new RegisterRoom(Stage.SOW, paymentsRegister, rows);
    }

    @Bean
    static RegisterRoom approvalsRoom(Register approvalsRegister, Rows rows) {
        return new RegisterRoom(Stage.SOW, approvalsRegister, rows);
    }

    @Bean
    static RegisterRoom volumesRoom(Register volumesRegister, Rows rows) {
        return new RegisterRoom(Stage.SOW, volumesRegister, rows);
    }
}
