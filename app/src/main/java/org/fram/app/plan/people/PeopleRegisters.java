package org.fram.app.plan.people;

import static fram.schema.plan.Tables.BLACKOUT;
import static fram.schema.plan.Tables.BOOKING;
import static fram.schema.plan.Tables.FUNCTION_PART;
import static fram.schema.plan.Tables.KEY_ROLE;

import fram.pages.app.Templates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fram.app.engagement.RegisterRoom;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.access.Codes;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Tone;
import org.fram.app.platform.register.Column;
import org.fram.app.platform.register.Column.Trait;
import org.fram.app.platform.register.Day;
import org.fram.app.platform.register.KeepingRows;
import org.fram.app.platform.register.Labels;
import org.fram.app.platform.register.OneOf;
import org.fram.app.platform.register.OwnParty;
import org.fram.app.platform.register.Quantity;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.RowRules;
import org.fram.app.platform.register.Rows;
import org.fram.app.platform.register.Words;
import org.fram.app.platform.register.YesNo;
import org.fram.app.platform.texts.Text;
import org.fram.facts.BusinessFunction;
import org.fram.facts.PeopleFacts.KeyRole;
import org.fram.facts.Side;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The registers of the people of a plan: bookings, key roles, functions, and times in which nobody can be off the
/// phones.
@Configuration(proxyBeanMethods = false)
class PeopleRegisters {

    /// The name of the register of bookings.
    static final String BOOKINGS = "bookings";

    private static final Words NAME = new Words(200, false);
    private static final Words EMAIL = new Words(254, false);
    private static final Words LONG = new Words(2000, true);
    private static final Labels ACTIVITIES = new Labels(100);
    private static final Quantity PERCENT = Quantity.percent(2);
    private static final Quantity PEOPLE = new Quantity(0, BigDecimal.valueOf(100_000), "");
    private static final Quantity DAYS = new Quantity(0, BigDecimal.valueOf(10_000), "");
    private static final int SHORTEST_EMAIL = 3;

    /// The cell of the day of confirmation shows how it stands, and leads to what was asked and said.
    @Bean
    static Register bookingsRegister(KeepingRows acts, Templates templates, ObjectProvider<Bookings> bookings) {
        return new Register(
                BOOKINGS,
                "plan.booking",
                "B",
                BOOKING,
                List.of(
                        Register.ref(BOOKING),
                        Column.of("person", BOOKING.PERSON, NAME, Trait.REQUIRED, Trait.WIDE),
                        Column.of("side", BOOKING.SIDE, side()),
                        Column.of("function", BOOKING.FUNCTION, function(), Trait.HIDDEN),
                        Column.of("purpose", BOOKING.PURPOSE, OneOf.of(Purpose.class, "plan.purpose"), Trait.HIDDEN),
                        Column.of("activities", BOOKING.ACTIVITIES, ACTIVITIES),
                        Column.of("resource", BOOKING.RESOURCE, NAME, Trait.HIDDEN),
                        Column.of("people", BOOKING.PEOPLE, PEOPLE, Trait.HIDDEN),
                        Column.of("begins", BOOKING.BEGINS, Day.until("ends", "person"), Trait.REQUIRED),
                        Column.of("ends", BOOKING.ENDS, new Day(), Trait.REQUIRED),
                        Column.of("share", BOOKING.SHARE, PERCENT, Trait.REQUIRED),
                        Column.of("available", BOOKING.AVAILABLE, PERCENT, Trait.HIDDEN),
                        Column.of("email", BOOKING.EMAIL, EMAIL, Trait.HIDDEN),
                        Column.of("confirmed", BOOKING.CONFIRMED, new Day()).shownBy((row, frame) -> {
                            var booking = Booking.of(row);
                            var state = bookings.getObject().state(booking);
                            return templates.planBooked(
                                    frame.text(
                                            "plan.booking.state." + state.kind().code()),
                                    state.kind().tone(),
                                    state.confirmed() == null ? "" : frame.date(state.confirmed()),
                                    below(frame, "/plan/bookings#" + booking.id()));
                        }),
                        Column.of("firstWeekConfirmed", BOOKING.FIRST_WEEK_CONFIRMED, new YesNo(), Trait.HIDDEN),
                        Column.of("released", BOOKING.RELEASED, new YesNo()),
                        Column.of("backfilledBy", BOOKING.BACKFILLED_BY, NAME),
                        Column.of("note", BOOKING.NOTE, LONG, Trait.HIDDEN),
                        Column.of("seenBy", BOOKING.PRIVATE_TO, new OwnParty(), Trait.HIDDEN)),
                PeopleRegisters::refuseBooking,
                acts);
    }

    @Bean
    static Register keyRolesRegister(KeepingRows acts, Templates templates) {
        return new Register(
                "key-roles",
                "plan.keyRole",
                "KR",
                KEY_ROLE,
                List.of(
                        Register.ref(KEY_ROLE),
                        Column.of(
                                "role",
                                KEY_ROLE.ROLE,
                                new OneOf(Codes.of(KeyRole.values()), "plan.role"),
                                Trait.REQUIRED,
                                Trait.WIDE),
                        Column.of("side", KEY_ROLE.SIDE, side(), Trait.REQUIRED),
                        Column.of("person", KEY_ROLE.PERSON, NAME)
                                .shownBy((row, frame) -> row.get("person") instanceof String person
                                        ? output -> output.writeUserContent(person)
                                        : templates.layoutMark(Tone.WARN, frame.text("plan.keyRole.nobody"))),
                        Column.of("share", KEY_ROLE.SHARE, PERCENT),
                        Column.of("handover", KEY_ROLE.HANDOVER, new YesNo()),
                        Column.of("handoverPlanned", KEY_ROLE.HANDOVER_PLANNED, new YesNo()),
                        Column.of("overlapDays", KEY_ROLE.OVERLAP_DAYS, DAYS),
                        Column.of("staysToEnd", KEY_ROLE.STAYS_TO_END, new YesNo()),
                        Column.of("note", KEY_ROLE.NOTE, LONG, Trait.HIDDEN),
                        Column.of("seenBy", KEY_ROLE.PRIVATE_TO, new OwnParty(), Trait.HIDDEN)),
                RowRules.NONE,
                acts);
    }

    @Bean
    static Register functionsRegister(KeepingRows acts) {
        return new Register(
                "functions",
                "plan.function",
                "FN",
                FUNCTION_PART,
                List.of(
                        Register.ref(FUNCTION_PART),
                        Column.of("function", FUNCTION_PART.FUNCTION, function(), Trait.REQUIRED, Trait.WIDE),
                        Column.of("activities", FUNCTION_PART.ACTIVITIES, ACTIVITIES),
                        Column.of("contact", FUNCTION_PART.CONTACT, NAME),
                        Column.of("decidedNone", FUNCTION_PART.DECIDED_NONE, NAME),
                        Column.of("why", FUNCTION_PART.WHY, LONG),
                        Column.of("seenBy", FUNCTION_PART.PRIVATE_TO, new OwnParty(), Trait.HIDDEN)),
                PeopleRegisters::refuseFunction,
                acts);
    }

    @Bean
    static Register blackoutsRegister(KeepingRows acts) {
        return new Register(
                "blackouts",
                "plan.blackout",
                "BO",
                BLACKOUT,
                List.of(
                        Register.ref(BLACKOUT),
                        Column.of("text", BLACKOUT.TEXT, NAME, Trait.REQUIRED, Trait.WIDE),
                        Column.of("begins", BLACKOUT.BEGINS, Day.until("ends", ""), Trait.REQUIRED),
                        Column.of("ends", BLACKOUT.ENDS, new Day(), Trait.REQUIRED),
                        Column.of("seenBy", BLACKOUT.PRIVATE_TO, new OwnParty(), Trait.HIDDEN)),
                PeopleRegisters::refuseSpan,
                acts);
    }

    @Bean
    static RegisterRoom bookingsRoom(Register bookingsRegister, Rows rows) {
        return new RegisterRoom(Stage.PLAN, bookingsRegister, rows);
    }

    @Bean
    static RegisterRoom keyRolesRoom(Register keyRolesRegister, Rows rows) {
        return new RegisterRoom(Stage.PLAN, keyRolesRegister, rows);
    }

    @Bean
    static RegisterRoom functionsRoom(Register functionsRegister, Rows rows) {
        return new RegisterRoom(Stage.PLAN, functionsRegister, rows);
    }

    @Bean
    static RegisterRoom blackoutsRoom(Register blackoutsRegister, Rows rows) {
        return new RegisterRoom(Stage.PLAN, blackoutsRegister, rows);
    }

    private static Map<String, Text> refuseBooking(Row row) {
        var reasons = new LinkedHashMap<>(refuseSpan(row));
        if (row.get("share") instanceof BigDecimal share && share.signum() == 0) {
            reasons.put("share", Text.of("plan.booking.refused.nothing"));
        }
        if (row.get("available") instanceof BigDecimal available && available.signum() == 0) {
            reasons.put("available", Text.of("plan.booking.refused.nothing"));
        }
        if (row.get("people") instanceof BigDecimal people && people.signum() == 0) {
            reasons.put("people", Text.of("plan.booking.refused.nobody"));
        }
        if (row.get("email") instanceof String email && (email.length() < SHORTEST_EMAIL || !email.contains("@"))) {
            reasons.put("email", Text.of("identity.email.none"));
        }
        return reasons;
    }

    private static Map<String, Text> refuseFunction(Row row) {
        var reasons = new LinkedHashMap<String, Text>();
        if (row.get("decidedNone") != null
                && !Booking.labels(row.get("activities")).isEmpty()) {
            reasons.put("decidedNone", Text.of("plan.function.refused.both"));
        }
        if (row.get("decidedNone") != null && row.get("why") == null) {
            reasons.put("why", Text.of("plan.function.refused.why"));
        }
        return reasons;
    }

    private static Map<String, Text> refuseSpan(Row row) {
        return row.get("begins") instanceof LocalDate begins
                        && row.get("ends") instanceof LocalDate ends
                        && ends.isBefore(begins)
                ? Map.of("ends", Text.of("plan.booking.refused.ends"))
                : Map.of();
    }

    private static OneOf side() {
        return new OneOf(Codes.of(Side.values()), "engagement.side");
    }

    private static OneOf function() {
        return new OneOf(Codes.of(BusinessFunction.values()), "plan.businessFunction");
    }

    /// An address below that of the engagement whose register is shown; empty where none is.
    private static String below(Frame frame, String address) {
        int end = frame.path().indexOf("/registers/");
        return end < 0 ? "" : frame.path().substring(0, end) + address;
    }
}
