package org.fram.app.platform.webhooks;

import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.Membership;
import org.fram.app.platform.access.NotAllowedException;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.ledger.Deed;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/// Saying which other systems are told what happens in an engagement. Managers do so for their own party,
/// owners for all of it. That something is told outside, and no more, stands in the ledger.
@Component
public class ManagingWebhooks {

    private static final int MOST = 20;

    private final Transactions transactions;
    private final Authority authority;
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Destinations destinations;
    private final Outbox outbox;
    private final Bell bell;
    private final Ledger ledger;
    private final InstantSource clock;

    ManagingWebhooks(
            Transactions transactions,
            Authority authority,
            Webhooks webhooks,
            Deliveries deliveries,
            Destinations destinations,
            Outbox outbox,
            Bell bell,
            Ledger ledger,
            InstantSource clock) {
        this.transactions = transactions;
        this.authority = authority;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.destinations = destinations;
        this.outbox = outbox;
        this.bell = bell;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// What is wanted.
    ///
    /// @param everybody whether it is of all the engagement rather than of one's own party
    public record Wish(String url, Set<Topic> topics, boolean everybody) {

        public Wish {
            topics = Set.copyOf(topics);
        }
    }

    /// What came of it.
    public sealed interface Outcome {

        /// There is one.
        ///
        /// @param secret with which what it is told is signed; it is shown this once
        record Added(UUID webhook, String secret) implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// Adds one, or says why not.
    public Outcome add(Actor.Person me, EngagementId engagement, Wish wish) {
        transactions.run(me, () -> requireMayAdd(me, engagement, wish));
        // Names are asked for outside of a transaction, as that takes its time.
        var refusal = refuse(wish);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        return transactions.<Outcome>as(me, () -> {
            var mine = requireMayAdd(me, engagement, wish);
            if (webhooks.of(engagement).size() >= MOST) {
                return new Outcome.Refused(Text.of("webhooks.refused.many", MOST));
            }
            byte[] secret = Signature.secret();
            var webhook = new Webhook(
                    Ids.next(),
                    engagement,
                    wish.everybody() ? null : mine.party(),
                    wish.url().strip(),
                    wish.topics(),
                    clock.instant(),
                    null,
                    null);
            webhooks.add(webhook, me.id(), secret);
            record(me, webhook, "webhook-added");
            return new Outcome.Added(webhook.id(), Signature.text(secret));
        });
    }

    /// Stops telling it anything.
    public void pause(Actor.Person me, EngagementId engagement, UUID webhook) {
        change(me, engagement, webhook, () -> webhooks.pause(webhook, Webhook.Pause.PERSON));
    }

    /// Goes on.
    public void resume(Actor.Person me, EngagementId engagement, UUID webhook) {
        change(me, engagement, webhook, () -> {
            webhooks.pause(webhook, null);
            bell.ringAfterCommit();
        });
    }

    /// Removes it, with all that is known of what it was told.
    public void remove(Actor.Person me, EngagementId engagement, UUID webhook) {
        change(me, engagement, webhook, () -> {
            record(me, webhooks.get(engagement, webhook), "webhook-removed");
            webhooks.remove(webhook);
        });
    }

    /// Tells it that this is a test.
    public void test(Actor.Person me, EngagementId engagement, UUID webhook) {
        change(me, engagement, webhook, () -> {
            var data =
                    JsonNodeFactory.instance.objectNode().put("person", me.id().toString());
            deliveries.add(webhook, Ids.next(), "webhook.test", outbox.message(engagement, "webhook.test", data));
            bell.ringAfterCommit();
        });
    }

    /// Tells it again what it was told.
    public void replay(Actor.Person me, EngagementId engagement, UUID webhook, UUID delivery) {
        change(me, engagement, webhook, () -> {
            deliveries.again(webhook, delivery);
            bell.ringAfterCommit();
        });
    }

    private void change(Actor.Person me, EngagementId engagement, UUID webhook, Runnable work) {
        transactions.run(me, () -> {
            var mine = authority.require(me, Act.MANAGE_OWN_PEOPLE, engagement);
            var known = webhooks.get(engagement, webhook);
            if (known.privateTo() == null && !mine.may(Act.MANAGE_ALL_PEOPLE)) {
                throw new NotAllowedException(Act.MANAGE_ALL_PEOPLE);
            }
            work.run();
        });
    }

    private Membership requireMayAdd(Actor.Person me, EngagementId engagement, Wish wish) {
        return authority.require(me, wish.everybody() ? Act.MANAGE_ALL_PEOPLE : Act.MANAGE_OWN_PEOPLE, engagement);
    }

    private Optional<Text> refuse(Wish wish) {
        return wish.topics().isEmpty()
                ? Optional.of(Text.of("webhooks.refused.topics"))
                : destinations.refuse(wish.url());
    }

    /// The host alone: the rest of an address may be a secret.
    private void record(Actor.Person me, Webhook webhook, String kind) {
        ledger.record(
                me,
                webhook.engagement(),
                webhook.privateTo(),
                Deed.of(
                        kind,
                        webhook.id(),
                        Map.of(
                                "host", URI.create(webhook.url()).getHost(),
                                "topics",
                                        String.join(
                                                ", ",
                                                webhook.topics().stream()
                                                        .map(Topic::code)
                                                        .sorted()
                                                        .toList()))));
    }
}
