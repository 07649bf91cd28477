package org.fram.app.provisioning;

import static fram.schema.provisioning.Tables.HARDWARE;
import static fram.schema.provisioning.Tables.LICENCE;
import static fram.schema.provisioning.Tables.NUMBER;
import static fram.schema.provisioning.Tables.PORT;
import static fram.schema.provisioning.Tables.SERVICE;
import static fram.schema.provisioning.Tables.SITE_CALLS;
import static fram.schema.provisioning.Tables.SUPPLIER;

import fram.pages.app.Templates;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.fram.app.engagement.RegisterRoom;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.pages.Tone;
import org.fram.app.platform.register.Column;
import org.fram.app.platform.register.Column.Trait;
import org.fram.app.platform.register.Day;
import org.fram.app.platform.register.KeepingRows;
import org.fram.app.platform.register.Labels;
import org.fram.app.platform.register.OneOf;
import org.fram.app.platform.register.OwnParty;
import org.fram.app.platform.register.PhoneNumber;
import org.fram.app.platform.register.Quantity;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.RowRules;
import org.fram.app.platform.register.Rows;
import org.fram.app.platform.register.Words;
import org.fram.app.platform.register.YesNo;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The registers of provisioning: hardware, network services, number ports, licences, suppliers, numbers, and how many
/// calls sites have at once.
@Configuration(proxyBeanMethods = false)
class ProvisioningRegisters {

    private static final Words NAME = new Words(200, false);
    private static final Words CONTACT = new Words(500, false);
    private static final Words LONG = new Words(2000, true);
    private static final Words BATCH = new Words(40, false);
    private static final Quantity PIECES = whole(999_999_999);
    private static final Labels ACTIVITIES = new Labels(100);
    private static final Quantity LEAD_TIME = whole(2000);
    private static final Quantity SLIPS = whole(100);
    private static final Quantity CALLS = whole(100_000);
    private static final Quantity INTERVAL = new Quantity(0, BigDecimal.valueOf(120), "ms");
    private static final Quantity BANDWIDTH = new Quantity(2, BigDecimal.valueOf(1_000_000), "Mbit/s");
    private static final Quantity HEADROOM = Quantity.percent(2);

    @Bean
    static Register hardwareRegister(CountingSlips acts, Templates templates, InstantSource clock) {
        var columns = new ArrayList<Column>(List.of(
                Register.ref(HARDWARE),
                Column.of("text", HARDWARE.TEXT, NAME, Trait.REQUIRED, Trait.WIDE),
                Column.of("quantity", HARDWARE.QUANTITY, PIECES),
                Column.of("site", HARDWARE.SITE, NAME, Trait.HIDDEN),
                Column.of("owner", HARDWARE.OWNER, NAME, Trait.HIDDEN),
                Column.of("specifiedBy", HARDWARE.SPECIFIED_BY, NAME),
                Column.of("orderedBy", HARDWARE.ORDERED_BY, NAME),
                Column.of("installedBy", HARDWARE.INSTALLED_BY, NAME),
                Column.of("loadedBy", HARDWARE.LOADED_BY, NAME, Trait.HIDDEN),
                Column.of("housedAt", HARDWARE.HOUSED_AT, NAME, Trait.HIDDEN),
                Column.of("specified", HARDWARE.SPECIFIED, new Day())));
        columns.addAll(dates(HARDWARE, Order.HARDWARE, templates, clock));
        columns.add(Column.of("confirmed", HARDWARE.CONFIRMED, new Day(), Trait.HIDDEN));
        columns.add(Column.of("softwareDate", HARDWARE.SOFTWARE_DATE, new Day(), Trait.HIDDEN));
        columns.add(Column.of("delivered", HARDWARE.DELIVERED, new Day()));
        columns.addAll(last(HARDWARE));
        return new Register(Order.HARDWARE, "provisioning.hardware", "H", HARDWARE, columns, new OrderRules(), acts);
    }

    @Bean
    static Register networkServicesRegister(CountingSlips acts, Templates templates, InstantSource clock) {
        var columns = new ArrayList<Column>(List.of(
                Register.ref(SERVICE),
                Column.of("text", SERVICE.TEXT, NAME, Trait.REQUIRED, Trait.WIDE),
                Column.of(
                        "kind",
                        SERVICE.KIND,
                        new OneOf(List.of(OrderKind.CIRCUIT.code(), OrderKind.SIP_TRUNK.code()), "provisioning.kind"),
                        Trait.REQUIRED),
                Column.of("supplier", SERVICE.SUPPLIER, NAME),
                Column.of("owner", SERVICE.OWNER, NAME),
                Column.of("site", SERVICE.SITE, NAME),
                Column.of("bandwidth", SERVICE.BANDWIDTH, BANDWIDTH),
                Column.of(
                        "purchase",
                        SERVICE.PURCHASE,
                        new OneOf(List.of("directly", "through-vendor"), "provisioning.purchase"),
                        Trait.HIDDEN)));
        columns.addAll(dates(SERVICE, "network-services", templates, clock));
        columns.addAll(promises(SERVICE));
        columns.addAll(last(SERVICE));
        return new Register("network-services", "provisioning.service", "C", SERVICE, columns, new OrderRules(), acts);
    }

    @Bean
    static Register numberPortsRegister(CountingSlips acts, Templates templates, InstantSource clock) {
        var columns = new ArrayList<Column>(List.of(
                Register.ref(PORT),
                Column.of("text", PORT.TEXT, NAME, Trait.REQUIRED, Trait.WIDE),
                Column.of("owner", PORT.OWNER, NAME),
                Column.of("losing", PORT.LOSING, NAME),
                Column.of("winning", PORT.WINNING, NAME, Trait.HIDDEN),
                Column.of("authorised", PORT.AUTHORISED, new Day()).shownBy((row, frame) -> {
                    if (row.get("authorised") instanceof LocalDate day) {
                        return templates.layoutMark(Tone.GOOD, frame.date(day));
                    }
                    var tone = row.get("delivered") == null ? Tone.WARN : Tone.CALM;
                    return templates.layoutMark(tone, frame.text("provisioning.port.unauthorised"));
                }),
                Column.of("recordsMatch", PORT.RECORDS_MATCH, new YesNo()),
                Column.of("partialRules", PORT.PARTIAL_RULES, LONG, Trait.HIDDEN),
                Column.of("rejection", PORT.REJECTION, LONG, Trait.HIDDEN)));
        columns.addAll(dates(PORT, Order.PORTS, templates, clock));
        columns.addAll(promises(PORT));
        columns.addAll(last(PORT));
        return new Register(Order.PORTS, "provisioning.port", "N", PORT, columns, new OrderRules(), acts);
    }

    @Bean
    static Register licencesRegister(CountingSlips acts, Templates templates, InstantSource clock) {
        var columns = new ArrayList<Column>(List.of(
                Register.ref(LICENCE),
                Column.of("text", LICENCE.TEXT, NAME, Trait.REQUIRED, Trait.WIDE),
                Column.of("contracted", LICENCE.CONTRACTED, PIECES, Trait.REQUIRED),
                Column.of("provisioned", LICENCE.PROVISIONED, PIECES),
                Column.of("inProduction", LICENCE.IN_PRODUCTION, PIECES),
                Column.of("acceptanceDepends", LICENCE.ACCEPTANCE_DEPENDS, new YesNo()),
                Column.of("payer", LICENCE.PAYER, NAME),
                Column.of("paidFrom", LICENCE.PAID_FROM, new Day(), Trait.HIDDEN),
                Column.of("owner", LICENCE.OWNER, NAME, Trait.HIDDEN)));
        columns.addAll(dates(LICENCE, Order.LICENCES, templates, clock));
        columns.add(Column.of("delivered", LICENCE.DELIVERED, new Day(), Trait.HIDDEN));
        columns.addAll(last(LICENCE));
        return new Register(Order.LICENCES, "provisioning.licence", "L", LICENCE, columns, new LicenceRules(), acts);
    }

    @Bean
    static Register suppliersRegister(KeepingRows acts) {
        return new Register(
                "suppliers",
                "provisioning.supplier",
                "K",
                SUPPLIER,
                List.of(
                        Register.ref(SUPPLIER),
                        Column.of("text", SUPPLIER.TEXT, NAME, Trait.REQUIRED, Trait.WIDE),
                        Column.of(
                                "kind",
                                SUPPLIER.KIND,
                                new OneOf(
                                        List.of(Relations.CARRIER, "hardware", "licences", "other"),
                                        "provisioning.supplierKind")),
                        Column.of("owner", SUPPLIER.OWNER, NAME),
                        Column.of("deputy", SUPPLIER.DEPUTY, NAME, Trait.HIDDEN),
                        Column.of("account", SUPPLIER.ACCOUNT, NAME, Trait.HIDDEN),
                        Column.of("desk", SUPPLIER.DESK, CONTACT),
                        Column.of("firstLevel", SUPPLIER.FIRST_LEVEL, CONTACT),
                        Column.of("secondLevel", SUPPLIER.SECOND_LEVEL, CONTACT),
                        Column.of("thirdLevel", SUPPLIER.THIRD_LEVEL, CONTACT, Trait.HIDDEN),
                        Column.of("hours", SUPPLIER.HOURS, NAME, Trait.HIDDEN),
                        Column.of("seenBy", SUPPLIER.PRIVATE_TO, new OwnParty(), Trait.HIDDEN)),
                RowRules.NONE,
                acts);
    }

    @Bean
    static Register numbersRegister(KeepingNumbers acts, Templates templates) {
        return new Register(
                "numbers",
                "provisioning.number",
                "T",
                NUMBER,
                List.of(
                        Register.ref(NUMBER),
                        Column.of("number", NUMBER.NUMBER_, new PhoneNumber(), Trait.REQUIRED, Trait.WIDE),
                        Column.of(
                                "kind",
                                NUMBER.KIND,
                                new OneOf(List.of("did", "toll-free", "other"), "provisioning.numberKind")),
                        Column.of("site", NUMBER.SITE, NAME, Trait.HIDDEN),
                        Column.of("todayTo", NUMBER.TODAY_TO, NAME),
                        Column.of("tomorrowTo", NUMBER.TOMORROW_TO, NAME),
                        Column.of("batch", NUMBER.BATCH, BATCH),
                        Column.of("forwarding", NUMBER.FORWARDING, NAME, Trait.HIDDEN),
                        Column.of("foc", NUMBER.FOC, new Day()),
                        Column.of("tested", NUMBER.TESTED, new Day(), Trait.HIDDEN),
                        Column.of("testedBy", NUMBER.TESTED_BY, NAME, Trait.HIDDEN),
                        Column.of(
                                        "outcome",
                                        NUMBER.OUTCOME,
                                        new OneOf(List.of(Numbers.PASSED, Numbers.FAILED), "provisioning.outcome"))
                                .shownBy((row, frame) -> {
                                    var outcome = row.get("outcome");
                                    return outcome == null
                                            ? templates.layoutMark(Tone.CALM, frame.text("provisioning.outcome.none"))
                                            : templates.layoutMark(
                                                    outcome.equals(Numbers.PASSED) ? Tone.GOOD : Tone.BAD,
                                                    frame.text("provisioning.outcome." + outcome));
                                }),
                        Column.of("note", NUMBER.NOTE, LONG, Trait.HIDDEN),
                        Column.of("seenBy", NUMBER.PRIVATE_TO, new OwnParty(), Trait.HIDDEN)),
                new NumberRules(),
                acts);
    }

    @Bean
    static Register siteCallsRegister(KeepingRows acts) {
        return new Register(
                "site-calls",
                "provisioning.siteCalls",
                "S",
                SITE_CALLS,
                List.of(
                        Register.ref(SITE_CALLS),
                        Column.of("text", SITE_CALLS.TEXT, NAME, Trait.REQUIRED, Trait.WIDE),
                        Column.of("calls", SITE_CALLS.CALLS, CALLS),
                        Column.of("codec", SITE_CALLS.CODEC, new OneOf(Codec.codes(), "provisioning.codec")),
                        Column.of("interval", SITE_CALLS.INTERVAL_MS, INTERVAL),
                        Column.of("link", SITE_CALLS.LINK, OneOf.of(Bandwidth.Link.class, "provisioning.link")),
                        Column.of("encrypted", SITE_CALLS.ENCRYPTED, new YesNo()),
                        Column.of("headroom", SITE_CALLS.HEADROOM, HEADROOM),
                        Column.of("seenBy", SITE_CALLS.PRIVATE_TO, new OwnParty(), Trait.HIDDEN)),
                new SiteCallsRules(),
                acts);
    }

    @Bean
    static RegisterRoom hardwareRoom(Register hardwareRegister, Rows rows) {
        return new RegisterRoom(Stage.PROVISIONING, hardwareRegister, rows);
    }

    @Bean
    static RegisterRoom networkServicesRoom(Register networkServicesRegister, Rows rows) {
        return new RegisterRoom(Stage.PROVISIONING, networkServicesRegister, rows);
    }

    @Bean
    static RegisterRoom numberPortsRoom(Register numberPortsRegister, Rows rows) {
        return new RegisterRoom(Stage.PROVISIONING, numberPortsRegister, rows);
    }

    @Bean
    static RegisterRoom licencesRoom(Register licencesRegister, Rows rows) {
        return new RegisterRoom(Stage.PROVISIONING, licencesRegister, rows);
    }

    @Bean
    static RegisterRoom suppliersRoom(Register suppliersRegister, Rows rows) {
        return new RegisterRoom(Stage.PROVISIONING, suppliersRegister, rows);
    }

    @Bean
    static RegisterRoom numbersRegisterRoom(Register numbersRegister, Rows rows) {
        return new RegisterRoom(Stage.PROVISIONING, numbersRegister, rows);
    }

    @Bean
    static RegisterRoom siteCallsRoom(Register siteCallsRegister, Rows rows) {
        return new RegisterRoom(Stage.PROVISIONING, siteCallsRegister, rows);
    }

    /// When something is needed, how long it takes, and when it is ordered and comes. How it stands is shown beside
    /// the day on which it is needed.
    private static List<Column> dates(
            Table<? extends Record> table, String register, Templates templates, InstantSource clock) {
        Column.Template state = (row, frame) -> {
            var by = Order.of(register, row, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .by();
            boolean open = row.get("need") == null && row.get("ordered") == null && row.get("delivered") == null;
            return templates.provisioningNeed(
                    row.get("need") instanceof LocalDate need ? frame.date(need) : "",
                    by.state().tone(),
                    open && register.equals(Order.LICENCES)
                            ? ""
                            : frame.text("provisioning.state." + by.state().code()));
        };
        return List.of(
                Column.of("need", field(table, "need_date"), Day.due("delivered"))
                        .shownBy(state),
                Column.of("leadTime", field(table, "lead_time"), LEAD_TIME, Trait.HIDDEN),
                Column.of("leadHigh", field(table, "lead_high"), LEAD_TIME, Trait.HIDDEN),
                Column.of(
                        "leadDays",
                        field(table, "lead_days"),
                        OneOf.of(LeadDays.class, "provisioning.leadDays"),
                        Trait.HIDDEN),
                Column.of("activities", field(table, "activities"), ACTIVITIES, Trait.HIDDEN),
                Column.of("ordered", field(table, "ordered"), new Day()),
                Column.of("supplierDate", field(table, "supplier_date"), Day.due("delivered")));
    }

    /// What carriers say of a date, and how they keep it.
    private static List<Column> promises(Table<? extends Record> table) {
        return List.of(
                Column.of("confirmed", field(table, "confirmed"), new Day()),
                Column.of("foc", field(table, "foc"), Day.due("delivered"), Trait.HIDDEN),
                Column.of("slips", field(table, "slips"), SLIPS, Trait.HIDDEN),
                Column.of("escalated", field(table, "escalated"), new YesNo(), Trait.HIDDEN),
                Column.of("delivered", field(table, "delivered"), new Day()));
    }

    private static List<Column> last(Table<? extends Record> table) {
        return List.of(
                Column.of("note", field(table, "note"), LONG, Trait.HIDDEN),
                Column.of("seenBy", field(table, "private_to"), new OwnParty(), Trait.HIDDEN));
    }

    private static Field<?> field(Table<? extends Record> table, String name) {
        @Nullable Field<?> field = table.field(name);
        if (field == null) {
            throw new IllegalArgumentException("The table %s has no field '%s'.".formatted(table.getName(), name));
        }
        return field;
    }

    private static Quantity whole(int most) {
        return new Quantity(0, BigDecimal.valueOf(most), "");
    }
}
