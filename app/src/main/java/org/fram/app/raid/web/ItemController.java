package org.fram.app.raid.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.UUID;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.fram.app.raid.DayOf;
import org.fram.app.raid.EnteringDecision;
import org.fram.app.raid.LinkingItems;
import org.fram.app.raid.NotingDay;
import org.fram.app.raid.RaidOutcome;
import org.fram.app.raid.Relation;
import org.fram.app.raid.ThingKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// One risk, issue, decision or action: what it has to do with, and what is noted of it.
@Controller
@RequestMapping("/engagements/{engagement}/raid/{items}/{item}")
class ItemController {

    private final Transactions transactions;
    private final ItemDesk desk;
    private final LinkingItems linking;
    private final NotingDay noting;
    private final EnteringDecision entering;
    private final Templates templates;

    ItemController(
            Transactions transactions,
            ItemDesk desk,
            LinkingItems linking,
            NotingDay noting,
            EnteringDecision entering,
            Templates templates) {
        this.transactions = transactions;
        this.desk = desk;
        this.linking = linking;
        this.noting = noting;
        this.entering = entering;
        this.templates = templates;
    }

    @GetMapping
    View show(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable String items,
            @PathVariable UUID item) {
        return page(frame, me, engagement, kind(items), item, "");
    }

    @PostMapping("/links")
    View link(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable String items,
            @PathVariable UUID item,
            @RequestParam(defaultValue = "concerns") String relation,
            @RequestParam(defaultValue = "action") String kind,
            @RequestParam(defaultValue = "") String name,
            HttpServletResponse response) {
        return after(
                frame,
                me,
                engagement,
                kind(items),
                item,
                linking.link(
                        me,
                        engagement,
                        kind(items),
                        item,
                        new LinkingItems.Wish(
                                constant(Relation.class, relation), constant(ThingKind.class, kind), name)),
                response);
    }

    @PostMapping("/links/{link}/remove")
    View unlink(
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable String items,
            @PathVariable UUID item,
            @PathVariable UUID link) {
        linking.unlink(me, engagement, link);
        return there(engagement, kind(items), item);
    }

    /// @param what happened to it today
    @PostMapping("/today")
    View today(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable String items,
            @PathVariable UUID item,
            @RequestParam(defaultValue = "closed") String what,
            @RequestParam(defaultValue = "") String note,
            HttpServletResponse response) {
        return after(
                frame,
                me,
                engagement,
                kind(items),
                item,
                noting.today(me, engagement, kind(items), item, constant(DayOf.class, what), note),
                response);
    }

    @PostMapping("/enter")
    View enter(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @PathVariable String items,
            @PathVariable UUID item,
            HttpServletResponse response) {
        if (kind(items) != ThingKind.DECISION) {
            throw new NotFoundException();
        }
        return after(frame, me, engagement, ThingKind.DECISION, item, entering.enter(me, engagement, item), response);
    }

    private View after(
            Frame frame,
            Actor.Person me,
            EngagementId engagement,
            ThingKind kind,
            UUID item,
            RaidOutcome outcome,
            HttpServletResponse response) {
        return switch (outcome) {
            case RaidOutcome.Done _ -> there(engagement, kind, item);
            case RaidOutcome.Refused(var reason) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(frame, me, engagement, kind, item, frame.text(reason));
            }
        };
    }

    private View page(
            Frame frame, Actor.Person me, EngagementId engagement, ThingKind kind, UUID item, String refusal) {
        return html(templates.raidItem(
                frame, transactions.as(me, () -> desk.page(frame, me, engagement, kind, item, refusal))));
    }

    private static View there(EngagementId engagement, ThingKind kind, UUID item) {
        return new RedirectView("%s/raid/%s/%s".formatted(EngagementHeads.address(engagement), kind.register(), item));
    }

    private static ThingKind kind(String items) {
        return ThingKind.ofRegister(items).orElseThrow(NotFoundException::new);
    }

    /// The constant that a form names; null where it names none.
    static <E extends Enum<E> & Code> @Nullable E constant(Class<E> type, String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElse(null);
    }
}
