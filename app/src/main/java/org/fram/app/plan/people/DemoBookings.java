package org.fram.app.plan.people;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fram.app.engagement.DemoPart;
import org.fram.app.engagement.Stage;
import org.fram.app.guests.AnsweringLink;
import org.fram.app.guests.AnsweringLink.Said;
import org.fram.app.guests.AnsweringLink.Word;
import org.fram.app.plan.Plans;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Row;
import org.fram.schedule.CriticalPath;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The people of the demonstration's plan: a developer who is booked twice over and leaves before the work is
/// certain to be done, a release on paper, a booking that nobody confirmed again, one that was answered with other
/// dates, a test in the weeks in which nobody can be off the phones, and a key role that lapsed.
@Component
class DemoBookings implements DemoPart {

    private static final String DEVELOPER = "Integration developer";
    private static final String ENGINEER = "Engineer";

    private final Register bookings;
    private final Register keyRoles;
    private final Register functions;
    private final Register blackouts;
    private final AskingBooked asking;
    private final AnsweringLink answering;
    private final Plans plans;
    private final Transactions transactions;
    private final InstantSource clock;

    DemoBookings(
            Register bookingsRegister,
            Register keyRolesRegister,
            Register functionsRegister,
            Register blackoutsRegister,
            AskingBooked asking,
            AnsweringLink answering,
            Plans plans,
            Transactions transactions,
            InstantSource clock) {
        this.bookings = bookingsRegister;
        this.keyRoles = keyRolesRegister;
        this.functions = functionsRegister;
        this.blackouts = blackoutsRegister;
        this.asking = asking;
        this.answering = answering;
        this.plans = plans;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Stage stage() {
        return Stage.PLAN;
    }

    @Override
    public void add(Demo demo) {
        var days = days(demo);
        var test = of(days, "34");
        var training = of(days, "43");
        var integration = of(days, "22");
        var identity = of(days, "23");
        var configuration = of(days, "21");
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var rows = demo.add(
                bookings,
                demo.customer(),
                List.of(
                        booking(
                                        "Solution architect",
                                        "vendor",
                                        of(days, "4").from(),
                                        of(days, "5").until().plusDays(21),
                                        80)
                                .with("activities", List.of("4", "5"))
                                .with("resource", "Solution architect")
                                .with("confirmed", today.minusDays(4))
                                .with("firstWeekConfirmed", true)
                                .values(),
                        booking(DEVELOPER, "partner", integration.from(), integration.until(), 70)
                                .with("activities", List.of("22"))
                                .with("confirmed", today.minusDays(6))
                                .with("firstWeekConfirmed", true)
                                .values(),
                        booking(DEVELOPER, "partner", identity.from(), identity.until(), 60)
                                .with("activities", List.of("23"))
                                .with("confirmed", today.minusDays(6))
                                .with("firstWeekConfirmed", true)
                                .values(),
                        booking(
                                        ENGINEER,
                                        "vendor",
                                        configuration.from(),
                                        of(days, "56").until().plusDays(60),
                                        100)
                                .with("resource", ENGINEER)
                                .with("confirmed", today.minusDays(33))
                                .with("firstWeekConfirmed", true)
                                .values(),
                        booking("Agents who test", "buyer", test.from(), test.until(), 100)
                                .with("activities", List.of("34"))
                                .with("function", "contact-center")
                                .with("purpose", "acceptance-test")
                                .with("people", BigDecimal.valueOf(15))
                                .with("email", "head-of-contact-center@demo.example")
                                .with("released", true)
                                .values(),
                        booking("Agents and supervisors", "buyer", training.from(), training.until(), 20)
                                .with("activities", List.of("43"))
                                .with("function", "contact-center")
                                .with("purpose", "training")
                                .with("people", BigDecimal.valueOf(320))
                                .with("released", true)
                                .with("backfilledBy", "Temporary staff")
                                .with("confirmed", today.minusDays(2))
                                .with("firstWeekConfirmed", true)
                                .values()));
        demo.add(keyRoles, demo.customer(), roles());
        demo.add(functions, demo.customer(), parts());
        demo.add(
                blackouts,
                demo.customer(),
                List.of(values(
                        "text", "Yearly notices go out",
                        "begins", Weeks.monday(test.until()),
                        "ends", Weeks.monday(test.until()).plusDays(4))));
        ask(demo, rows.get(4), test);
    }

    private static Days of(Map<String, Days> days, String code) {
        return Objects.requireNonNull(days.get(code), code);
    }

    private record Days(LocalDate from, LocalDate until) {}

    /// The dates of the activities, by their numbers.
    private Map<String, Days> days(Demo demo) {
        var kept = transactions.as(demo.customer(), () -> plans.get(demo.engagement()));
        var timetable = CriticalPath.of(kept.plan());
        var days = new HashMap<String, Days>();
        for (int k = 0; k < kept.activities().size(); k++) {
            var window = timetable.windows().get(k);
            days.put(
                    kept.activities().get(k).code(),
                    new Days(
                            timetable.date(window.start()).toLocalDate(),
                            timetable.date(window.finish()).toLocalDate()));
        }
        return days;
    }

    /// Where mails are sent, the link is in one, and nobody has answered yet.
    private void ask(Demo demo, Row booking, Days test) {
        if (!(asking.ask(demo.customer(), demo.engagement(), booking.id())
                instanceof AskingBooked.Outcome.Asked(var _, var handOn))) {
            throw new IllegalStateException("Nobody can be asked in the demonstration.");
        }
        if (!handOn.isEmpty()) {
            String token = handOn.substring(handOn.indexOf('=') + 1);
            if (answering.look(token) instanceof AnsweringLink.Outcome.Open(var _, var _, var statements)) {
                Map<UUID, Said> said = statements.stream()
                        .collect(Collectors.toMap(
                                one -> one.id(),
                                _ -> new Said(
                                        Word.OTHER_DATES,
                                        "Not while the yearly notices go out: we need every agent on the phones.",
                                        test.from().plusDays(14),
                                        test.until().plusDays(14))));
                answering.answer(token, said);
            }
        }
    }

    private static List<Map<String, @Nullable Object>> roles() {
        return List.of(
                values(
                        "role",
                        "project-manager",
                        "side",
                        "buyer",
                        "person",
                        "Customer’s project manager",
                        "share",
                        percent(60)),
                values(
                        "role",
                        "project-manager",
                        "side",
                        "vendor",
                        "person",
                        "Vendor’s project manager",
                        "share",
                        percent(50),
                        "handover",
                        true,
                        "handoverPlanned",
                        true,
                        "overlapDays",
                        BigDecimal.valueOf(10)),
                values("role", "overseer", "side", "buyer", "person", "Head of the service", "share", percent(10)),
                values("role", "overseer", "side", "vendor", "person", "Vendor’s director", "share", percent(20)),
                values("role", "design-engineer", "side", "partner", "person", "Design engineer", "share", percent(80)),
                values(
                        "role",
                        "test-lead",
                        "side",
                        "buyer",
                        "handover",
                        true,
                        "handoverPlanned",
                        false,
                        "overlapDays",
                        BigDecimal.ZERO,
                        "staysToEnd",
                        false,
                        "note",
                        "Left for another ministry; nobody has taken over yet."),
                values("role", "it-lead", "side", "buyer", "person", "IT lead", "share", percent(40)),
                values(
                        "role", "contact-center-lead",
                        "side", "buyer",
                        "person", "Contact center lead",
                        "share", percent(30),
                        "staysToEnd", true));
    }

    private static List<Map<String, @Nullable Object>> parts() {
        return List.of(
                values("function", "contact-center", "activities", List.of("6", "26", "34", "43")),
                values("function", "it", "activities", List.of("3", "13", "23"), "contact", "IT lead"),
                values("function", "training", "activities", List.of("42", "43"), "contact", "Head of training"),
                values("function", "testing", "activities", List.of("34")),
                values(
                        "function", "legal",
                        "decidedNone", "Steering committee",
                        "why", "The law and the contract stand; nothing else is to be looked at."));
    }

    private static Draft booking(String person, String side, LocalDate from, LocalDate until, int share) {
        return new Draft(
                values("person", person, "side", side, "begins", from, "ends", until, "share", percent(share)));
    }

    /// A booking in the making.
    private record Draft(Map<String, @Nullable Object> values) {

        Draft with(String column, Object value) {
            var more = new HashMap<String, @Nullable Object>(values);
            more.put(column, value);
            return new Draft(more);
        }
    }

    private static BigDecimal percent(int percent) {
        return BigDecimal.valueOf(percent);
    }

    private static Map<String, @Nullable Object> values(Object... pairs) {
        var row = new HashMap<String, @Nullable Object>();
        for (int at = 0; at < pairs.length; at += 2) {
            row.put(pairs[at].toString(), pairs[at + 1]);
        }
        return row;
    }
}
