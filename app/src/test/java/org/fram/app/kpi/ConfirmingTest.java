package org.fram.app.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fram.schema.kpi.Tables;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.fram.app.guests.AnsweringLink;
import org.fram.app.guests.AnsweringLink.Said;
import org.fram.app.guests.GuestLink;
import org.fram.app.guests.GuestLinks;
import org.fram.app.guests.InvitingGuests;
import org.fram.app.guests.Statement;
import org.fram.app.kpi.Confirmation.Verdict;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.NotAllowedException;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.RowActs.Seen;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.SampleRows;
import org.fram.app.testing.TestEngagement;
import org.fram.app.testing.TestMail;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;

/// An executive confirms objectives by a link, and what they confirm is what they read.
class ConfirmingTest {

    private static final RunningApp APP = RunningApp.shared();
    private static final AtomicInteger EXECUTIVES = new AtomicInteger();

    private final AskingExecutive asking = APP.get(AskingExecutive.class);
    private final AnsweringLink answering = APP.get(AnsweringLink.class);
    private final TestEngagement engagement = TestEngagement.create();
    private final TestPerson customer = engagement.customer();
    private final SampleRows objectives = new SampleRows(engagement, "objectives");
    private final String email = "executive%d@elsewhere.example".formatted(EXECUTIVES.incrementAndGet());

    @Test
    void anExecutiveReadsTextMeasureAndWeightAndConfirms() throws Exception {
        var row = objectives.added(
                customer, "Nobody waits.", "measure", "80 % in a minute", "weight", new BigDecimal("40"));
        assertThat(state(row)).isEqualTo(ConfirmationState.Kind.UNCONFIRMED);

        String token = ask(row);
        assertThat(state(row)).isEqualTo(ConfirmationState.Kind.ASKED);
        assertThat(statements(token)).singleElement().satisfies(statement -> {
            assertThat(statement.name()).isEqualTo("OBJ-1");
            assertThat(statement.text()).isEqualTo("Nobody waits.");
            assertThat(statement.details())
                    .extracting(detail -> detail.key())
                    .containsExactly("kpi.asked.measure", "kpi.asked.weight");
        });
        assertThat(answering.answer(token, all(token, true, ""))).isInstanceOf(AnsweringLink.Outcome.Answered.class);

        assertThat(state(row)).isEqualTo(ConfirmationState.Kind.CONFIRMED);
        assertThat(confirmations(customer)).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("Head of the service");
            assertThat(one.verdict()).isEqualTo(Verdict.CONFIRMED);
            assertThat(one.given()).isNotNull();
        });
        assertThat(deeds()).contains("objective-confirmed: OBJ-1", "guest-answered: null");
        assertThat(TestMail.await(customer.email(), "Head of the service has answered"))
                .isNotNull();
    }

    @Test
    void anObjectionNeedsAReasonAndEachObjectiveAWord() throws Exception {
        var first = objectives.added(customer, "Nobody waits.");
        var second = objectives.added(customer, "It costs less.");
        String token = ask(first, second);
        var asked = statements(token);
        var one = asked.getFirst().id();
        var other = asked.getLast().id();

        assertThat(refusal(token, Map.of(one, new Said(true, "")))).isEqualTo("guests.refused.unsaid");
        assertThat(refusal(token, Map.of(one, new Said(true, ""), other, new Said(false, " "))))
                .isEqualTo("guests.refused.reason");
        answering.answer(token, Map.of(one, new Said(true, ""), other, new Said(false, "Not by cutting people.")));

        assertThat(state(first)).isEqualTo(ConfirmationState.Kind.CONFIRMED);
        assertThat(state(second)).isEqualTo(ConfirmationState.Kind.OBJECTED);
        assertThat(confirmations(customer))
                .filteredOn(answer -> answer.objective().equals(second.id()))
                .extracting(Confirmation::reason)
                .containsExactly("Not by cutting people.");
        assertThat(answering.answer(token, all(token, true, "")))
                .isEqualTo(new AnsweringLink.Outcome.Closed(GuestLink.State.ANSWERED));
        assertThat(deeds()).contains("objective-confirmed: OBJ-1", "objective-objected: OBJ-2");
    }

    @Test
    void otherWordsAreNotConfirmedUntilTheExecutiveSaysSoAgain() throws Exception {
        var row = objectives.added(customer, "Nobody waits.");
        confirm(row);

        var spaced = objectives.changed(customer, row.id(), new Seen.Version(0), "text", "Nobody  waits.");
        assertThat(state(row)).isEqualTo(ConfirmationState.Kind.CONFIRMED);
        var changed = objectives.changed(
                customer, row.id(), new Seen.Version(spaced.version()), "text", "Hardly anybody waits.");
        assertThat(state(row)).isEqualTo(ConfirmationState.Kind.OTHER_WORDS);
        objectives.changed(customer, row.id(), new Seen.Version(changed.version()), "text", "Nobody waits.");
        assertThat(state(row)).as("the very words again").isEqualTo(ConfirmationState.Kind.CONFIRMED);
        objectives.changed(customer, row.id(), new Seen.Version(changed.version() + 1), "weight", new BigDecimal("5"));
        assertThat(state(row)).isEqualTo(ConfirmationState.Kind.OTHER_WORDS);

        confirm(row);
        assertThat(state(row)).isEqualTo(ConfirmationState.Kind.CONFIRMED);
    }

    @Test
    void theLastWordCounts() throws Exception {
        var row = objectives.added(customer, "Nobody waits.");
        confirm(row);
        String token = ask(row);
        assertThat(state(row)).as("asked again, and confirmed meanwhile").isEqualTo(ConfirmationState.Kind.CONFIRMED);
        answering.answer(token, all(token, false, "Not any more."));

        assertThat(state(row)).isEqualTo(ConfirmationState.Kind.OBJECTED);
    }

    @Test
    void whoseLinkIsTakenBackIsNoLongerAsked() throws Exception {
        var row = objectives.added(customer, "Nobody waits.");
        ask(row);
        var link = customer.asks(() -> APP.get(GuestLinks.class).of(engagement.id()))
                .getFirst()
                .id();

        APP.get(InvitingGuests.class).revoke(customer.actor(), engagement.id(), link);

        assertThat(state(row)).isEqualTo(ConfirmationState.Kind.UNCONFIRMED);
        assertThat(confirmations(customer)).isEmpty();
    }

    @Test
    void whatIsForOnePartyAloneIsAskedUnseenByTheOther() throws Exception {
        var row = objectives.added(customer, "We walk away above this price.", "seenBy", true);
        confirm(row);

        assertThat(state(row)).isEqualTo(ConfirmationState.Kind.CONFIRMED);
        assertThat(confirmations(engagement.vendor())).isEmpty();
        assertThat(engagement.vendor().asks(() -> APP.get(GuestLinks.class).of(engagement.id())))
                .isEmpty();
        assertThat(deeds(engagement.vendor())).noneMatch(deed -> deed.startsWith("objective-confirmed"));
    }

    @Test
    void onlyManagersAskAndOnlyAboutWhatIsThere() {
        var row = objectives.added(customer, "Nobody waits.");
        assertThatThrownBy(() -> asking.ask(engagement.vendor().actor(), engagement.id(), wish(Set.of(row.id()))))
                .isInstanceOf(NotAllowedException.class);
        assertThat(refused(wish(Set.of()))).isEqualTo("kpi.ask.refused.nothing");
        assertThat(refused(wish(Set.of(UUID.randomUUID())))).isEqualTo("kpi.ask.refused.nothing");
        var elsewhere = new AskingExecutive.Wish("no address", "Head", Set.of(row.id()), "So?", tomorrow());
        assertThat(refused(elsewhere)).isEqualTo("identity.email.none");
        assertThat(confirmations(customer)).isEmpty();
    }

    @Test
    void nobodyAnswersForAnExecutiveAndNobodyChangesWhatTheyWereAsked() throws Exception {
        var row = objectives.added(customer, "Nobody waits.");
        ask(row);
        var one = confirmations(customer).getFirst();

        assertThat(customer.asks(() -> APP.get(DSLContext.class)
                        .update(Tables.CONFIRMATION)
                        .set(Tables.CONFIRMATION.VERDICT, "confirmed")
                        .set(Tables.CONFIRMATION.GIVEN, Instant.now())
                        .where(Tables.CONFIRMATION.ID.eq(one.id()))
                        .execute()))
                .as("rows that a manager may answer")
                .isZero();
        var guest = new Actor.Guest(Objects.requireNonNull(one.link()));
        assertThatThrownBy(() -> APP.get(Transactions.class)
                        .as(
                                guest,
                                () -> APP.get(DSLContext.class)
                                        .update(Tables.CONFIRMATION)
                                        .set(Tables.CONFIRMATION.TEXT, "Everybody waits.")
                                        .execute()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changes");
        assertThatThrownBy(() -> customer.asks(() -> APP.get(DSLContext.class)
                        .deleteFrom(Tables.CONFIRMATION)
                        .execute()))
                .isInstanceOf(DataAccessException.class);
    }

    private void confirm(Row row) throws InterruptedException {
        String token = ask(row);
        answering.answer(token, all(token, true, ""));
    }

    private String ask(Row... rows) throws InterruptedException {
        int before = mails;
        mails = before + 1;
        var ids = List.of(rows).stream().map(Row::id).collect(Collectors.toSet());
        assertThat(asking.ask(customer.actor(), engagement.id(), wish(ids)))
                .isInstanceOf(AskingExecutive.Outcome.Asked.class);
        String path = TestMail.await(email, mails).getLast().link("/guest");
        return path.substring(path.indexOf('=') + 1);
    }

    private int mails;

    private AskingExecutive.Wish wish(Set<UUID> ids) {
        return new AskingExecutive.Wish(email, "Head of the service", ids, "Is that so?", tomorrow());
    }

    private String refused(AskingExecutive.Wish wish) {
        return asking.ask(customer.actor(), engagement.id(), wish)
                        instanceof AskingExecutive.Outcome.Refused(var reason)
                ? reason.key()
                : "";
    }

    private String refusal(String token, Map<UUID, Said> said) {
        return answering.answer(token, said) instanceof AnsweringLink.Outcome.Refused(var _, var _, var reason)
                ? reason.key()
                : "";
    }

    private List<Statement> statements(String token) {
        return ((AnsweringLink.Outcome.Open) answering.look(token)).statements();
    }

    private Map<UUID, Said> all(String token, boolean confirmed, String reason) {
        return answering.look(token) instanceof AnsweringLink.Outcome.Open(var _, var _, var statements)
                ? statements.stream().collect(Collectors.toMap(Statement::id, _ -> new Said(confirmed, reason)))
                : Map.of();
    }

    private ConfirmationState.Kind state(Row row) {
        return customer.asks(() -> {
            var all = APP.get(Measuring.class).objectives(engagement.id());
            return Objects.requireNonNull(APP.get(Confirmations.class)
                            .states(engagement.id(), all)
                            .get(row.id()))
                    .kind();
        });
    }

    private List<Confirmation> confirmations(TestPerson person) {
        return person.asks(() -> APP.get(Confirmations.class).of(engagement.id()));
    }

    private List<String> deeds() {
        return deeds(customer);
    }

    private List<String> deeds(TestPerson person) {
        return person.asks(() -> APP.get(Ledger.class).newest(engagement.id(), Long.MAX_VALUE, 50)).stream()
                .flatMap(entry -> Optional.ofNullable(entry.details()).stream())
                .map(details -> details.kind() + ": " + details.what().get("objective"))
                .toList();
    }

    private static Instant tomorrow() {
        return Instant.now().plus(Duration.ofDays(1));
    }
}
