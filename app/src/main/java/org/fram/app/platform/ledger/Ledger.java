package org.fram.app.platform.ledger;

import static fram.schema.ledger.Tables.DETAILS;
import static fram.schema.ledger.Tables.ENTRY;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.fram.ledger.Entry;
import org.fram.ledger.SealedDetails;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The ledgers of engagements. Is asked within a transaction; what it shows is what whoever asks may see.
@Component
public class Ledger {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final DSLContext database;
    private final InstantSource clock;
    private final ApplicationEventPublisher listeners;
    private final SecureRandom random = new SecureRandom();

    Ledger(DSLContext database, InstantSource clock, ApplicationEventPublisher listeners) {
        this.database = database;
        this.clock = clock;
        this.listeners = listeners;
    }

    /// Writes down what somebody did, in the transaction in which they do it: it is there exactly when the
    /// deed is.
    ///
    /// @param privateTo the party that alone sees what it is about, or null
    public void record(Actor.Person by, EngagementId engagement, @Nullable PartyId privateTo, Deed deed) {
        record(by.id().value(), engagement, privateTo, deed);
    }

    /// Writes down what a guest did, under the id of their link.
    public void record(Actor.Guest by, EngagementId engagement, @Nullable PartyId privateTo, Deed deed) {
        record(by.link(), engagement, privateTo, deed);
    }

    private void record(UUID by, EngagementId engagement, @Nullable PartyId privateTo, Deed deed) {
        // One entry after the other: whoever comes second waits for the first to be committed.
        database.select(DSL.field(
                        "pg_advisory_xact_lock(hashtextextended({0}, 0))",
                        Object.class, DSL.val("ledger " + engagement)))
                .fetch();
        var details = sealed(by, deed);
        var entry = Entry.after(last(engagement), engagement.value(), clock.instant(), details);
        database.insertInto(ENTRY)
                .set(ENTRY.ENGAGEMENT_ID, engagement.value())
                .set(ENTRY.NUMBER, entry.number())
                .set(ENTRY.TIME, entry.time())
                .set(ENTRY.SEAL, entry.seal())
                .set(ENTRY.PREVIOUS, entry.previous())
                .set(ENTRY.HASH, entry.hash())
                .execute();
        database.insertInto(DETAILS)
                .set(DETAILS.ENGAGEMENT_ID, engagement.value())
                .set(DETAILS.NUMBER, entry.number())
                .set(DETAILS.PRIVATE_TO, privateTo == null ? null : privateTo.value())
                .set(DETAILS.JSON, details.json())
                .execute();
        listeners.publishEvent(
                new DeedRecorded(engagement, privateTo, new PersonId(by), entry.number(), entry.hash(), deed));
    }

    /// How many entries there are.
    public long count(EngagementId engagement) {
        var last = last(engagement);
        return last == null ? 0 : last.number();
    }

    /// The hash of the last entry: whoever notes it can tell later whether anything is missing. Empty where
    /// there is none.
    public String head(EngagementId engagement) {
        var last = last(engagement);
        return last == null ? "" : last.hash();
    }

    /// Entries from a number on, downwards.
    public List<Recorded> newest(EngagementId engagement, long from, int most) {
        return entries(engagement, ENTRY.NUMBER.le(from), false, most);
    }

    /// Entries from a number on, upwards.
    public List<Recorded> from(EngagementId engagement, long number, int most) {
        return entries(engagement, ENTRY.NUMBER.ge(number), true, most);
    }

    /// The entries about something, upwards: those whose details whoever asks may see.
    public List<Recorded> about(EngagementId engagement, UUID subject) {
        // Details are canonical JSON, which has no spaces.
        return entries(
                engagement, DETAILS.JSON.contains("\"subject\":\"%s\"".formatted(subject)), true, Integer.MAX_VALUE);
    }

    private List<Recorded> entries(EngagementId engagement, Condition condition, boolean upwards, int most) {
        return database.select(ENTRY.fields())
                .select(DETAILS.JSON, DETAILS.PRIVATE_TO)
                .from(ENTRY)
                .leftJoin(DETAILS)
                .on(DETAILS.ENGAGEMENT_ID.eq(ENTRY.ENGAGEMENT_ID), DETAILS.NUMBER.eq(ENTRY.NUMBER))
                .where(ENTRY.ENGAGEMENT_ID.eq(engagement.value()))
                .and(condition)
                .orderBy(upwards ? ENTRY.NUMBER.asc() : ENTRY.NUMBER.desc())
                .limit(most)
                .fetch(Ledger::recorded);
    }

    private @Nullable Entry last(EngagementId engagement) {
        return database.selectFrom(ENTRY)
                .where(ENTRY.ENGAGEMENT_ID.eq(engagement.value()))
                .orderBy(ENTRY.NUMBER.desc())
                .limit(1)
                .fetchOne(Ledger::entry);
    }

    private SealedDetails sealed(UUID by, Deed deed) {
        var salt = new byte[SealedDetails.SALT_BYTES];
        random.nextBytes(salt);
        return SealedDetails.of(
                Map.of(
                        "kind", deed.kind(),
                        "by", by.toString(),
                        "subject", deed.subject().toString(),
                        "what", new TreeMap<>(deed.what())),
                salt);
    }

    private static Entry entry(Record row) {
        return new Entry(
                row.get(ENTRY.ENGAGEMENT_ID),
                row.get(ENTRY.NUMBER),
                row.get(ENTRY.TIME),
                row.get(ENTRY.SEAL),
                row.get(ENTRY.PREVIOUS));
    }

    private static Recorded recorded(Record row) {
        String json = row.get(DETAILS.JSON);
        return new Recorded(
                entry(row),
                row.get(ENTRY.HASH),
                json == null ? null : details(json, row.get(DETAILS.PRIVATE_TO) != null));
    }

    private static Recorded.Details details(String json, boolean privately) {
        var fields = JSON.readValue(json, FIELDS);
        var what = new TreeMap<String, String>();
        if (fields.get("what") instanceof Map<?, ?> more) {
            more.forEach((name, value) -> what.put(name.toString(), value.toString()));
        }
        return new Recorded.Details(
                String.valueOf(fields.get("kind")),
                new PersonId(UUID.fromString(String.valueOf(fields.get("by")))),
                UUID.fromString(String.valueOf(fields.get("subject"))),
                what,
                privately,
                new SealedDetails(json));
    }
}
