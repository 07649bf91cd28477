package org.fram.app.platform.notices;

import static fram.schema.notices.Tables.MAIL;
import static fram.schema.notices.Tables.NOTICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.fram.app.engagement.ManagingPeople;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.notices.Outbox.MailState;
import org.fram.app.platform.start.IdentitySettings;
import org.fram.app.platform.start.MailSettings;
import org.fram.app.platform.start.PublicAddress;
import org.fram.app.platform.start.Settings;
import org.fram.app.platform.start.TrafficSettings;
import org.fram.app.platform.texts.Text;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.ScriptedSmtp;
import org.fram.app.testing.TestEngagement;
import org.fram.app.testing.TestMail;
import org.fram.app.testing.TestMail.Mail;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Mails on good and bad days. The postman of the application rests meanwhile; those here do round after
/// round on a clock that the tests put forward.
class PostmanTest {

    private static final RunningApp APP = RunningApp.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// A port on which nobody listens.
    private static final MailSettings NOBODY =
            new MailSettings("127.0.0.1", 1, MailSettings.Tls.NONE, null, null, "fram@fram.example");

    private final DSLContext database = APP.get(DSLContext.class);
    private final Transactions transactions = APP.get(Transactions.class);
    private final Notices notices = APP.get(Notices.class);
    private final TestPerson reader = APP.person("Reader");
    private Instant now = Instant.now();

    @BeforeAll
    static void theOthersRest() {
        APP.get(Postman.class).stop();
    }

    @AfterAll
    static void theOthersGoOn() {
        APP.get(Postman.class).start();
    }

    @BeforeEach
    void nothingElseIsUnderWay() {
        postman(TestMail.settings()).round();
    }

    /// What a test leaves waiting is not the next one's.
    @AfterEach
    void nothingIsLeft() {
        transactions.run(
                POSTMAN,
                () -> database.update(MAIL)
                        .set(MAIL.STATE, "unwanted")
                        .where(MAIL.PERSON_ID.eq(reader.id().value()))
                        .and(MAIL.STATE.eq("waiting"))
                        .execute());
    }

    @Test
    void whenTheServerIsDownForAnHourEverythingArrivesOnceItIsBack() throws Exception {
        var postman = postman(NOBODY);
        for (int minute = 0; minute < 60; minute++) {
            if (minute % 6 == 0) {
                give(Rehearsals.AT_ONCE, "minute " + minute);
            }
            postman.round();
            now = now.plus(Duration.ofMinutes(1));
        }
        assertThat(TestMail.to(reader.email())).isEmpty();
        assertThat(postman.reach().trouble()).isNotEmpty();
        assertThat(postman.reach().since()).isNotNull();

        // The program was started anew as well.
        var again = postman(TestMail.settings());
        for (int i = 0; i < 4; i++) {
            again.round();
            now = now.plus(Duration.ofMinutes(1));
        }

        assertThat(mails(10)).hasSize(10).extracting(Mail::id).doesNotHaveDuplicates();
        assertThat(states()).containsOnly("sent");
    }

    @Test
    void whoIsKilledBetweenSendingAndMarkingSendsTheSameMailAgain() throws Exception {
        give(Rehearsals.AT_ONCE, "killed");
        var outbox = outbox();
        outbox.plan();
        outbox.make();
        var taken = outbox.take(Duration.ofMinutes(5)).orElseThrow();
        var written = APP.get(Writing.class).write(outbox.open(taken).orElseThrow());
        try (var server = new MailServer(TestMail.settings(), "localhost")) {
            assertThat(server.hand(written)).isEqualTo(new MailServer.Outcome.Accepted());
        }
        var first = mails(1);

        // Killed here. Nobody takes it while the lease holds; then it goes again, as the same mail.
        postman(TestMail.settings()).round();
        assertThat(TestMail.to(reader.email())).hasSize(1);
        now = now.plus(Duration.ofMinutes(6));
        postman(TestMail.settings()).round();

        assertThat(mails(2)).extracting(Mail::id).containsOnly(first.getFirst().id());
        // Whoever seemed dead marks nothing any more.
        outbox.end(taken, MailState.REFUSED, "550");
        assertThat(states()).containsOnly("sent");
    }

    @Test
    void severalPostmenBringEachMailOnce() throws Exception {
        IntStream.range(0, 40).forEach(i -> give(Rehearsals.AT_ONCE, "of many " + i));
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 4; i++) {
            var postman = postman(TestMail.settings());
            threads.add(Thread.ofPlatform().start(postman::round));
        }
        for (var thread : threads) {
            thread.join();
        }
        postman(TestMail.settings()).round();

        assertThat(mails(40)).hasSize(40).extracting(Mail::id).doesNotHaveDuplicates();
    }

    @Test
    void whatIsRefusedForGoodIsNotTriedAgainAndIsSaid() {
        try (var server = ScriptedSmtp.start()) {
            server.answer("RCPT", "550 5.1.1 <" + reader.email() + "> is nobody here");
            give(Rehearsals.AT_ONCE, "refused");
            var postman = postman(server.settings());
            postman.round();
            now = now.plus(Duration.ofDays(1));
            postman.round();

            assertThat(server.heard().stream().filter(this::isToReader)).hasSize(1);
        }
        assertThat(states()).containsExactly("refused");
        assertThat(notices.isRefused("refused")).isTrue();
        var lost = reader.asks(() -> APP.get(OwnNotices.class).lastUndelivered(reader.id()));
        assertThat(lost).isPresent();
        // No address stands in it.
        assertThat(lost.get().answer()).isEqualTo("550 5.1.1");
        assertThat(outbox().state().undelivered())
                .anySatisfy(one -> assertThat(one.person()).isEqualTo(reader.id()));
    }

    @Test
    void whatTheServerDoesNotTakeNowIsTriedAgainWithGrowingWaitsAndGivenUpAfterDays() {
        try (var server = ScriptedSmtp.start()) {
            server.answer("RCPT", "451 4.7.1 later");
            give(Rehearsals.AT_ONCE, "greylisted");
            var postman = postman(server.settings());
            var waits = new ArrayList<Duration>();
            for (int i = 0; i < 8; i++) {
                postman.round();
                var due = transactions.as(
                        POSTMAN,
                        () -> database.select(MAIL.DUE)
                                .from(MAIL)
                                .where(MAIL.PERSON_ID.eq(reader.id().value()))
                                .fetchOptional(MAIL.DUE)
                                .orElseThrow());
                waits.add(Duration.between(now, due).plusMillis(1).truncatedTo(ChronoUnit.MINUTES));
                now = due;
            }
            assertThat(waits).extracting(Duration::toMinutes).containsExactly(1L, 5L, 15L, 30L, 60L, 120L, 240L, 240L);
            assertThat(server.heard().stream().filter(this::isToReader)).hasSize(8);

            now = now.plus(Duration.ofDays(5));
            postman.round();
        }
        assertThat(states()).containsExactly("given-up");
    }

    @Test
    void aServerThatHangsUpOrRefusesTheSenderGetsNothingAndLosesNothing() throws Exception {
        try (var server = ScriptedSmtp.start()) {
            var postman = postman(server.settings());
            give(Rehearsals.AT_ONCE, "hung up");
            for (var bad : Map.of("connect", "554 no", "MAIL", "550 not from you", "DATA", "", ".", "421 closing")
                    .entrySet()) {
                server.answer(bad.getKey(), bad.getValue());
                postman.round();
                assertThat(states()).as(bad.getKey()).containsExactly("waiting");
                server.answer(
                        bad.getKey(),
                        switch (bad.getKey()) {
                            case "connect" -> "220 ready";
                            case "DATA" -> "354 go on";
                            default -> "250 ok";
                        });
                now = now.plus(Duration.ofMinutes(10));
            }
        }
        now = now.plus(Duration.ofMinutes(10));
        postman(TestMail.settings()).round();

        assertThat(mails(1)).hasSize(1);
    }

    @Test
    void whereTlsIsAskedForNothingIsSaidWithoutIt() {
        try (var server = ScriptedSmtp.start()) {
            var open = server.settings();
            give(Rehearsals.AT_ONCE, "secret");
            postman(new MailSettings(
                            open.host(), open.port(), MailSettings.Tls.STARTTLS, "fram", "hidden", open.from()))
                    .round();

            assertThat(server.heard()).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
        }
        assertThat(states()).containsExactly("waiting");
    }

    @Test
    void aWrongPasswordOfTheServerLosesNothing() {
        try (var server = ScriptedSmtp.start()) {
            server.answer("EHLO", "250-here\r\n250 AUTH PLAIN");
            server.answer("AUTH", "535 5.7.8 no");
            var open = server.settings();
            give(Rehearsals.AT_ONCE, "locked out");
            var postman = postman(
                    new MailSettings(open.host(), open.port(), MailSettings.Tls.NONE, "fram", "wrong", open.from()));
            postman.round();

            assertThat(postman.reach().trouble()).isEqualTo("AuthenticationFailedException");
            assertThat(server.heard()).noneMatch(line -> line.startsWith("MAIL"));
        }
        assertThat(states()).containsExactly("waiting");
    }

    @Test
    void aDigestGathersWhatIsNotReadByThen() throws Exception {
        now = Instant.parse("2031-03-03T20:00:00Z");
        choose("Europe/Berlin", Preferences.Rhythm.DAILY, 7, null, Map.of());
        give(Rehearsals.DIGEST, "first");
        give(Rehearsals.DIGEST, "second");
        give(Rehearsals.DIGEST, "third");
        postman(TestMail.settings()).round();
        reader.asks(() -> {
            var own = APP.get(OwnNotices.class);
            own.markRead(reader.id(), own.page(reader.id(), 0, 9).getFirst().id());
            return 0;
        });

        now = Instant.parse("2031-03-04T05:59:00Z");
        postman(TestMail.settings()).round();
        assertThat(TestMail.to(reader.email())).isEmpty();

        now = Instant.parse("2031-03-04T06:00:00Z");
        postman(TestMail.settings()).round();
        var mail = mails(1).getFirst();
        assertThat(mail.subject()).isEqualTo("2 notices");
        assertThat(mail.text())
                .contains("The reason: first", "The reason: second")
                .doesNotContain("The reason: third");
        assertThat(mail.html()).contains("The reason: first", "The reason: second");
    }

    @Test
    void whatIsHeldBackInQuietHoursComesTogetherWhenTheyEnd() throws Exception {
        now = Instant.parse("2031-03-03T22:30:00Z");
        choose("Europe/Lisbon", Preferences.Rhythm.DAILY, 12, new Preferences.Quiet(21, 7), Map.of());
        give(Rehearsals.AT_ONCE, "late");
        give(Rehearsals.AT_ONCE, "later");
        give(Rehearsals.ALWAYS, "urgent");
        postman(TestMail.settings()).round();
        assertThat(mails(1))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("The reason: urgent"));

        now = Instant.parse("2031-03-04T07:00:00Z");
        postman(TestMail.settings()).round();

        assertThat(mails(2).getLast().text()).contains("The reason: late", "The reason: later");
    }

    @Test
    void whoWantsNoMailGetsNoneAndWhoChangesTheirMindIsHeard() throws Exception {
        now = Instant.parse("2031-03-03T12:00:00Z");
        choose("UTC", Preferences.Rhythm.WEEKLY, 8, null, Map.of(Rehearsals.AT_ONCE.code(), Delivery.NEVER));
        give(Rehearsals.AT_ONCE, "unwanted");
        give(Rehearsals.DIGEST, "in a week");
        give(Rehearsals.ALWAYS, "always");
        postman(TestMail.settings()).round();
        assertThat(mails(1)).hasSize(1);

        choose("UTC", Preferences.Rhythm.WEEKLY, 8, null, Map.of(Rehearsals.DIGEST.code(), Delivery.AT_ONCE));
        postman(TestMail.settings()).round();

        assertThat(mails(2).getLast().text()).contains("The reason: in a week");
        now = now.plus(Duration.ofDays(30));
        postman(TestMail.settings()).round();
        assertThat(TestMail.to(reader.email())).hasSize(2);
    }

    @Test
    void whatIsReadInTheApplicationWithinAMomentNeedsNoMail() throws Exception {
        give(Rehearsals.AT_ONCE, "seen");
        give(Rehearsals.AT_ONCE, "unseen");
        transactions.run(reader.actor(), () -> notices.seen(reader.actor(), "seen"));
        postman(TestMail.settings()).round();

        assertThat(mails(1))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("The reason: unseen"));
    }

    @Test
    void whoeverLeftGetsNoMailAndWhatIsTooLateIsNotSent() {
        var engagement = TestEngagement.create();
        var vendor = engagement.vendor();
        var customer = engagement.customer();
        postman(TestMail.settings()).round();
        int before = TestMail.to(vendor.email()).size();
        transactions.run(customer.actor(), () -> {
            notices.give(notice(vendor, Rehearsals.AT_ONCE, "of the engagement").in(engagement.id()));
            notices.give(notice(vendor, Rehearsals.ALWAYS, "too late").until(now.minus(Duration.ofMinutes(1))));
        });
        // It is a mail already, which waits for the server, when they leave.
        postman(NOBODY).round();
        APP.get(ManagingPeople.class).remove(customer.actor(), engagement.id(), vendor.id());
        now = now.plus(Duration.ofMinutes(10));
        postman(TestMail.settings()).round();

        assertThat(TestMail.to(vendor.email())).hasSize(before);
    }

    @Test
    void aDateComesAsAnInvitationItsChangeAsAnUpdateAndItsEndAsACancellation() throws Exception {
        var start = Instant.parse("2031-05-02T09:00:00Z");
        String uid = "meeting-" + UUID.randomUUID();
        var first = CalendarEvent.request(uid, 0, start, start.plus(Duration.ofHours(1)), "Harbour office");
        var moved = CalendarEvent.request(uid, 1, start.plus(Duration.ofDays(1)), start.plus(Duration.ofDays(2)), "");
        // Not even who wants all in a digest waits for these.
        choose("UTC", Preferences.Rhythm.WEEKLY, 8, null, Map.of(Rehearsals.AT_ONCE.code(), Delivery.DIGEST));
        var postman = postman(TestMail.settings());
        for (var event : List.of(first, moved, moved.cancelled(2))) {
            transactions.run(
                    reader.actor(),
                    () -> notices.give(notice(reader, Rehearsals.AT_ONCE, uid + event.sequence())
                            .with(event)));
            postman.round();
        }

        var mails = mails(3);
        assertThat(mails)
                .extracting(Mail::calendar)
                .allSatisfy(file -> assertThat(file).contains("UID:" + uid + "@localhost"));
        assertThat(mails.get(0).calendar())
                .contains("METHOD:REQUEST", "SEQUENCE:0", "DTSTART:20310502T090000Z", "LOCATION:Harbour office");
        assertThat(mails.get(1).calendar()).contains("METHOD:REQUEST", "SEQUENCE:1", "DTSTART:20310503T090000Z");
        assertThat(mails.get(2).calendar()).contains("METHOD:CANCEL", "SEQUENCE:2", "STATUS:CANCELLED");
    }

    /// Waits until something is so.
    static void eventually(BooleanSupplier so) throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (!so.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(50);
        }
    }

    private static final Actor POSTMAN = new Actor.Task("notices");

    private boolean isToReader(String line) {
        return line.startsWith("RCPT") && line.contains(reader.email());
    }

    private List<Mail> mails(int number) throws InterruptedException {
        return TestMail.await(reader.email(), number);
    }

    private List<String> states() {
        return transactions.as(
                POSTMAN,
                () -> database.select(MAIL.STATE)
                        .from(MAIL)
                        .where(MAIL.PERSON_ID.eq(reader.id().value()))
                        .fetch(MAIL.STATE));
    }

    private void give(NoticeKind kind, String key) {
        transactions.run(reader.actor(), () -> {
            notices.give(notice(reader, kind, key));
            // Given on the clock of the test.
            database.update(NOTICE)
                    .set(NOTICE.GIVEN, now)
                    .where(NOTICE.PERSON_ID.eq(reader.id().value()))
                    .and(NOTICE.KEY.eq(key))
                    .execute();
        });
        now = now.plusMillis(1);
    }

    private static Notice notice(TestPerson to, NoticeKind kind, String key) {
        return Notice.to(
                to.id(),
                kind,
                key,
                Text.of("practice.told.notApplicable", "The vendor", key),
                Text.of("practice.told.reason", key),
                "/engagements");
    }

    private void choose(
            String zone,
            Preferences.Rhythm rhythm,
            int hour,
            Preferences.@Nullable Quiet quiet,
            Map<String, Delivery> choices) {
        transactions.run(
                reader.actor(),
                () -> APP.get(Wishes.class)
                        .set(
                                reader.id(),
                                new Preferences(ZoneId.of(zone), rhythm, DayOfWeek.MONDAY, hour, quiet, choices)));
    }

    private Outbox outbox() {
        InstantSource clock = () -> now;
        return new Outbox(
                database,
                transactions,
                APP.get(Wishes.class),
                List.copyOf(APP.all(NoticeKind.class)),
                clock,
                Duration.ZERO);
    }

    private Postman postman(MailSettings mail) {
        var settings = new Settings(
                Path.of("target"),
                "localhost",
                0,
                null,
                false,
                "text",
                null,
                null,
                mail,
                IdentitySettings.NONE,
                TrafficSettings.USUAL);
        return new Postman(
                outbox(),
                APP.get(Writing.class),
                APP.get(Bell.class),
                () -> now,
                new SimpleMeterRegistry(),
                APP.get(PublicAddress.class),
                settings,
                false);
    }
}
