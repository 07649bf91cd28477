package org.fram.app.platform.api;

import static fram.schema.api.Tables.ANSWER;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.runs.Round;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What writes were answered with, for a day. Is asked within a transaction of the person.
@Component
class Answers {

    static final Duration KEPT = Duration.ofHours(24);

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<TreeMap<String, String>> HEADERS = new TypeReference<>() {};

    private final DSLContext database;
    private final Transactions transactions;
    private final InstantSource clock;

    Answers(DSLContext database, Transactions transactions, InstantSource clock) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Forgets each hour what nobody can ask for again.
    @Bean
    static Round forgettingRound(Answers answers) {
        return Round.every("forgetting", Duration.ofHours(1), answers::forget);
    }

    /// A write under a key.
    ///
    /// @param request a hash of what is asked
    record Question(UUID token, PersonId person, String key, String request) {}

    record Answer(String request, int status, Map<String, String> headers, String body) {}

    /// Takes the key until the transaction ends.
    ///
    /// @return whether nobody else has it
    boolean begin(Question question) {
        return Boolean.TRUE.equals(database.fetchValue(DSL.field(
                "pg_try_advisory_xact_lock(hashtextextended({0}, 0))",
                Boolean.class, DSL.val("answer %s %s".formatted(question.token(), question.key())))));
    }

    Optional<Answer> find(Question question) {
        return database.selectFrom(ANSWER)
                .where(ANSWER.TOKEN_ID.eq(question.token()))
                .and(ANSWER.KEY.eq(question.key()))
                .and(ANSWER.CREATED.gt(clock.instant().minus(KEPT)))
                .fetchOptional(row -> new Answer(
                        row.getRequest(),
                        row.getStatus(),
                        JSON.readValue(row.getHeaders().data(), HEADERS),
                        new String(row.getBody(), StandardCharsets.UTF_8)));
    }

    void keep(Question question, int status, Map<String, String> headers, byte[] body) {
        database.deleteFrom(ANSWER)
                .where(ANSWER.TOKEN_ID.eq(question.token()))
                .and(ANSWER.KEY.eq(question.key()))
                .execute();
        database.insertInto(ANSWER)
                .set(ANSWER.TOKEN_ID, question.token())
                .set(ANSWER.KEY, question.key())
                .set(ANSWER.PERSON_ID, question.person().value())
                .set(ANSWER.REQUEST, question.request())
                .set(ANSWER.STATUS, status)
                .set(ANSWER.HEADERS, JSONB.valueOf(JSON.writeValueAsString(headers)))
                .set(ANSWER.BODY, body)
                .set(ANSWER.CREATED, clock.instant())
                .execute();
    }

    /// Forgets what is older than a day, whoever asked. Is asked outside of a transaction.
    void forget() {
        transactions.run(
                ApiTokens.TASK,
                () -> database.deleteFrom(ANSWER)
                        .where(ANSWER.CREATED.lt(clock.instant().minus(KEPT)))
                        .execute());
    }
}
