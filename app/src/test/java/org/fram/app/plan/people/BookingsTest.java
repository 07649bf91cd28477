package org.fram.app.plan.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fram.schema.plan.Tables;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.fram.app.guests.AnsweringLink;
import org.fram.app.guests.AnsweringLink.Said;
import org.fram.app.guests.AnsweringLink.Word;
import org.fram.app.guests.GuestLinks;
import org.fram.app.guests.InvitingGuests;
import org.fram.app.guests.Statement;
import org.fram.app.plan.people.BookingState.Kind;
import org.fram.app.platform.access.NotAllowedException;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.RowActs.RowOutcome;
import org.fram.app.platform.register.RowActs.Seen;
import org.fram.app.practice.Facts;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.SampleRows;
import org.fram.app.testing.TestEngagement;
import org.fram.app.testing.TestMail;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Somebody who is booked says by a link whether they will be there, and is asked again.
class BookingsTest {

    private static final RunningApp APP = RunningApp.shared();
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final AskingBooked asking = APP.get(AskingBooked.class);
    private final AnsweringLink answering = APP.get(AnsweringLink.class);
    private final TestEngagement engagement = TestEngagement.create();
    private final TestPerson customer = engagement.customer();
    private final SampleRows rows = new SampleRows(engagement, "bookings");
    private final LocalDate today = customer.asks(() -> APP.get(Facts.class).today(engagement.id()));
    private final String email = "architect%d@elsewhere.example".formatted(PEOPLE.incrementAndGet());
    private int mails;

    @Test
    void whoIsBookedReadsWhenAndHowMuchAndSaysYes() throws Exception {
        var row = booked("purpose", "acceptance-test");
        assertThat(state(row).kind()).isEqualTo(Kind.UNCONFIRMED);

        String token = ask(row);
        assertThat(state(row).kind()).isEqualTo(Kind.ASKED);
        assertThat(state(row).firstWeek()).isFalse();
        assertThat(statements(token)).singleElement().satisfies(statement -> {
            assertThat(statement.name()).isEqualTo("B-1");
            assertThat(statement.dated()).isTrue();
            assertThat(statement.details())
                    .extracting(detail -> detail.key())
                    .containsExactly("plan.booking.asked.person", "plan.booking.asked.work");
        });
        answer(token, Word.CONFIRMS, "Gladly.", null, null);

        assertThat(state(row).kind()).isEqualTo(Kind.CONFIRMED);
        assertThat(state(row).confirmed()).isEqualTo(today);
        assertThat(state(row).firstWeek()).isTrue();
        assertThat(state(row).last()).satisfies(last -> {
            assertThat(Objects.requireNonNull(last).note()).isEqualTo("Gladly.");
            assertThat(last.given()).isNotNull();
        });
        assertThat(deeds()).contains("booking-yes: B-1");
    }

    @Test
    void whatWasConfirmedOnOtherDatesIsNotConfirmed() throws Exception {
        var row = booked();
        answer(ask(row), Word.CONFIRMS, "", null, null);

        var moved = rows.changed(customer, row.id(), new Seen.Version(0), "ends", today.plusDays(60));
        assertThat(state(row).kind()).isEqualTo(Kind.UNCONFIRMED);
        rows.changed(customer, row.id(), new Seen.Version(moved.version()), "ends", today.plusDays(20));
        assertThat(state(row).kind()).as("the very dates again").isEqualTo(Kind.CONFIRMED);
    }

    @Test
    void whoCannotSaysWhy() throws Exception {
        var row = booked("confirmed", today.minusDays(3), "firstWeekConfirmed", true);
        assertThat(state(row).kind()).isEqualTo(Kind.CONFIRMED);
        String token = ask(row);
        var one = statements(token).getFirst().id();
        assertThat(refusal(token, Map.of(one, new Said(Word.OBJECTS, " ", null, null))))
                .isEqualTo("guests.refused.note");
        answer(token, Word.OBJECTS, "On another project.", null, null);

        assertThat(state(row).kind()).isEqualTo(Kind.DECLINED);
        assertThat(state(row).confirmed()).isNull();
        assertThat(state(row).firstWeek()).isFalse();
        assertThat(deeds()).contains("booking-no: B-1");
    }

    @Test
    void otherDatesAreTakenOverAndConfirmedByThat() throws Exception {
        var row = booked();
        String token = ask(row);
        var one = statements(token).getFirst().id();
        assertThat(refusal(token, Map.of(one, new Said(Word.OTHER_DATES, "", today.plusDays(9), null))))
                .isEqualTo("guests.refused.dates");
        assertThat(refusal(token, Map.of(one, new Said(Word.OTHER_DATES, "", today.plusDays(9), today))))
                .isEqualTo("guests.refused.dates");
        answer(token, Word.OTHER_DATES, "A week later.", today.plusDays(8), today.plusDays(27));

        var state = state(row);
        assertThat(state.kind()).isEqualTo(Kind.OTHER_DATES);
        var answer = Objects.requireNonNull(state.last()).id();
        var taking = APP.get(TakingOtherDates.class);
        assertThat(taking.take(customer.actor(), engagement.id(), row.id(), UUID.randomUUID()))
                .isInstanceOf(TakingOtherDates.Outcome.Refused.class);
        assertThat(taking.take(customer.actor(), engagement.id(), row.id(), answer))
                .isInstanceOf(TakingOtherDates.Outcome.Done.class);

        assertThat(bookings().getFirst().terms().begins()).isEqualTo(today.plusDays(8));
        assertThat(state(row).kind()).isEqualTo(Kind.CONFIRMED);
        assertThat(taking.take(customer.actor(), engagement.id(), row.id(), answer))
                .as("taken over twice")
                .isInstanceOf(TakingOtherDates.Outcome.Refused.class);
    }

    @Test
    void allBookingsOfAnAddressAreAskedTogether() throws Exception {
        var first = booked();
        var second = booked();
        var over = booked("begins", today.minusDays(20), "ends", today.minusDays(10));
        String token = ask(first);

        assertThat(statements(token)).extracting(Statement::name).containsExactlyInAnyOrder("B-1", "B-2");
        assertThat(refused(over.id())).isEqualTo("plan.booking.refused.over");
        answer(token, Word.CONFIRMS, "", null, null);
        assertThat(state(second).kind()).isEqualTo(Kind.CONFIRMED);
        assertThat(state(over).kind()).isEqualTo(Kind.OVER);
    }

    @Test
    void afterTwoWeeksTheyAreAskedAgainByItself() throws Exception {
        var row = booked("confirmed", today.minusDays(15));
        var never = booked("email", "never." + email);
        askedBefore(row, Duration.ofDays(15), customer);
        assertThat(state(row).kind()).isEqualTo(Kind.LONG_AGO);

        APP.get(AskingAgain.class).ask();
        APP.get(AskingAgain.class).ask();

        mails++;
        assertThat(TestMail.await(email, 1)).hasSize(1);
        assertThat(state(row).kind()).isEqualTo(Kind.ASKED);
        assertThat(asked(row))
                .hasSize(2)
                .last()
                .satisfies(one ->
                        assertThat(one.askedBy()).isEqualTo(customer.actor().id()));
        assertThat(state(never).kind()).as("nobody has asked them yet").isEqualTo(Kind.UNCONFIRMED);
    }

    @Test
    void nobodyIsAskedAgainBeforeTwoWeeksOrAfterANo() throws Exception {
        var early = booked();
        askedBefore(early, Duration.ofDays(13), customer);
        var declined = booked("email", "no." + email);
        askedBefore(declined, Duration.ofDays(15), customer);
        APP.get(AskingAgain.class).ask();
        assertThat(asked(early)).hasSize(1);
        assertThat(asked(declined)).hasSize(2);

        String path = TestMail.await("no." + email, 1).getLast().link("/guest");
        answer(path.substring(path.indexOf('=') + 1), Word.OBJECTS, "No.", null, null);
        APP.get(AskingAgain.class).ask();
        assertThat(asked(declined)).hasSize(2);
    }

    @Test
    void whoseLinkIsTakenBackIsNoLongerAsked() throws Exception {
        var row = booked();
        ask(row);
        var link = customer.asks(() -> APP.get(GuestLinks.class).of(engagement.id()))
                .getFirst()
                .id();
        APP.get(InvitingGuests.class).revoke(customer.actor(), engagement.id(), link);

        assertThat(state(row).kind()).isEqualTo(Kind.UNCONFIRMED);
    }

    @Test
    void whatIsForOnePartyAloneIsAskedUnseenByTheOther() throws Exception {
        var row = booked("seenBy", true);
        answer(ask(row), Word.CONFIRMS, "", null, null);

        assertThat(state(row).kind()).isEqualTo(Kind.CONFIRMED);
        assertThat(engagement.vendor().asks(() -> APP.get(AskedBookings.class).of(engagement.id())))
                .isEmpty();
        assertThat(engagement.vendor().asks(() -> APP.get(Bookings.class).of(engagement.id())))
                .isEmpty();
    }

    @Test
    void onlyManagersAskAndOnlyWhoHasAnAddress() {
        var row = booked("email", null);
        assertThatThrownBy(() -> asking.ask(engagement.vendor().actor(), engagement.id(), row.id()))
                .isInstanceOf(NotAllowedException.class);
        assertThat(refused(row.id())).isEqualTo("plan.booking.refused.noEmail");
        assertThat(refused(UUID.randomUUID())).isEqualTo("plan.booking.refused.gone");
    }

    @Test
    void nobodyAnswersForThemAndWhatTheyWereAskedStays() throws Exception {
        var row = booked();
        ask(row);
        assertThat(customer.asks(() -> APP.get(DSLContext.class)
                        .update(Tables.ASKED)
                        .set(Tables.ASKED.ANSWER, "yes")
                        .set(Tables.ASKED.GIVEN, Instant.now())
                        .where(Tables.ASKED.BOOKING_ID.eq(row.id()))
                        .execute()))
                .as("rows that a manager may answer")
                .isZero();
        assertThatThrownBy(() -> customer.asks(
                        () -> APP.get(DSLContext.class).deleteFrom(Tables.ASKED).execute()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aBookingThatEndsBeforeItBeginsIsRefused() {
        assertThat(rows.add(customer, booking("ends", today.minusDays(1)))).isInstanceOf(RowOutcome.Refused.class);
        assertThat(rows.add(customer, booking("share", BigDecimal.ZERO))).isInstanceOf(RowOutcome.Refused.class);
        assertThat(rows.add(customer, booking("email", "nowhere"))).isInstanceOf(RowOutcome.Refused.class);
    }

    private Row booked(@Nullable Object... others) {
        return rows.added(customer, booking(others));
    }

    private Map<String, @Nullable Object> booking(@Nullable Object... others) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("person", "Solution architect");
        values.put("side", "vendor");
        values.put("begins", today.plusDays(1));
        values.put("ends", today.plusDays(20));
        values.put("share", BigDecimal.valueOf(50));
        values.put("email", email);
        for (int k = 0; k < others.length; k += 2) {
            values.put(String.valueOf(others[k]), others[k + 1]);
        }
        return values;
    }

    private String ask(Row row) throws InterruptedException {
        mails++;
        assertThat(asking.ask(customer.actor(), engagement.id(), row.id()))
                .isInstanceOf(AskingBooked.Outcome.Asked.class);
        String path = TestMail.await(email, mails).getLast().link("/guest");
        return path.substring(path.indexOf('=') + 1);
    }

    /// A question that was asked some time ago and not answered.
    private void askedBefore(Row row, Duration ago, TestPerson by) {
        var booking = bookings().stream()
                .filter(one -> one.id().equals(row.id()))
                .findFirst()
                .orElseThrow();
        var then = Instant.now().minus(ago);
        by.asks(() -> {
            APP.get(AskedBookings.class)
                    .add(new Asked(
                            UUID.randomUUID(),
                            engagement.id(),
                            row.id(),
                            null,
                            UUID.randomUUID(),
                            booking.person(),
                            booking.ref(),
                            booking.terms(),
                            "",
                            by.actor().id(),
                            then,
                            then.plus(AskingBooked.OPEN),
                            null,
                            "",
                            null,
                            null));
            return true;
        });
    }

    private void answer(String token, Word word, String note, @Nullable LocalDate from, @Nullable LocalDate until) {
        var said = statements(token).stream()
                .collect(Collectors.toMap(Statement::id, _ -> new Said(word, note, from, until)));
        assertThat(answering.answer(token, said)).isInstanceOf(AnsweringLink.Outcome.Answered.class);
    }

    private String refusal(String token, Map<UUID, Said> said) {
        return answering.answer(token, said) instanceof AnsweringLink.Outcome.Refused(var _, var _, var reason)
                ? reason.key()
                : "";
    }

    private String refused(UUID booking) {
        return asking.ask(customer.actor(), engagement.id(), booking)
                        instanceof AskingBooked.Outcome.Refused(var reason)
                ? reason.key()
                : "";
    }

    private List<Statement> statements(String token) {
        return ((AnsweringLink.Outcome.Open) answering.look(token)).statements();
    }

    private List<Booking> bookings() {
        return customer.asks(() -> APP.get(Bookings.class).of(engagement.id()));
    }

    private BookingState state(Row row) {
        return customer.asks(() -> {
            var all = APP.get(Bookings.class).of(engagement.id());
            return Objects.requireNonNull(
                    APP.get(Bookings.class).states(engagement.id(), all).get(row.id()));
        });
    }

    private List<Asked> asked(Row row) {
        return customer.asks(() -> APP.get(AskedBookings.class).of(engagement.id())).stream()
                .filter(one -> one.booking().equals(row.id()))
                .toList();
    }

    private List<String> deeds() {
        return customer.asks(() -> APP.get(Ledger.class).newest(engagement.id(), Long.MAX_VALUE, 50)).stream()
                .flatMap(entry -> Optional.ofNullable(entry.details()).stream())
                .map(details -> details.kind() + ": " + details.what().get("booking"))
                .toList();
    }
}
