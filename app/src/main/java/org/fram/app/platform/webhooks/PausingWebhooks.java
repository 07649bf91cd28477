package org.fram.app.platform.webhooks;

import static fram.schema.api.Tables.WEBHOOK;

import fram.schema.api.tables.records.WebhookRecord;
import java.net.URI;
import java.time.InstantSource;
import java.util.UUID;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.notices.Delivery;
import org.fram.app.platform.notices.Notice;
import org.fram.app.platform.notices.NoticeKind;
import org.fram.app.platform.notices.Notices;
import org.fram.app.platform.texts.Text;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Pausing a webhook to which nothing arrives: whoever added it is told, as they may have to see to the receiver. Is
/// asked within a transaction of the task `webhooks`.
@Component
class PausingWebhooks {

    private static final NoticeKind PAUSED = NoticeKind.chosen("webhooks", Delivery.AT_ONCE);

    private final DSLContext database;
    private final InstantSource clock;
    private final Notices notices;

    PausingWebhooks(DSLContext database, InstantSource clock, Notices notices) {
        this.database = database;
        this.clock = clock;
        this.notices = notices;
    }

    @Bean
    static NoticeKind webhookNotices() {
        return PAUSED;
    }

    /// Pauses it, unless it is paused already.
    void pause(UUID webhook, Webhook.Pause why) {
        database.update(WEBHOOK)
                .set(WEBHOOK.PAUSED, why.code())
                .where(WEBHOOK.ID.eq(webhook))
                .and(WEBHOOK.PAUSED.isNull())
                .returning()
                .fetchOptional()
                .ifPresent(paused -> tell(paused, why));
    }

    private void tell(WebhookRecord paused, Webhook.Pause why) {
        var engagement = new EngagementId(paused.getEngagementId());
        // The address itself may hold a key, and mail is read on the way.
        String host = URI.create(paused.getUrl()).getHost();
        notices.give(Notice.to(
                        new PersonId(paused.getCreatedBy()),
                        PAUSED,
                        "webhook-paused " + paused.getId() + " " + clock.instant(),
                        Text.of("webhooks.pausedNotice", host),
                        Text.of("webhooks.paused." + why.code(), paused.getFailingSince()),
                        "/engagements/" + engagement + "/webhooks/" + paused.getId())
                .in(engagement));
    }
}
