package org.fram.app.platform.api;

import static fram.schema.api.Tables.TOKEN;
import static fram.schema.identity.Tables.PASSWORD;
import static fram.schema.identity.Tables.PERSON;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.SignedIn;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.identity.Hashes;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The tokens of people. Of what a program shows only a hash is kept.
@Component
public class ApiTokens {

    static final Actor TASK = new Actor.Task("api");

    /// So seldom is it written down that one was used.
    private static final Duration USED_EVERY = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final DSLContext database;
    private final InstantSource clock;

    ApiTokens(Transactions transactions, DSLContext database, InstantSource clock) {
        this.transactions = transactions;
        this.database = database;
        this.clock = clock;
    }

    /// A token and who is behind it, as they are now.
    record Shown(ApiToken token, SignedIn person) {}

    /// One's own, the newest first.
    public List<ApiToken> of(Actor.Person me) {
        return transactions.as(
                me,
                () -> database.selectFrom(TOKEN)
                        .where(TOKEN.PERSON_ID.eq(me.id().value()))
                        .orderBy(TOKEN.ID.desc())
                        .fetch(ApiTokens::token));
    }

    /// Ends one of one's own; one that is gone already is as good.
    public void revoke(Actor.Person me, UUID token) {
        transactions.run(
                me,
                () -> database.deleteFrom(TOKEN)
                        .where(TOKEN.PERSON_ID.eq(me.id().value()))
                        .and(TOKEN.ID.eq(token))
                        .execute());
    }

    /// Keeps one. Is asked within a transaction of the person.
    void add(ApiToken token, String secret) {
        var engagements = token.engagements();
        database.insertInto(TOKEN)
                .set(TOKEN.ID, token.id())
                .set(TOKEN.PERSON_ID, token.person().value())
                .set(TOKEN.NAME, token.name())
                .set(TOKEN.HASH, Hashes.sha256(secret))
                .set(
                        TOKEN.SCOPES,
                        token.scopes().stream().map(Code::code).sorted().toArray(String[]::new))
                .set(
                        TOKEN.ENGAGEMENTS,
                        engagements == null
                                ? null
                                : engagements.stream().map(EngagementId::value).toArray(UUID[]::new))
                .set(TOKEN.CREATED, token.created())
                .set(TOKEN.EXPIRES, token.expires())
                .execute();
    }

    /// How many somebody has. Is asked within a transaction of the person.
    int count(PersonId person) {
        return database.fetchCount(TOKEN, TOKEN.PERSON_ID.eq(person.value()));
    }

    /// The token that was shown, whether it has expired or not; empty where there is none.
    Optional<Shown> find(String secret) {
        var found = transactions.<Optional<ApiToken>>as(TASK, () -> {
            var token = database.selectFrom(TOKEN)
                    .where(TOKEN.HASH.eq(Hashes.sha256(secret)))
                    .fetchOptional(ApiTokens::token);
            token.ifPresent(this::noteUse);
            return token;
        });
        return found.flatMap(token -> {
            var person = new Actor.Person(token.person());
            return transactions.<Optional<Shown>>as(person, () -> person(token));
        });
    }

    /// Whoever it is, they administrate nothing by a token.
    private Optional<Shown> person(ApiToken token) {
        return database.select(PERSON.NAME, PASSWORD.TEMPORARY)
                .from(PERSON)
                .leftJoin(PASSWORD)
                .on(PASSWORD.PERSON_ID.eq(PERSON.ID))
                .where(PERSON.ID.eq(token.person().value()))
                .fetchOptional(row -> new Shown(
                        token,
                        new SignedIn(
                                token.person(),
                                row.get(PERSON.NAME),
                                false,
                                Boolean.TRUE.equals(row.get(PASSWORD.TEMPORARY)),
                                // Whoever made it was let in by what is required.
                                false)));
    }

    private void noteUse(ApiToken token) {
        var now = clock.instant();
        var used = token.used();
        if (!token.expired(now) && (used == null || used.isBefore(now.minus(USED_EVERY)))) {
            database.update(TOKEN)
                    .set(TOKEN.USED, now)
                    .where(TOKEN.ID.eq(token.id()))
                    .execute();
        }
    }

    private static ApiToken token(Record row) {
        UUID @Nullable [] engagements = row.get(TOKEN.ENGAGEMENTS);
        return new ApiToken(
                row.get(TOKEN.ID),
                new PersonId(row.get(TOKEN.PERSON_ID)),
                row.get(TOKEN.NAME),
                Arrays.stream(row.get(TOKEN.SCOPES))
                        .map(code -> Code.of(Scope.class, code))
                        .collect(Collectors.toSet()),
                engagements == null
                        ? null
                        : Arrays.stream(engagements).map(EngagementId::new).collect(Collectors.toSet()),
                row.get(TOKEN.CREATED),
                row.get(TOKEN.EXPIRES),
                row.get(TOKEN.USED));
    }
}
