package org.fram.app.platform.webhooks;

import static fram.schema.api.Tables.DELIVERY;
import static fram.schema.api.Tables.TRY;
import static fram.schema.api.Tables.WEBHOOK;
import static fram.schema.api.Tables.WEBHOOK_SECRET;

import fram.schema.api.tables.records.DeliveryRecord;
import fram.schema.api.tables.records.WebhookRecord;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The webhooks that whoever asks manages, and what they were told. Is asked within a transaction.
@Component
public class Webhooks {

    private static final int MOST_DELIVERIES = 50;

    private final DSLContext database;

    Webhooks(DSLContext database) {
        this.database = database;
    }

    /// Those of an engagement, the oldest first.
    public List<Webhook> of(EngagementId engagement) {
        return database.selectFrom(WEBHOOK)
                .where(WEBHOOK.ENGAGEMENT_ID.eq(engagement.value()))
                .orderBy(WEBHOOK.ID)
                .fetch(Webhooks::webhook);
    }

    /// The one with this id, in this engagement.
    ///
    /// @throws NotFoundException where there is none for whoever asks
    public Webhook get(EngagementId engagement, UUID id) {
        return database.selectFrom(WEBHOOK)
                .where(WEBHOOK.ENGAGEMENT_ID.eq(engagement.value()))
                .and(WEBHOOK.ID.eq(id))
                .fetchOptional(Webhooks::webhook)
                .orElseThrow(NotFoundException::new);
    }

    /// What one was told last, the newest first.
    public List<Delivery> deliveries(UUID webhook) {
        return database.selectFrom(DELIVERY)
                .where(DELIVERY.WEBHOOK_ID.eq(webhook))
                .orderBy(DELIVERY.ID.desc())
                .limit(MOST_DELIVERIES)
                .fetch(this::delivery);
    }

    void add(Webhook webhook, PersonId by, byte[] secret) {
        var privateTo = webhook.privateTo();
        database.insertInto(WEBHOOK)
                .set(WEBHOOK.ID, webhook.id())
                .set(WEBHOOK.ENGAGEMENT_ID, webhook.engagement().value())
                .set(WEBHOOK.PRIVATE_TO, privateTo == null ? null : privateTo.value())
                .set(WEBHOOK.URL, webhook.url())
                .set(
                        WEBHOOK.TOPICS,
                        webhook.topics().stream().map(Code::code).sorted().toArray(String[]::new))
                .set(WEBHOOK.CREATED_BY, by.value())
                .set(WEBHOOK.CREATED, webhook.created())
                .execute();
        database.insertInto(WEBHOOK_SECRET)
                .set(WEBHOOK_SECRET.WEBHOOK_ID, webhook.id())
                .set(WEBHOOK_SECRET.SECRET, secret)
                .execute();
    }

    void pause(UUID webhook, Webhook.@Nullable Pause pause) {
        database.update(WEBHOOK)
                .set(WEBHOOK.PAUSED, pause == null ? null : pause.code())
                // Whoever lets it go on gives it days anew.
                .setNull(WEBHOOK.FAILING_SINCE)
                .where(WEBHOOK.ID.eq(webhook))
                .execute();
    }

    void remove(UUID webhook) {
        database.deleteFrom(WEBHOOK).where(WEBHOOK.ID.eq(webhook)).execute();
    }

    private Delivery delivery(DeliveryRecord row) {
        return new Delivery(
                row.getId(),
                row.getType(),
                row.getPayload(),
                row.getCreated(),
                Code.of(Delivery.State.class, row.getState()),
                row.getDue(),
                database.selectFrom(TRY)
                        .where(TRY.DELIVERY_ID.eq(row.getId()))
                        .orderBy(TRY.NUMBER.desc())
                        .fetch(one -> new Delivery.Try(
                                one.getNumber(),
                                one.getTime(),
                                one.getMilliseconds(),
                                one.getStatus(),
                                one.getSaid())));
    }

    static Webhook webhook(WebhookRecord row) {
        return new Webhook(
                row.getId(),
                new EngagementId(row.getEngagementId()),
                row.getPrivateTo() == null ? null : new PartyId(row.getPrivateTo()),
                row.getUrl(),
                Arrays.stream(row.getTopics())
                        .map(code -> Code.of(Topic.class, code))
                        .collect(Collectors.toSet()),
                row.getCreated(),
                row.getPaused() == null ? null : Code.of(Webhook.Pause.class, row.getPaused()),
                row.getFailingSince());
    }
}
