package org.fram.app.engagement.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.UUID;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.webhooks.ManagingWebhooks;
import org.fram.app.platform.webhooks.Topic;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Which other systems are told what happens in an engagement.
@Controller
@RequestMapping("/engagements/{id}/webhooks")
class WebhooksController {

    private final Transactions transactions;
    private final ManagingWebhooks managing;
    private final WebhooksDesk desk;
    private final Templates templates;

    WebhooksController(Transactions transactions, ManagingWebhooks managing, WebhooksDesk desk, Templates templates) {
        this.transactions = transactions;
        this.managing = managing;
        this.desk = desk;
        this.templates = templates;
    }

    @GetMapping
    View list(Frame frame, Actor.Person me, @PathVariable EngagementId id) {
        return list(frame, me, id, "", "");
    }

    /// @param everybody whether it is of all the engagement
    @PostMapping
    View add(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId id,
            @RequestParam String url,
            @RequestParam(required = false, defaultValue = "") Set<Topic> topic,
            @RequestParam(defaultValue = "false") boolean everybody,
            HttpServletResponse response) {
        return switch (managing.add(me, id, new ManagingWebhooks.Wish(url, topic, everybody))) {
            case ManagingWebhooks.Outcome.Added(var webhook, var secret) -> one(frame, me, id, webhook, secret);
            case ManagingWebhooks.Outcome.Refused(var reason) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield list(frame, me, id, frame.text(reason), url);
            }
        };
    }

    @GetMapping("/{webhook}")
    View show(Frame frame, Actor.Person me, @PathVariable EngagementId id, @PathVariable UUID webhook) {
        return one(frame, me, id, webhook, "");
    }

    @PostMapping("/{webhook}/pause")
    View pause(Actor.Person me, @PathVariable EngagementId id, @PathVariable UUID webhook) {
        managing.pause(me, id, webhook);
        return back(id, webhook);
    }

    @PostMapping("/{webhook}/resume")
    View resume(Actor.Person me, @PathVariable EngagementId id, @PathVariable UUID webhook) {
        managing.resume(me, id, webhook);
        return back(id, webhook);
    }

    @PostMapping("/{webhook}/test")
    View test(Actor.Person me, @PathVariable EngagementId id, @PathVariable UUID webhook) {
        managing.test(me, id, webhook);
        return back(id, webhook);
    }

    @PostMapping("/{webhook}/remove")
    View remove(Actor.Person me, @PathVariable EngagementId id, @PathVariable UUID webhook) {
        managing.remove(me, id, webhook);
        return new RedirectView(WebhooksDesk.address(id));
    }

    @PostMapping("/{webhook}/deliveries/{delivery}/replay")
    View replay(
            Actor.Person me, @PathVariable EngagementId id, @PathVariable UUID webhook, @PathVariable UUID delivery) {
        managing.replay(me, id, webhook, delivery);
        return back(id, webhook);
    }

    private View list(Frame frame, Actor.Person me, EngagementId id, String refusal, String url) {
        var page = transactions.as(me, () -> desk.list(frame, me, id, refusal, url));
        return html(templates.engagementWebhooks(frame, page));
    }

    private View one(Frame frame, Actor.Person me, EngagementId id, UUID webhook, String secret) {
        var page = transactions.as(me, () -> desk.one(frame, me, id, webhook, secret));
        return html(templates.engagementWebhook(frame, page));
    }

    private static View back(EngagementId id, UUID webhook) {
        return new RedirectView(WebhooksDesk.address(id) + "/" + webhook);
    }
}
