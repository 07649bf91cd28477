package org.fram.app.change;

import static fram.schema.change.Tables.PROPOSED;

import fram.pages.app.Templates;
import java.math.BigDecimal;
import java.util.List;
import org.fram.app.engagement.RegisterRoom;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.register.Column;
import org.fram.app.platform.register.Column.Trait;
import org.fram.app.platform.register.Day;
import org.fram.app.platform.register.Labels;
import org.fram.app.platform.register.Money;
import org.fram.app.platform.register.OneOf;
import org.fram.app.platform.register.OwnParty;
import org.fram.app.platform.register.Quantity;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Rows;
import org.fram.app.platform.register.Words;
import org.fram.app.platform.register.YesNo;
import org.fram.app.sow.ChangeWay;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The register of changes.
@Configuration(proxyBeanMethods = false)
class ChangeRegister {

    static final String NAME = "changes";

    private static final Words SHORT = new Words(200, false);
    private static final Words LONG = new Words(2000, true);
    private static final int MOST_OBLIGATIONS = 100;
    private static final Quantity DAYS = new Quantity(0, BigDecimal.valueOf(9_999), "");
    private static final Quantity HOURS = new Quantity(2, BigDecimal.valueOf(1_000_000), "");

    @Bean
    static Register changesRegister(ChangeActs acts, Templates templates) {
        return new Register(
                NAME,
                "change",
                "CR",
                PROPOSED,
                List.of(
                        Register.ref(PROPOSED),
                        Column.of("text", PROPOSED.TEXT, LONG, Trait.REQUIRED, Trait.WIDE),
                        Column.of("state", PROPOSED.STATE, OneOf.of(ChangeState.class, "change.state"))
                                .shownBy((row, frame) -> templates.layoutMark(
                                        state(row.get("state")).tone(),
                                        frame.text("change.state."
                                                + state(row.get("state")).code()))),
                        Column.of("reason", PROPOSED.REASON, LONG),
                        Column.of("wantedBy", PROPOSED.WANTED_BY, SHORT),
                        Column.of("obligations", PROPOSED.OBLIGATIONS, new Labels(MOST_OBLIGATIONS)),
                        Column.of("price", PROPOSED.PRICE, new Money(PROPOSED.CURRENCY)),
                        Column.of("days", PROPOSED.DAYS, DAYS),
                        Column.of("buyerHours", PROPOSED.BUYER_HOURS, HOURS, Trait.HIDDEN),
                        Column.of("vendorHours", PROPOSED.VENDOR_HOURS, HOURS, Trait.HIDDEN),
                        Column.of("raci", PROPOSED.RACI, LONG, Trait.HIDDEN),
                        Column.of("kpis", PROPOSED.KPIS, LONG, Trait.HIDDEN),
                        Column.of("tests", PROPOSED.TESTS, LONG, Trait.HIDDEN),
                        Column.of("assumption", PROPOSED.ASSUMPTION, new Words(60, false), Trait.HIDDEN),
                        Column.of("inScopeBy", PROPOSED.IN_SCOPE_BY, new Labels(MOST_OBLIGATIONS), Trait.HIDDEN),
                        Column.of("decided", PROPOSED.DECIDED, new Day()),
                        Column.of("refusal", PROPOSED.REFUSAL, LONG, Trait.HIDDEN),
                        Column.of("inPrice", PROPOSED.IN_PRICE, new YesNo(), Trait.HIDDEN),
                        Column.of("elsewhere", PROPOSED.ELSEWHERE, new YesNo(), Trait.HIDDEN),
                        Column.of("signedBy", PROPOSED.SIGNED_BY, SHORT, Trait.HIDDEN),
                        Column.of("mayChange", PROPOSED.MAY_CHANGE, new YesNo(), Trait.HIDDEN),
                        Column.of("seenBy", PROPOSED.PRIVATE_TO, new OwnParty(), Trait.HIDDEN)),
                new ChangeRules(),
                acts);
    }

    @Bean
    static RegisterRoom changesRegisterRoom(Register changesRegister, Rows rows) {
        return new RegisterRoom(Stage.SOW, changesRegister, rows);
    }

    /// Where a change is proposed because an assumption failed.
    @Bean
    static ChangeWay changeWay() {
        return new ChangeWay("registers/changes/new?assumption=");
    }

    static ChangeState state(@Nullable Object code) {
        return code == null ? ChangeState.PROPOSED : Code.of(ChangeState.class, code.toString());
    }
}
