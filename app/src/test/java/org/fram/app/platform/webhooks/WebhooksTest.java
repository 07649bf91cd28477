package org.fram.app.platform.webhooks;

import static fram.schema.api.Tables.WEBHOOK;
import static fram.schema.api.Tables.WEBHOOK_SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.fram.app.engagement.ManagingPeople;
import org.fram.app.guests.AnsweringLink;
import org.fram.app.guests.InvitingGuests;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.NotAllowedException;
import org.fram.app.platform.access.Role;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.platform.register.RowActs.Seen;
import org.fram.app.sow.DecidingObligation;
import org.fram.app.testing.Receiver;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.SampleRows;
import org.fram.app.testing.SowDraft;
import org.fram.app.testing.TestEngagement;
import org.fram.app.testing.TestMail;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

class WebhooksTest {

    private static final RunningApp APP = RunningApp.shared();
    private static final ManagingWebhooks MANAGING = APP.get(ManagingWebhooks.class);
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);

    private final TestEngagement engagement = TestEngagement.create();

    @Test
    void whatHappensIsToldAndSigned() throws Exception {
        try (var receiver = Receiver.good()) {
            var added = add(engagement.customer(), receiver, true);
            var row = new SampleRows(engagement, "requirements").added(engagement.customer(), "Calls are answered.");
            await(() -> types(receiver).contains("register.row.added"));

            var message = receiver.messages().stream()
                    .filter(one -> one.type().equals("register.row.added"))
                    .findFirst()
                    .orElseThrow();
            var data = message.json().get("data");
            assertThat(message.json().get("engagement").stringValue())
                    .isEqualTo(engagement.id().toString());
            assertThat(data.get("register").stringValue()).isEqualTo("requirements");
            assertThat(data.get("row").get("id").stringValue())
                    .isEqualTo(row.id().toString());
            assertThat(data.get("row").get("values").get("text").stringValue()).isEqualTo("Calls are answered.");
            var secret = Signature.key(Base64.getDecoder().decode(added.secret().replace("whsec_", "")));
            assertThat(message.header("webhook-signature"))
                    .isEqualTo(Signature.of(
                            secret,
                            message.header("webhook-id"),
                            Long.parseLong(message.header("webhook-timestamp")),
                            message.body()));
            // That there is one stands in the ledger, and so is told itself.
            assertThat(types(receiver)).contains("ledger.webhook-added");
            var delivery = deliveries(added.webhook()).getFirst();
            await(() -> deliveries(added.webhook()).stream().allMatch(one -> one.state() == Delivery.State.ARRIVED));
            assertThat(delivery.payload()).contains("\"type\"");
        }
    }

    @Test
    void whatIsPrivateIsToldToThePartysOwnWebhooksAlone() throws Exception {
        makeManager(engagement.vendor());
        try (var all = Receiver.good();
                var customers = Receiver.good();
                var vendors = Receiver.good()) {
            add(engagement.customer(), all, true);
            add(engagement.customer(), customers, false);
            add(engagement.vendor(), vendors, false);
            var rows = new SampleRows(engagement, "requirements");
            rows.added(engagement.vendor(), "Our margin", "seenBy", true);
            var secret = rows.added(engagement.customer(), "Walk away above this price", "seenBy", true);
            rows.changed(engagement.customer(), secret.id(), new Seen.Version(0), "text", "Pay this", "seenBy", null);
            rows.added(engagement.customer(), "The last");
            for (var receiver : List.of(all, customers, vendors)) {
                await(() -> texts(receiver).contains("The last"));
            }

            assertThat(texts(all)).containsExactlyInAnyOrder("Pay this", "The last");
            assertThat(texts(customers))
                    .containsExactlyInAnyOrder("Walk away above this price", "Pay this", "The last");
            assertThat(texts(vendors)).containsExactlyInAnyOrder("Our margin", "Pay this", "The last");
            assertThat(all.messages()).noneMatch(message -> message.body().contains("Walk away"));
            assertThat(vendors.messages()).noneMatch(message -> message.body().contains("Walk away"));
        }
    }

    @Test
    void whatAGuestDoesIsTold() throws Exception {
        try (var all = Receiver.good();
                var vendors = Receiver.good()) {
            makeManager(engagement.vendor());
            add(engagement.customer(), all, true);
            add(engagement.vendor(), vendors, false);
            answerAsGuest("for-all@webhooks.example", false);
            answerAsGuest("for-one@webhooks.example", true);
            await(() -> Collections.frequency(types(all), "ledger.guest-invited") == 1);
            await(() -> types(all).contains("ledger.guest-answered"));
            new SampleRows(engagement, "requirements").added(engagement.customer(), "The last");
            await(() -> texts(vendors).contains("The last"));

            assertThat(types(vendors)).containsOnlyOnce("ledger.guest-answered");
            assertThat(types(all)).as("of one party alone").containsOnlyOnce("ledger.guest-answered");
        }
    }

    @Test
    void decisionsAboutObligationsAreTold() throws Exception {
        var sow = SowDraft.bringIn(engagement, SowDraft.FIRST);
        try (var all = Receiver.good();
                var customers = Receiver.good()) {
            add(engagement.customer(), all, true);
            add(engagement.customer(), customers, false);
            var first = sow.obligations().getFirst();
            var target = new DecidingObligation.Target(engagement.id(), sow.id(), first.id(), first.version());
            APP.get(DecidingObligation.class).accept(engagement.customer().actor(), target);
            await(() -> types(customers).contains("obligation.decided"));
            var data = customers.messages().stream()
                    .filter(message -> message.type().equals("obligation.decided"))
                    .findFirst()
                    .orElseThrow()
                    .json()
                    .get("data");
            assertThat(data.get("act").stringValue()).isEqualTo("accept");
            assertThat(data.get("obligation").get("state").stringValue()).isEqualTo("accepted");

            APP.get(DecidingObligation.class).acceptAll(engagement.customer().actor(), engagement.id(), sow.id(), null);
            await(() -> types(customers).stream()
                            .filter("obligation.decided"::equals)
                            .count()
                    == sow.obligations().size());
            sow.share();
            await(() -> types(all).contains("ledger.sow-shared"));
            assertThat(types(all)).as("of a private draft").doesNotContain("obligation.decided");
        }
    }

    @Test
    void whatDoesNotArriveIsTriedAgainWithTheSameId() throws Exception {
        try (var receiver =
                Receiver.that((exchange, number) -> exchange.sendResponseHeaders(number <= 2 ? 500 : 200, -1))) {
            var webhook = add(engagement.customer(), receiver, true).webhook();
            await(() -> deliveries(webhook).getFirst().state() == Delivery.State.ARRIVED);

            var tries = deliveries(webhook).getFirst().tries();
            assertThat(tries.stream().map(Delivery.Try::status)).containsExactly(200, 500, 500);
            assertThat(receiver.messages().stream().map(message -> message.header("webhook-id")))
                    .hasSize(3)
                    .allMatch(receiver.messages().getFirst().header("webhook-id")::equals);
            assertThat(webhook(webhook).failingSince()).isNull();
        }
    }

    @Test
    void afterTheLastTrySomebodyHasItToldAgain() throws Exception {
        try (var receiver = Receiver.that((exchange, number) -> {
            byte[] sorry = "Come back tomorrow.".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(number <= 4 ? 503 : 200, sorry.length);
            exchange.getResponseBody().write(sorry);
        })) {
            var webhook = add(engagement.customer(), receiver, true).webhook();
            await(() -> deliveries(webhook).getFirst().state() == Delivery.State.FAILED);
            var failed = deliveries(webhook).getFirst();
            assertThat(failed.tries()).hasSize(4).allMatch(one -> one.said().equals("Come back tomorrow."));
            assertThat(webhook(webhook).failingSince()).isNotNull();

            MANAGING.replay(engagement.customer().actor(), engagement.id(), webhook, failed.id());
            await(() -> deliveries(webhook).getFirst().state() == Delivery.State.ARRIVED);
            assertThat(deliveries(webhook).getFirst().tries()).hasSize(5);
            assertThat(webhook(webhook).failingSince()).isNull();
        }
    }

    @Test
    void aReceiverThatHangsHoldsUpNobodyElse() throws Exception {
        var hangs = new CountDownLatch(1);
        try (var hanging = Receiver.that((exchange, _) -> {
                    try {
                        if (!hangs.await(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS)) {
                            exchange.close();
                        }
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                });
                var dripping = Receiver.that((exchange, _) -> {
                    exchange.sendResponseHeaders(200, 0);
                    while (hangs.getCount() > 0) {
                        exchange.getResponseBody().write('.');
                        exchange.getResponseBody().flush();
                        LockSupport.parkNanos(100_000_000);
                    }
                });
                var good = Receiver.good()) {
            var first = add(engagement.customer(), hanging, true).webhook();
            var slow = add(engagement.customer(), dripping, true).webhook();
            add(engagement.customer(), good, true);
            await(() -> !hanging.messages().isEmpty());
            var rows = new SampleRows(engagement, "requirements");
            for (int i = 0; i < 5; i++) {
                rows.added(engagement.customer(), "Row " + i);
            }
            await(() -> texts(good).size() == 5);
            await(() -> !deliveries(first).getLast().tries().isEmpty());
            var tried = deliveries(first).getLast().tries().getLast();
            assertThat(tried.status()).isNull();
            assertThat(tried.said()).isEqualTo("No answer within 2 seconds.");
            await(() -> !deliveries(slow).getLast().tries().isEmpty());
            assertThat(deliveries(slow).getLast().tries().getLast().milliseconds())
                    .isLessThan(60_000);
        } finally {
            hangs.countDown();
        }
    }

    @Test
    void nobodyIsFollowedElsewhereAndWhoIsGoneIsLeftAlone() throws Exception {
        try (var elsewhere = Receiver.good();
                var moved = Receiver.that((exchange, _) -> {
                    exchange.getResponseHeaders().set("Location", elsewhere.url());
                    exchange.sendResponseHeaders(307, -1);
                });
                var gone = Receiver.that((exchange, _) -> exchange.sendResponseHeaders(410, -1))) {
            var first = add(engagement.customer(), moved, true).webhook();
            var second = add(engagement.customer(), gone, true).webhook();
            await(() -> deliveries(first).getLast().state() == Delivery.State.FAILED);
            assertThat(elsewhere.messages()).isEmpty();
            await(() -> webhook(second).paused() == Webhook.Pause.GONE);
            assertThat(gone.messages()).hasSize(1);
        }
    }

    @Test
    void afterDaysWithoutAnAnswerItIsPausedUntilSomebodyLetsItGoOn() throws Exception {
        var good = new AtomicBoolean();
        try (var receiver = Receiver.that((exchange, _) -> exchange.sendResponseHeaders(good.get() ? 200 : 500, -1))) {
            var webhook = add(engagement.customer(), receiver, true).webhook();
            await(() -> deliveries(webhook).getFirst().state() == Delivery.State.FAILED);
            assertThat(webhook(webhook).paused()).isNull();
            task(database -> database.update(WEBHOOK)
                    .set(WEBHOOK.FAILING_SINCE, Instant.now().minus(Duration.ofDays(4)))
                    .where(WEBHOOK.ID.eq(webhook))
                    .execute());
            MANAGING.test(engagement.customer().actor(), engagement.id(), webhook);
            await(() -> webhook(webhook).paused() == Webhook.Pause.FAILING);
            assertThat(TestMail.await(engagement.customer().email(), "The webhook to localhost is paused")
                            .html())
                    .contains("nothing has arrived since");

            int before = deliveries(webhook).size();
            new SampleRows(engagement, "requirements").added(engagement.customer(), "While it is paused");
            good.set(true);
            MANAGING.resume(engagement.customer().actor(), engagement.id(), webhook);
            MANAGING.test(engagement.customer().actor(), engagement.id(), webhook);
            await(() -> deliveries(webhook).getFirst().state() == Delivery.State.ARRIVED);
            assertThat(deliveries(webhook)).hasSize(before + 1);
            assertThat(webhook(webhook).paused()).isNull();

            MANAGING.pause(engagement.customer().actor(), engagement.id(), webhook);
            assertThat(webhook(webhook).paused()).isEqualTo(Webhook.Pause.PERSON);
            MANAGING.remove(engagement.customer().actor(), engagement.id(), webhook);
            assertThat(engagement.customer().asks(() -> APP.get(Webhooks.class).of(engagement.id())))
                    .isEmpty();
        }
    }

    @Test
    void ownersTellForAllManagersForTheirPartyAndOthersForNobody() throws Exception {
        try (var receiver = Receiver.good()) {
            assertThatThrownBy(() -> add(engagement.vendor(), receiver, false)).isInstanceOf(NotAllowedException.class);
            makeManager(engagement.vendor());
            assertThatThrownBy(() -> add(engagement.vendor(), receiver, true)).isInstanceOf(NotAllowedException.class);
            var theirs = add(engagement.vendor(), receiver, false).webhook();
            var all = add(engagement.customer(), receiver, true).webhook();

            assertThat(engagement.customer().asks(() -> APP.get(Webhooks.class).of(engagement.id())))
                    .extracting(Webhook::id)
                    .containsExactly(all);
            assertThat(engagement.vendor().asks(() -> APP.get(Webhooks.class).of(engagement.id())))
                    .extracting(Webhook::id)
                    .containsExactlyInAnyOrder(theirs, all);
            assertThatThrownBy(() -> MANAGING.remove(engagement.vendor().actor(), engagement.id(), all))
                    .isInstanceOf(NotAllowedException.class);
            // The database says the same: also of secrets, which nobody reads but the task that signs.
            assertThat(engagement
                            .vendor()
                            .<Integer>asks(() -> APP.get(DSLContext.class)
                                    .deleteFrom(WEBHOOK)
                                    .where(WEBHOOK.ID.eq(all))
                                    .execute()))
                    .isZero();
            assertThat(engagement
                            .customer()
                            .<Integer>asks(() -> APP.get(DSLContext.class).fetchCount(WEBHOOK_SECRET)))
                    .isZero();
        }
    }

    @Test
    void theLedgerSaysWhereToWithoutWhatMayBeSecretInTheAddress() throws Exception {
        try (var receiver = Receiver.good()) {
            MANAGING.add(
                    engagement.customer().actor(),
                    engagement.id(),
                    new ManagingWebhooks.Wish(receiver.url() + "?key=hidden", Set.of(Topic.LEDGER), true));
            var last = engagement
                    .customer()
                    .asks(() -> APP.get(Ledger.class).newest(engagement.id(), 1_000, 1))
                    .getFirst();
            var details = Objects.requireNonNull(last.details());
            assertThat(details.kind()).isEqualTo("webhook-added");
            assertThat(details.what()).containsEntry("host", "localhost");
            assertThat(details.sealed().json()).doesNotContain("hidden");
        }
    }

    private ManagingWebhooks.Outcome.Added add(TestPerson person, Receiver receiver, boolean everybody) {
        var wish = new ManagingWebhooks.Wish(receiver.url(), Set.of(Topic.values()), everybody);
        if (MANAGING.add(person.actor(), engagement.id(), wish) instanceof ManagingWebhooks.Outcome.Added added) {
            return added;
        }
        throw new IllegalStateException("It is refused.");
    }

    private void answerAsGuest(String email, boolean onlyMyParty) throws InterruptedException {
        var wish = new InvitingGuests.Wish(
                email, "Guest", null, "Do you agree?", Instant.now().plus(Duration.ofDays(1)), onlyMyParty);
        assertThat(APP.get(InvitingGuests.class).invite(engagement.customer().actor(), engagement.id(), wish))
                .isInstanceOf(InvitingGuests.Outcome.Invited.class);
        String link = TestMail.await(email, 1).getFirst().link("/guest");
        assertThat(APP.get(AnsweringLink.class).answer(link.substring(link.indexOf('=') + 1), "Yes."))
                .isInstanceOf(AnsweringLink.Outcome.Answered.class);
    }

    private void makeManager(TestPerson person) {
        APP.get(ManagingPeople.class)
                .change(
                        engagement.customer().actor(),
                        engagement.id(),
                        person.id(),
                        new ManagingPeople.Place(engagement.vendorParty(), Role.MANAGER, Set.of()));
    }

    private Webhook webhook(UUID id) {
        return engagement.customer().asks(() -> APP.get(Webhooks.class).get(engagement.id(), id));
    }

    private List<Delivery> deliveries(UUID webhook) {
        return engagement.customer().asks(() -> APP.get(Webhooks.class).deliveries(webhook));
    }

    private static List<String> types(Receiver receiver) {
        return receiver.messages().stream().map(Receiver.Message::type).toList();
    }

    private static List<String> texts(Receiver receiver) {
        return receiver.messages().stream()
                .map(message -> message.json()
                        .get("data")
                        .path("row")
                        .path("values")
                        .path("text")
                        .asString(""))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static void task(Consumer<DSLContext> work) {
        APP.get(Transactions.class).run(new Actor.Task("webhooks"), () -> work.accept(APP.get(DSLContext.class)));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        var end = Instant.now().plus(LONG_ENOUGH);
        while (!holds(condition)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("It takes too long.");
            }
            Thread.sleep(50);
        }
    }

    /// What is not there yet does not hold yet.
    private static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (NoSuchElementException _) {
            return false;
        }
    }
}
