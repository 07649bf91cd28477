package org.fram.app.platform.access;

import static fram.schema.access.Tables.MEMBERSHIP;
import static fram.schema.engagement.Tables.ENGAGEMENT_;
import static fram.schema.engagement.Tables.PARTY;
import static fram.schema.identity.Tables.PASSWORD;
import static fram.schema.identity.Tables.PERSON;
import static fram.schema.kpi.Tables.OBJECTIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.fram.app.platform.start.IdentitySettings;
import org.fram.app.platform.start.RunningDatabase;
import org.fram.app.platform.start.Settings;
import org.fram.app.platform.start.TrafficSettings;
import org.fram.app.testing.TestDatabases;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// What PostgreSQL itself shows and refuses, whatever the application forgets to ask. The pool has one
/// connection, so everybody follows somebody else on it.
class RowSecurityTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static HikariDataSource pool;
    private static DSLContext database;
    private static Transactions transactions;

    /// An engagement of two parties: the customer's owner and contributor, the vendor's manager, and
    /// nobody's stranger.
    private Actor.Person owner;
    private Actor.Person contributor;
    private Actor.Person vendor;
    private Actor.Person stranger;
    private EngagementId engagement;
    private PartyId customerParty;
    private PartyId vendorParty;

    @BeforeAll
    static void aPoolOfOneConnection() {
        var access = new DatabaseAccess();
        var settings = new Settings(
                Path.of("target"),
                "localhost",
                0,
                TestDatabases.fresh(),
                false,
                "text",
                null,
                null,
                null,
                IdentitySettings.NONE,
                TrafficSettings.USUAL);
        pool = access.dataSource(RunningDatabase.start(settings), 1, new SimpleMeterRegistry());
        database = access.database(pool);
        transactions = new Transactions(access.transactionTemplate(new JdbcTransactionManager(pool)), database);
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @BeforeEach
    void anEngagementOfTwoParties() {
        owner = person();
        contributor = person();
        vendor = person();
        stranger = person();
        engagement = EngagementId.next();
        customerParty = PartyId.next();
        vendorParty = PartyId.next();
        transactions.run(owner, () -> {
            database.insertInto(ENGAGEMENT_)
                    .set(ENGAGEMENT_.ID, engagement.value())
                    .set(ENGAGEMENT_.NAME, "Move to the cloud")
                    .set(ENGAGEMENT_.KIND, "technology-project")
                    .set(ENGAGEMENT_.TIME_ZONE, "UTC")
                    .set(ENGAGEMENT_.CREATED_BY, owner.id().value())
                    .set(ENGAGEMENT_.CREATED, NOW)
                    .execute();
            party(customerParty, "buyer");
            party(vendorParty, "vendor");
            member(owner, customerParty, Role.OWNER);
            member(contributor, customerParty, Role.CONTRIBUTOR);
            member(vendor, vendorParty, Role.MANAGER);
        });
    }

    @Test
    void outsideOfATransactionThereIsNoQuery() {
        assertThatThrownBy(() -> database.fetchCount(PERSON))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nobody asks");
    }

    @Test
    void withoutSomebodyWhoAsksThereAreNoRows() throws Exception {
        assertNoRowsWithoutSomebodyWhoAsks();
    }

    @Test
    void whoFollowsOnAConnectionIsNotTakenForWhoWasBefore() throws Exception {
        assertThat(transactions.<List<String>>as(owner, RowSecurityTest::engagementNames))
                .isNotEmpty();
        assertThat(transactions.<List<String>>as(stranger, RowSecurityTest::engagementNames))
                .isEmpty();
        assertNoRowsWithoutSomebodyWhoAsks();
    }

    @Test
    void aTransactionOfSomebodyElseCannotBeOpenedWithinOne() {
        assertThatThrownBy(() -> transactions.run(
                        owner,
                        () -> transactions.run(vendor, () -> engagementNames().clear())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot be opened within");
    }

    @Test
    void membersSeeTheirEngagementAndStrangersDoNot() {
        for (var member : List.of(owner, contributor, vendor)) {
            assertThat(transactions.<List<String>>as(member, RowSecurityTest::engagementNames))
                    .containsExactly("Move to the cloud");
        }
        assertThat(transactions.<Integer>as(stranger, () -> database.fetchCount(MEMBERSHIP)))
                .isZero();
        assertThat(transactions.<Integer>as(stranger, () -> database.fetchCount(PARTY)))
                .isZero();
    }

    @Test
    void whatIsPrivateToAPartyIsSeenByNobodyOfAnother() {
        transactions.run(owner, () -> {
            objective("Shorter waits", null);
            objective("Walk away above this price", customerParty);
        });
        transactions.run(vendor, () -> objective("Our margin", vendorParty));

        assertThat(objectivesSeenBy(owner)).containsExactly("Shorter waits", "Walk away above this price");
        assertThat(objectivesSeenBy(contributor)).containsExactly("Shorter waits", "Walk away above this price");
        assertThat(objectivesSeenBy(vendor)).containsExactly("Our margin", "Shorter waits");
        assertThat(objectivesSeenBy(stranger)).isEmpty();
    }

    @Test
    void nobodyWritesIntoAnotherPartysPrivateRows() {
        assertRefused(vendor, () -> objective("Planted", customerParty));
        transactions.run(owner, () -> objective("Walk away above this price", customerParty));

        int changed = transactions.as(
                vendor,
                () -> database.update(OBJECTIVE)
                        .set(OBJECTIVE.TEXT, "Pay anything")
                        .execute());
        int removed =
                transactions.as(vendor, () -> database.deleteFrom(OBJECTIVE).execute());

        assertThat(changed).isZero();
        assertThat(removed).isZero();
        assertThat(objectivesSeenBy(owner)).containsExactly("Walk away above this price");
    }

    @Test
    void strangersAddNothing() {
        assertRefused(stranger, () -> objective("Planted", null));
        assertRefused(stranger, () -> member(stranger, customerParty, Role.VIEWER));
        assertRefused(stranger, () -> party(PartyId.next(), "other"));
    }

    @Test
    void managersManageTheirOwnPeopleAndOwnersAll() {
        assertRefused(contributor, () -> member(stranger, customerParty, Role.VIEWER));
        assertRefused(vendor, () -> member(stranger, customerParty, Role.VIEWER));
        assertRefused(vendor, () -> member(stranger, vendorParty, Role.OWNER));
        transactions.run(vendor, () -> member(stranger, vendorParty, Role.VIEWER));

        assertThat(transactions.<List<String>>as(stranger, RowSecurityTest::engagementNames))
                .containsExactly("Move to the cloud");
        assertRefused(stranger, () -> objective("A viewer writes nothing", null));
    }

    @Test
    void nobodyGivesThemselvesMore() {
        int promoted = transactions.as(
                contributor,
                () -> database.update(MEMBERSHIP)
                        .set(MEMBERSHIP.ROLE, "owner")
                        .where(MEMBERSHIP.PERSON_ID.eq(contributor.id().value()))
                        .execute());

        assertThat(promoted).isZero();
        assertRefused(
                contributor,
                () -> database.update(PERSON)
                        .set(PERSON.ADMINISTRATOR, true)
                        .where(PERSON.ID.eq(contributor.id().value()))
                        .execute());
        assertRefused(
                vendor,
                () -> database.update(MEMBERSHIP)
                        .set(MEMBERSHIP.ROLE, "owner")
                        .where(MEMBERSHIP.PERSON_ID.eq(vendor.id().value()))
                        .execute());
    }

    @Test
    void passwordsAreSeenByTheirOwnersOnly() {
        transactions.run(
                new Actor.Task("people"),
                () -> database.insertInto(PASSWORD)
                        .set(PASSWORD.PERSON_ID, contributor.id().value())
                        .set(PASSWORD.HASH, "hash")
                        .set(PASSWORD.TEMPORARY, false)
                        .set(PASSWORD.CHANGED, NOW)
                        .execute());

        assertThat(transactions.<Integer>as(contributor, () -> database.fetchCount(PASSWORD)))
                .isOne();
        assertThat(transactions.<Integer>as(owner, () -> database.fetchCount(PASSWORD)))
                .isZero();
    }

    @Test
    void peopleAreKnownToThoseWhoShareAnEngagementWithThem() {
        assertThat(transactions.<Integer>as(owner, () -> database.fetchCount(PERSON)))
                .isEqualTo(3);
        assertThat(transactions.<Integer>as(stranger, () -> database.fetchCount(PERSON)))
                .isOne();
    }

    @Test
    void everyTableIsUnderRowSecurityThatBindsItsOwnerToo() {
        var open =
                transactions.<List<String>>as(owner, () -> database.fetch("""
                select n.nspname || '.' || c.relname
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p')
                and n.nspname not in ('pg_catalog', 'information_schema', 'migration')
                and not (c.relrowsecurity and c.relforcerowsecurity)
                """).into(String.class));

        assertThat(open).isEmpty();
    }

    @Test
    void theApplicationOwnsNothingAndBypassesNothing() {
        var role = transactions.as(owner, () -> database.fetchSingle("""
                select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
                    (select count(*) from pg_class where relowner = r.oid)
                from pg_roles r
                where rolname = current_user
                """));

        assertThat(role.intoList()).containsExactly(false, false, false, false, 0L);
    }

    private static void assertNoRowsWithoutSomebodyWhoAsks() throws Exception {
        try (var connection = pool.getConnection()) {
            var bare = DSL.using(connection);
            for (var table : List.of(PERSON, PASSWORD, ENGAGEMENT_, PARTY, MEMBERSHIP)) {
                assertThat(bare.fetchCount(table)).as(table.getName()).isZero();
            }
        }
    }

    private static Actor.Person person() {
        var id = PersonId.next();
        transactions.run(
                new Actor.Task("people"),
                () -> database.insertInto(PERSON)
                        .set(PERSON.ID, id.value())
                        .set(PERSON.EMAIL, id + "@fram.example")
                        .set(PERSON.NAME, "Somebody")
                        .set(PERSON.CREATED, NOW)
                        .execute());
        return new Actor.Person(id);
    }

    private void party(PartyId id, String side) {
        database.insertInto(PARTY)
                .set(PARTY.ID, id.value())
                .set(PARTY.ENGAGEMENT_ID, engagement.value())
                .set(PARTY.NAME, "Party " + id)
                .set(PARTY.SIDE, side)
                .execute();
    }

    private void member(Actor.Person person, PartyId party, Role role) {
        new Memberships(database).add(new Membership(engagement, party, person.id(), role));
    }

    private void objective(String text, @Nullable PartyId privateTo) {
        database.insertInto(OBJECTIVE)
                .set(OBJECTIVE.ID, Ids.next())
                .set(OBJECTIVE.ENGAGEMENT_ID, engagement.value())
                .set(OBJECTIVE.REF, text)
                .set(OBJECTIVE.TEXT, text)
                .set(OBJECTIVE.PRIVATE_TO, privateTo == null ? null : privateTo.value())
                .execute();
    }

    private List<String> objectivesSeenBy(Actor.Person person) {
        return transactions.as(
                person,
                () -> database.select(OBJECTIVE.TEXT)
                        .from(OBJECTIVE)
                        .orderBy(OBJECTIVE.TEXT)
                        .fetch(OBJECTIVE.TEXT));
    }

    private static List<String> engagementNames() {
        return database.select(ENGAGEMENT_.NAME).from(ENGAGEMENT_).fetch(ENGAGEMENT_.NAME);
    }

    private static void assertRefused(Actor.Person person, Runnable work) {
        assertThatThrownBy(() -> transactions.run(person, work))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("row-level security");
    }
}
