package org.fram.app.engagement.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.HomeList;
import org.fram.app.engagement.Kind;
import org.fram.app.engagement.ShapingEngagement;
import org.fram.app.engagement.ShapingEngagement.Outcome;
import org.fram.app.engagement.Side;
import org.fram.app.engagement.Sites;
import org.fram.app.engagement.Sourcing;
import org.fram.app.engagement.Terms;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

@Controller
@RequestMapping("/engagements/{id}/setup")
class SetupController {

    private final Transactions transactions;
    private final Authority authority;
    private final EngagementHeads heads;
    private final Engagements engagements;
    private final Sites sites;
    private final List<HomeList> lists;
    private final ShapingEngagement shapingEngagement;
    private final Templates templates;

    SetupController(
            Transactions transactions,
            Authority authority,
            EngagementHeads heads,
            Engagements engagements,
            Sites sites,
            List<HomeList> lists,
            ShapingEngagement shapingEngagement,
            Templates templates) {
        this.transactions = transactions;
        this.authority = authority;
        this.heads = heads;
        this.engagements = engagements;
        this.sites = sites;
        this.lists = lists;
        this.shapingEngagement = shapingEngagement;
        this.templates = templates;
    }

    @GetMapping
    View show(Frame frame, Actor.Person me, @PathVariable EngagementId id) {
        return page(frame, me, id, "");
    }

    @PostMapping
    View change(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId id,
            @RequestParam String name,
            @RequestParam Kind kind,
            @RequestParam String summary,
            @RequestParam(required = false) @Nullable Sourcing sourcing,
            @RequestParam(required = false) @Nullable Integer seats,
            @RequestParam(required = false) @Nullable Integer peakSeats,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate targetGoLive,
            @RequestParam ZoneId timeZone,
            @RequestParam int version) {
        var terms = new Terms(name, kind, summary, sourcing, seats, peakSeats, targetGoLive, timeZone, version);
        return answer(frame, me, id, shapingEngagement.change(me, id, terms));
    }

    @PostMapping("/parties")
    View addParty(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId id,
            @RequestParam String party,
            @RequestParam Side side) {
        return answer(frame, me, id, shapingEngagement.addParty(me, id, party, side));
    }

    @PostMapping("/parties/{party}/domains")
    View giveDomains(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId id,
            @PathVariable PartyId party,
            @RequestParam(defaultValue = "") String domains) {
        return answer(frame, me, id, shapingEngagement.giveDomains(me, id, party, domains));
    }

    @PostMapping("/sites")
    View addSite(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId id,
            @RequestParam String site,
            @RequestParam ZoneId siteTimeZone,
            @RequestParam(required = false) @Nullable Integer siteSeats) {
        return answer(frame, me, id, shapingEngagement.addSite(me, id, site, siteTimeZone, siteSeats));
    }

    @PostMapping("/sites/{site}/remove")
    View removeSite(Frame frame, Actor.Person me, @PathVariable EngagementId id, @PathVariable UUID site) {
        return answer(frame, me, id, shapingEngagement.removeSite(me, id, site));
    }

    private View answer(Frame frame, Actor.Person me, EngagementId id, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done() -> new RedirectView(EngagementHeads.address(id) + "/setup");
            case Outcome.Refused(var reason) -> page(frame, me, id, frame.text(reason));
        };
    }

    private View page(Frame frame, Actor.Person me, EngagementId id, String refusal) {
        return html(templates.engagementSetup(
                frame,
                transactions.as(
                        me,
                        () -> SetupPage.of(
                                frame,
                                heads.of(frame, me, id),
                                authority.require(me, Act.SEE, id),
                                engagements.get(id),
                                engagements.parties(id),
                                sites.of(id),
                                lists,
                                refusal))));
    }
}
