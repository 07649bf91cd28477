package org.fram.app.platform.webhooks;

import static fram.schema.api.Tables.DELIVERY;
import static fram.schema.api.Tables.EVENT;
import static fram.schema.api.Tables.TRY;
import static fram.schema.api.Tables.WEBHOOK;
import static fram.schema.api.Tables.WEBHOOK_SECRET;

import fram.schema.api.tables.records.DeliveryRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.start.Settings;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// What webhooks are told, as the courier's list of things to do.
@Component
class Deliveries {

    private static final Actor TASK = new Actor.Task("webhooks");
    private static final int AT_ONCE = 200;
    private static final int LONGEST_SAID = 500;
    private static final int GONE = 410;
    private static final int FIRST_GOOD = 200;
    private static final int FIRST_BAD = 300;

    /// Whoever sends has this long; if they are killed, somebody sends it again after that.
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration KEPT = Duration.ofDays(30);

    private final Transactions transactions;
    private final DSLContext database;
    private final InstantSource clock;
    private final PausingWebhooks pausing;
    private final List<Duration> waits;
    private final Duration patience;

    Deliveries(
            Transactions transactions,
            DSLContext database,
            InstantSource clock,
            PausingWebhooks pausing,
            Settings settings) {
        this.transactions = transactions;
        this.database = database;
        this.clock = clock;
        this.pausing = pausing;
        this.waits = settings.traffic().waits();
        this.patience = settings.traffic().patience();
    }

    /// Something to send.
    ///
    /// @param event by which the receiver knows what it has had
    record Parcel(UUID delivery, UUID webhook, String url, SecretKey key, UUID event, String payload, int number) {}

    /// What came of sending.
    ///
    /// @param status of the answer, or 0 where there was none
    record Result(Instant time, Duration took, int status, String said) {

        boolean arrived() {
            return status >= FIRST_GOOD && status < FIRST_BAD;
        }
    }

    /// Has a webhook told something. Is asked within a transaction of whoever manages it.
    void add(UUID webhook, UUID event, String type, String payload) {
        database.insertInto(DELIVERY).set(record(webhook, event, type, payload)).execute();
    }

    /// Has a webhook told again what it was told. Is asked within a transaction of whoever manages it.
    void again(UUID webhook, UUID delivery) {
        int found = database.update(DELIVERY)
                .set(DELIVERY.STATE, Delivery.State.WAITING.code())
                .set(DELIVERY.DUE, clock.instant())
                .set(DELIVERY.TRIES, 0)
                .where(DELIVERY.ID.eq(delivery))
                .and(DELIVERY.WEBHOOK_ID.eq(webhook))
                .execute();
        if (found == 0) {
            throw new NotFoundException();
        }
    }

    /// Finds out who is told of what happened.
    ///
    /// @return whether there may be more
    boolean sort() {
        return transactions.<Boolean>as(TASK, () -> {
            var events = database.selectFrom(EVENT)
                    .orderBy(EVENT.ID)
                    .limit(AT_ONCE)
                    .forUpdate()
                    .skipLocked()
                    .fetch();
            var records = new ArrayList<DeliveryRecord>();
            for (var event : events) {
                database.select(WEBHOOK.ID)
                        .from(WEBHOOK)
                        .where(WEBHOOK.ENGAGEMENT_ID.eq(event.getEngagementId()))
                        .and(WEBHOOK.PAUSED.isNull())
                        .and(DSL.val(event.getTopic()).eq(DSL.any(WEBHOOK.TOPICS)))
                        .and(
                                event.getPrivateTo() == null
                                        ? DSL.noCondition()
                                        : WEBHOOK.PRIVATE_TO.eq(event.getPrivateTo()))
                        .fetch(WEBHOOK.ID)
                        .forEach(webhook ->
                                records.add(record(webhook, event.getId(), event.getType(), event.getPayload())));
            }
            if (!records.isEmpty()) {
                database.insertInto(DELIVERY).set(records).execute();
            }
            database.deleteFrom(EVENT)
                    .where(EVENT.ID.in(events.getValues(EVENT.ID)))
                    .execute();
            return events.size() == AT_ONCE;
        });
    }

    /// The webhooks that are to be told something now.
    List<UUID> due() {
        return transactions.as(
                TASK,
                () -> database.selectDistinct(DELIVERY.WEBHOOK_ID)
                        .from(DELIVERY)
                        .join(WEBHOOK)
                        .on(WEBHOOK.ID.eq(DELIVERY.WEBHOOK_ID))
                        .where(DELIVERY.STATE.eq(Delivery.State.WAITING.code()))
                        .and(DELIVERY.DUE.le(clock.instant()))
                        .and(WEBHOOK.PAUSED.isNull())
                        .limit(AT_ONCE)
                        .fetch(DELIVERY.WEBHOOK_ID));
    }

    /// Takes the next thing that a webhook is to be told.
    Optional<Parcel> take(UUID webhook) {
        return transactions.<Optional<Parcel>>as(TASK, () -> {
            var found = database.select(DELIVERY.ID, DELIVERY.EVENT_ID, DELIVERY.PAYLOAD)
                    .from(DELIVERY)
                    .where(DELIVERY.WEBHOOK_ID.eq(webhook))
                    .and(DELIVERY.STATE.eq(Delivery.State.WAITING.code()))
                    .and(DELIVERY.DUE.le(clock.instant()))
                    .orderBy(DELIVERY.DUE, DELIVERY.ID)
                    .limit(1)
                    .forUpdate()
                    .skipLocked()
                    .fetchOptional();
            var receiver = database.select(WEBHOOK.URL, WEBHOOK_SECRET.SECRET)
                    .from(WEBHOOK)
                    .join(WEBHOOK_SECRET)
                    .on(WEBHOOK_SECRET.WEBHOOK_ID.eq(WEBHOOK.ID))
                    .where(WEBHOOK.ID.eq(webhook))
                    .and(WEBHOOK.PAUSED.isNull())
                    .fetchOptional();
            if (found.isEmpty() || receiver.isEmpty()) {
                return Optional.empty();
            }
            var delivery = found.get().get(DELIVERY.ID);
            database.update(DELIVERY)
                    .set(DELIVERY.DUE, clock.instant().plus(LEASE))
                    .set(DELIVERY.TRIES, DELIVERY.TRIES.plus(1))
                    .where(DELIVERY.ID.eq(delivery))
                    .execute();
            return Optional.of(new Parcel(
                    delivery,
                    webhook,
                    receiver.get().get(WEBHOOK.URL),
                    Signature.key(receiver.get().get(WEBHOOK_SECRET.SECRET)),
                    found.get().get(DELIVERY.EVENT_ID),
                    found.get().get(DELIVERY.PAYLOAD),
                    database.fetchCount(TRY, TRY.DELIVERY_ID.eq(delivery)) + 1));
        });
    }

    /// Writes down what came of it, and what follows.
    void finish(Parcel parcel, Result result) {
        transactions.run(TASK, () -> {
            // Somebody may have removed it in the meantime.
            var tries = database.select(DELIVERY.TRIES)
                    .from(DELIVERY)
                    .where(DELIVERY.ID.eq(parcel.delivery()))
                    .forUpdate()
                    .fetchOptional(DELIVERY.TRIES);
            if (tries.isEmpty()) {
                return;
            }
            String said = result.said().length() <= LONGEST_SAID
                    ? result.said()
                    : result.said().substring(0, LONGEST_SAID);
            database.insertInto(TRY)
                    .set(TRY.DELIVERY_ID, parcel.delivery())
                    .set(TRY.NUMBER, parcel.number())
                    .set(TRY.TIME, result.time())
                    .set(TRY.MILLISECONDS, Math.toIntExact(result.took().toMillis()))
                    .set(TRY.STATUS, result.status() == 0 ? null : result.status())
                    .set(TRY.SAID, said.replace("\0", ""))
                    .onConflictDoNothing()
                    .execute();
            if (result.arrived()) {
                arrived(parcel);
            } else {
                failed(parcel, result, tries.get());
            }
        });
    }

    /// Forgets what is long past.
    void forget() {
        transactions.run(
                TASK,
                () -> database.deleteFrom(DELIVERY)
                        .where(DELIVERY.CREATED.lt(clock.instant().minus(KEPT)))
                        .execute());
    }

    private void arrived(Parcel parcel) {
        database.update(DELIVERY)
                .set(DELIVERY.STATE, Delivery.State.ARRIVED.code())
                .where(DELIVERY.ID.eq(parcel.delivery()))
                .execute();
        database.update(WEBHOOK)
                .setNull(WEBHOOK.FAILING_SINCE)
                .where(WEBHOOK.ID.eq(parcel.webhook()))
                .and(WEBHOOK.FAILING_SINCE.isNotNull())
                .execute();
    }

    private void failed(Parcel parcel, Result result, int tries) {
        var now = clock.instant();
        boolean last = tries > waits.size() || result.status() == GONE;
        var update = database.update(DELIVERY)
                .set(DELIVERY.STATE, (last ? Delivery.State.FAILED : Delivery.State.WAITING).code());
        if (!last) {
            update = update.set(DELIVERY.DUE, now.plus(waits.get(tries - 1)));
        }
        update.where(DELIVERY.ID.eq(parcel.delivery())).execute();
        database.update(WEBHOOK)
                .set(WEBHOOK.FAILING_SINCE, DSL.coalesce(WEBHOOK.FAILING_SINCE, DSL.val(now)))
                .where(WEBHOOK.ID.eq(parcel.webhook()))
                .execute();
        if (result.status() == GONE) {
            pausing.pause(parcel.webhook(), Webhook.Pause.GONE);
        } else if (database.fetchExists(
                WEBHOOK, WEBHOOK.ID.eq(parcel.webhook()).and(WEBHOOK.FAILING_SINCE.le(now.minus(patience))))) {
            pausing.pause(parcel.webhook(), Webhook.Pause.FAILING);
        }
    }

    private DeliveryRecord record(UUID webhook, UUID event, String type, String payload) {
        var now = clock.instant();
        var record = new DeliveryRecord();
        record.setId(Ids.next());
        record.setWebhookId(webhook);
        record.setEventId(event);
        record.setType(type);
        record.setPayload(payload);
        record.setCreated(now);
        record.setState(Delivery.State.WAITING.code());
        record.setDue(now);
        record.setTries(0);
        return record;
    }
}
