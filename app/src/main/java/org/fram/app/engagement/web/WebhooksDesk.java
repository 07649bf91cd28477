package org.fram.app.engagement.web;

import static java.util.stream.Collectors.joining;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Party;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Tone;
import org.fram.app.platform.webhooks.Delivery;
import org.fram.app.platform.webhooks.Topic;
import org.fram.app.platform.webhooks.Webhook;
import org.fram.app.platform.webhooks.Webhooks;
import org.springframework.stereotype.Component;

/// Puts webhooks into words. Is asked within a transaction of whoever looks, who manages people here.
@Component
class WebhooksDesk {

    private final Authority authority;
    private final EngagementHeads heads;
    private final Engagements engagements;
    private final Webhooks webhooks;

    WebhooksDesk(Authority authority, EngagementHeads heads, Engagements engagements, Webhooks webhooks) {
        this.authority = authority;
        this.heads = heads;
        this.engagements = engagements;
        this.webhooks = webhooks;
    }

    static String address(EngagementId engagement) {
        return EngagementHeads.address(engagement) + "/webhooks";
    }

    WebhooksPage list(Frame frame, Actor.Person me, EngagementId id, String refusal, String url) {
        var mine = authority.require(me, Act.MANAGE_OWN_PEOPLE, id);
        var parties = engagements.parties(id);
        return new WebhooksPage(
                heads.of(frame, me, id),
                webhooks.of(id).stream()
                        .map(webhook -> line(frame, parties, webhook))
                        .toList(),
                refusal,
                url,
                Choice.of(Topic.class, "webhooks.topic", null, frame).stream()
                        .map(choice -> new Choice(choice.value(), choice.label(), true))
                        .toList(),
                mine.may(Act.MANAGE_ALL_PEOPLE));
    }

    WebhookPage one(Frame frame, Actor.Person me, EngagementId id, UUID webhook, String secret) {
        var mine = authority.require(me, Act.MANAGE_OWN_PEOPLE, id);
        var known = webhooks.get(id, webhook);
        var zone = engagements.get(id).timeZone();
        String address = address(id) + "/" + webhook;
        return new WebhookPage(
                heads.of(frame, me, id),
                line(frame, engagements.parties(id), known),
                secret,
                note(frame, zone, known),
                known.paused() != null,
                known.privateTo() != null || mine.may(Act.MANAGE_ALL_PEOPLE),
                webhooks.deliveries(webhook).stream()
                        .map(delivery -> line(frame, zone, address, delivery))
                        .toList());
    }

    private static WebhooksPage.Line line(Frame frame, List<Party> parties, Webhook webhook) {
        var owner = webhook.privateTo();
        boolean failing = webhook.failingSince() != null;
        return new WebhooksPage.Line(
                address(webhook.engagement()) + "/" + webhook.id(),
                webhook.url(),
                parties.stream()
                        .filter(party -> party.id().equals(owner))
                        .map(Party::name)
                        .findFirst()
                        .orElseGet(() -> frame.text("webhooks.everybodys")),
                Arrays.stream(Topic.values())
                        .filter(webhook.topics()::contains)
                        .map(topic -> frame.text("webhooks.topic." + topic.code()))
                        .collect(joining(", ")),
                webhook.paused() != null ? Tone.WARN : failing ? Tone.BAD : Tone.GOOD,
                frame.text(
                        webhook.paused() != null
                                ? "webhooks.state.paused"
                                : failing ? "webhooks.state.failing" : "webhooks.state.told"));
    }

    private static String note(Frame frame, ZoneId zone, Webhook webhook) {
        var since = webhook.failingSince();
        return switch (webhook.paused()) {
            case PERSON -> frame.text("webhooks.paused.person");
            case GONE -> frame.text("webhooks.paused.gone");
            case FAILING -> frame.text("webhooks.paused.failing", since == null ? "" : frame.time(since, zone));
            case null -> since == null ? "" : frame.text("webhooks.failing", frame.time(since, zone));
        };
    }

    private static WebhookPage.Line line(Frame frame, ZoneId zone, String address, Delivery delivery) {
        return new WebhookPage.Line(
                "%s/deliveries/%s/replay".formatted(address, delivery.id()),
                delivery.type(),
                frame.time(delivery.created(), zone),
                switch (delivery.state()) {
                    case ARRIVED -> Tone.GOOD;
                    case FAILED -> Tone.BAD;
                    case WAITING -> delivery.tries().isEmpty() ? Tone.CALM : Tone.WARN;
                },
                delivery.state() == Delivery.State.WAITING && !delivery.tries().isEmpty()
                        ? frame.text("webhooks.again", frame.time(delivery.due(), zone))
                        : frame.text("webhooks.delivery." + delivery.state().code()),
                delivery.payload(),
                delivery.tries().stream()
                        .map(one -> new WebhookPage.Try(
                                frame.time(one.time(), zone),
                                one.status() == null
                                        ? frame.text("webhooks.noAnswer", one.milliseconds())
                                        : frame.text(
                                                "webhooks.answer", String.valueOf(one.status()), one.milliseconds()),
                                one.said()))
                        .toList());
    }
}
