package org.fram.app.platform.notices;

import static fram.schema.notices.Tables.NOTICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.fram.app.engagement.ManagingPeople;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.texts.Text;
import org.fram.app.platform.texts.Texts;
import org.fram.app.testing.RunningApp;
import org.fram.app.testing.RunningApp.TestPerson;
import org.fram.app.testing.TestEngagement;
import org.fram.app.testing.TestMail;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;

class NoticesTest {

    private static final RunningApp APP = RunningApp.shared();

    private final Notices notices = APP.get(Notices.class);
    private final OwnNotices own = APP.get(OwnNotices.class);
    private final Transactions transactions = APP.get(Transactions.class);
    private final DSLContext database = APP.get(DSLContext.class);

    @Test
    void whoeverIsToldSeesItAtOnceAndGetsAMailInBothForms() throws Exception {
        var giver = APP.person("Giver");
        var reader = APP.person("Reader");

        give(giver.actor(), to(reader, "once"));

        var told = reader.asks(() -> own.page(reader.id(), 0, 9)).getFirst();
        assertThat(told.read()).isNull();
        var mail = TestMail.await(reader.email(), 1).getFirst();
        assertThat(mail.subject()).isEqualTo("Done by 2 May 2031");
        assertThat(mail.text())
                .contains("Done by 2 May 2031", "The reason: 12", "/notices/" + told.id(), "/account/notices");
        assertThat(mail.html()).contains("<h1>Done by 2 May 2031</h1>", "/notices/" + told.id());
        assertThat(mail.id()).matches("<[0-9a-f-]{36}@localhost>");
    }

    @Test
    void nobodyIsToldOfWhatWasRolledBack() {
        var giver = APP.person("Giver");
        var reader = APP.person("Reader");

        assertThatThrownBy(() -> transactions.run(giver.actor(), () -> {
                    notices.give(to(reader, "lost"));
                    throw new IllegalStateException("It cannot be.");
                }))
                .hasMessage("It cannot be.");

        assertThat(reader.<Integer>asks(() -> own.all(reader.id()))).isZero();
    }

    @Test
    void nobodyIsToldTheSameTwice() {
        var giver = APP.person("Giver");
        var reader = APP.person("Reader");
        var other = APP.person("Other");

        give(giver.actor(), to(reader, "same"));
        give(giver.actor(), to(reader, "same"));
        give(giver.actor(), to(other, "same"));
        give(giver.actor(), to(reader, "another"));

        assertThat(reader.<Integer>asks(() -> own.all(reader.id()))).isEqualTo(2);
        assertThat(other.<Integer>asks(() -> own.all(other.id()))).isOne();
    }

    @Test
    void whatSomebodyIsToldIsTheirsAloneToSee() {
        var giver = APP.person("Giver");
        var reader = APP.person("Reader");
        give(giver.actor(), to(reader, "secret"));

        for (var other : List.of(giver, APP.administrator("Administrator"))) {
            assertThat(other.<Integer>asks(() -> database.fetchCount(
                            NOTICE, NOTICE.PERSON_ID.eq(reader.id().value()))))
                    .isZero();
            int changed = other.<Integer>asks(() -> database.update(NOTICE)
                    .set(NOTICE.PATH, "/elsewhere")
                    .where(NOTICE.PERSON_ID.eq(reader.id().value()))
                    .execute());
            assertThat(changed).isZero();
        }
    }

    @Test
    void ofAnEngagementOnlyMembersTellAndOnlyMembersAreTold() {
        var engagement = TestEngagement.create();
        var vendor = engagement.vendor();
        var about = to(vendor, "of the engagement").in(engagement.id());

        assertThatThrownBy(() -> give(engagement.stranger().actor(), about))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("row-level security");
        give(engagement.customer().actor(), about);
        // That they were added, and this.
        assertThat(vendor.<Integer>asks(() -> own.unread(vendor.id()))).isEqualTo(2);

        APP.get(ManagingPeople.class).remove(engagement.customer().actor(), engagement.id(), vendor.id());
        assertThat(vendor.<Integer>asks(() -> own.all(vendor.id()))).isZero();
    }

    @Test
    void aBareAddressIsToldByMailAndTheKeyToTheDoorIsErasedThen() throws Exception {
        String email = "guest-%s@fram.example".formatted(UUID.randomUUID());
        var notice = Notice.to(
                email,
                Rehearsals.ALWAYS,
                "guest",
                Text.of("practice.told.notApplicable", "The customer", "SOW-01"),
                Text.of("practice.told.reason", "None"),
                "/enter?link=very-secret");

        give(new Actor.Task("people"), notice);

        var mail = TestMail.await(email, 1).getFirst();
        assertThat(mail.link("/enter")).isEqualTo("/enter?link=very-secret");
        assertThat(mail.text()).doesNotContain("/account/notices");
        PostmanTest.eventually(() -> transactions
                .<String>as(
                        new Actor.Task("notices"),
                        () -> database.select(NOTICE.PATH)
                                .from(NOTICE)
                                .where(NOTICE.ADDRESS.eq(email))
                                .fetchOptional(NOTICE.PATH)
                                .orElseThrow())
                .isEmpty());
    }

    @Test
    void whatNoModuleDeclaresIsNotGiven() {
        var reader = APP.person("Reader");
        var undeclared = Notice.to(
                reader.id(),
                NoticeKind.always("nobodys"),
                "key",
                Text.of("practice.told.reason", 1),
                Text.of("practice.told.reason", 1),
                "");

        assertThatThrownBy(() -> give(reader.actor(), undeclared))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'nobodys'");
    }

    @Test
    void aNoticeLeadsNowhereButIntoTheApplication() {
        var reader = APP.person("Reader");
        for (String elsewhere : List.of("https://elsewhere.example", "//elsewhere.example", "javascript:alert()")) {
            assertThatThrownBy(() -> Notice.to(
                            reader.id(),
                            Rehearsals.ALWAYS,
                            "key",
                            Text.of("practice.told.reason", 1),
                            Text.of("practice.told.reason", 1),
                            elsewhere))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void valuesKeepTheirKindsUntilSomebodyReadsThem() {
        var text = Text.of(
                "key",
                "words",
                7,
                new BigDecimal("1.50"),
                LocalDate.of(2031, 5, 2),
                Instant.parse("2031-05-02T10:00:00Z"),
                Text.of("inner", LocalDate.of(2031, 5, 3)));

        var read = NoticeJson.text(NoticeJson.text(text));

        assertThat(read.values())
                .containsExactly(
                        "words",
                        new BigDecimal(7),
                        new BigDecimal("1.50"),
                        LocalDate.of(2031, 5, 2),
                        Instant.parse("2031-05-02T10:00:00Z"),
                        Text.of("inner", LocalDate.of(2031, 5, 3)));
        var words = new Wording(Texts.in(Locale.UK), ZoneId.of("Europe/Lisbon"));
        assertThat(words.of(Text.of("practice.told.reason", Instant.parse("2031-05-02T10:00:00Z"))))
                .isEqualTo("The reason: 2 May 2031, 11:00 WEST");
    }

    private void give(Actor giver, Notice notice) {
        transactions.run(giver, () -> notices.give(notice));
    }

    private static Notice to(TestPerson reader, String key) {
        return Notice.to(
                reader.id(),
                Rehearsals.AT_ONCE,
                key,
                Text.of("notices.rehearsal.subject", LocalDate.of(2031, 5, 2)),
                Text.of("practice.told.reason", 12),
                "/engagements");
    }
}
