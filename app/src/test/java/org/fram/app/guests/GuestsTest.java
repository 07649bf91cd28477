package org.fram.app.guests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fram.schema.guests.Tables;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.fram.app.engagement.Engagements;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.NotAllowedException;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.files.FileId;
import org.fram.app.platform.files.KeepingFile;
import org.fram.app.platform.files.StoredFiles;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.testing.Browser;
import org.fram.app.testing.HttpBrowser;
import org.fram.app.testing.Look;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.TestEngagement;
import org.fram.app.testing.TestMail;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuestsTest {

    private static final RunningApp APP = RunningApp.shared();
    private static final AtomicInteger GUESTS = new AtomicInteger();

    private final InvitingGuests inviting = APP.get(InvitingGuests.class);
    private final AnsweringLink answering = APP.get(AnsweringLink.class);
    private final TestEngagement engagement = TestEngagement.create();
    private final String email = "guest%d@elsewhere.example".formatted(GUESTS.incrementAndGet());

    @Test
    void aGuestReadsOneDocumentAndTheLedgerHasEachUse() throws Exception {
        var link = invite(keep(null), "", false);
        String token = token();

        var browser = HttpBrowser.stranger();
        assertThat(browser.get("/guest?link=" + token).body()).contains("offer.md");
        assertThat(browser.download("/guest/document?link=" + token)).asString().isEqualTo("# Offer");

        assertThat(deeds()).startsWith("guest-read", "guest-looked", "guest-invited");
        assertThat(link(link).uses()).isEqualTo(2);
        assertThat(answering.look(token)).isInstanceOf(AnsweringLink.Outcome.Open.class);
        assertThat(link(link).uses())
                .as("looking again at once is the same use")
                .isEqualTo(2);
    }

    @Test
    void aGuestAnswersOnceAndWhoeverAskedIsTold() throws Exception {
        var link = invite(null, "Do you confirm the objective?", false);
        String token = token();

        assertThat(answering.answer(token, " ")).isInstanceOf(AnsweringLink.Outcome.Refused.class);
        assertThat(answering.answer(token, "Yes, for both sites.")).isInstanceOf(AnsweringLink.Outcome.Answered.class);
        assertThat(answering.answer(token, "No."))
                .isEqualTo(new AnsweringLink.Outcome.Closed(GuestLink.State.ANSWERED));

        assertThat(link(link).answer()).isEqualTo("Yes, for both sites.");
        assertThat(deeds()).startsWith("guest-answered");
        assertThat(TestMail.await(engagement.customer().email(), "Guest has answered"))
                .isNotNull();
    }

    @Test
    void aLinkThatExpiredOrWasTakenBackOpensNothing() throws Exception {
        var link = invite(keep(null), "", false);
        String token = token();

        inviting.revoke(engagement.customer().actor(), engagement.id(), link);

        assertThat(answering.read(token)).isEqualTo(new AnsweringLink.Outcome.Closed(GuestLink.State.REVOKED));
        assertThat(HttpBrowser.stranger().get("/guest?link=" + token))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(410))
                .satisfies(answer -> assertThat(answer.body()).contains("was taken back"));
        assertThat(link(link).state(link(link).expires())).isEqualTo(GuestLink.State.REVOKED);
        var other = link(invite(null, "A question?", false));
        assertThat(other.state(other.expires())).isEqualTo(GuestLink.State.EXPIRED);
        assertThat(answering.look("not a token")).isEqualTo(new AnsweringLink.Outcome.Unknown());
    }

    @Test
    void aGuestSeesNothingButTheirThing() {
        var other = keep(null);
        var link = invite(keep(null), "", false);
        var guest = new Actor.Guest(link);
        var transactions = APP.get(Transactions.class);

        assertThatThrownBy(() ->
                        transactions.as(guest, () -> APP.get(StoredFiles.class).get(engagement.id(), other)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() ->
                        transactions.as(guest, () -> APP.get(Engagements.class).get(engagement.id())))
                .isInstanceOf(NotFoundException.class);
        assertThat(transactions.<Integer>as(
                        guest,
                        () -> APP.get(GuestLinks.class).of(engagement.id()).size()))
                .isEqualTo(1);
        var read = Objects.requireNonNull(link(link).file());
        inviting.revoke(engagement.customer().actor(), engagement.id(), link);
        assertThatThrownBy(() ->
                        transactions.as(guest, () -> APP.get(StoredFiles.class).get(engagement.id(), read)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void theDatabaseKeepsALinkAsItWasMade() {
        var link = invite(null, "A question?", false);
        var customer = engagement.customer();

        assertThatThrownBy(() -> customer.asks(() -> APP.get(DSLContext.class)
                        .update(Tables.LINK)
                        .set(Tables.LINK.QUESTION, "Another question?")
                        .where(Tables.LINK.ID.eq(link))
                        .execute()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changes");
    }

    @Test
    void whatIsOnlyForOnePartyStaysUnseenByTheOther() {
        invite(keep(engagement.customerParty()), "", true);

        assertThat(engagement.vendor().asks(() -> APP.get(GuestLinks.class).of(engagement.id())))
                .isEmpty();
    }

    @Test
    void onlyManagersInviteAndOnlyToOneThingUntilADay() {
        assertThatThrownBy(() -> inviting.invite(
                        engagement.vendor().actor(), engagement.id(), wish(null, "A question?", tomorrow())))
                .isInstanceOf(NotAllowedException.class);
        assertThat(refusal(wish(null, "", tomorrow()))).isEqualTo("guests.refused.nothing");
        assertThat(refusal(wish(keep(null), "A question?", tomorrow()))).isEqualTo("guests.refused.both");
        assertThat(refusal(wish(null, "A question?", Instant.now().minusSeconds(1))))
                .isEqualTo("guests.refused.expires");
        assertThat(refusal(wish(null, "A question?", Instant.now().plus(Duration.ofDays(400)))))
                .isEqualTo("guests.refused.expires");
        assertThat(refusal(new InvitingGuests.Wish("no address", "Guest", null, "A question?", tomorrow(), false)))
                .isEqualTo("identity.email.none");
    }

    @ParameterizedTest
    @EnumSource(
            value = Look.class,
            names = {"DESKTOP_DARK", "PHONE_LIGHT"})
    void anExecutiveConfirmsByALinkWithoutAnAccount(Look look) throws Exception {
        try (var browser = Browser.open(look);
                var guest = Browser.open(look)) {
            browser.signIn(engagement.customer());
            browser.go(engagement.path("guests"));
            browser.check("guests-empty");
            var page = browser.page();
            page.getByLabel("E-mail").fill(email);
            page.getByLabel("Name").fill("Head of the service");
            page.getByLabel("Or a question to answer").fill("Do you confirm that nobody waits longer than a minute?");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send the link"))
                    .click();
            assertThat(page.getByText("not used yet")).isVisible();

            guest.go(TestMail.await(email, 1).getFirst().link("/guest"));
            guest.check("guest-question");
            guest.page().getByLabel("Your answer").fill("Yes, in both sites, from the first day on.");
            guest.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send the answer"))
                    .click();
            assertThat(guest.page().getByText("Your answer has arrived")).isVisible();
            guest.check("guest-thanks");

            page.reload();
            assertThat(page.getByText("Yes, in both sites")).isVisible();
            browser.check("guests");
            browser.go(engagement.path("ledger"));
            assertThat(page.getByText("A guest answered a question")).isVisible();
        }
    }

    private UUID invite(@Nullable FileId file, String question, boolean onlyMyParty) {
        var wish = new InvitingGuests.Wish(email, "Guest", file, question, tomorrow(), onlyMyParty);
        return ((InvitingGuests.Outcome.Invited)
                        inviting.invite(engagement.customer().actor(), engagement.id(), wish))
                .link();
    }

    private InvitingGuests.Wish wish(@Nullable FileId file, String question, Instant expires) {
        return new InvitingGuests.Wish(email, "Guest", file, question, expires, false);
    }

    private String refusal(InvitingGuests.Wish wish) {
        return inviting.invite(engagement.customer().actor(), engagement.id(), wish)
                        instanceof InvitingGuests.Outcome.Refused(var reason)
                ? reason.key()
                : "";
    }

    private String token() throws InterruptedException {
        String path = TestMail.await(email, 1).getFirst().link("/guest");
        return path.substring(path.indexOf('=') + 1);
    }

    private FileId keep(@Nullable PartyId privateTo) {
        var arrival = new KeepingFile.Arrival(
                "offer.md", Set.of("md"), new ByteArrayInputStream("# Offer".getBytes(StandardCharsets.UTF_8)));
        return ((KeepingFile.Outcome.Kept) APP.get(KeepingFile.class)
                        .keep(engagement.customer().actor(), engagement.id(), privateTo, arrival))
                .file()
                .id();
    }

    private GuestLink link(UUID id) {
        return engagement.customer().asks(() -> APP.get(GuestLinks.class).get(id));
    }

    private List<String> deeds() {
        return engagement
                .customer()
                .asks(() -> APP.get(Ledger.class).newest(engagement.id(), Long.MAX_VALUE, 50))
                .stream()
                .map(entry -> Objects.requireNonNull(entry.details()).kind())
                .toList();
    }

    private static Instant tomorrow() {
        return Instant.now().plus(Duration.ofDays(1));
    }
}
