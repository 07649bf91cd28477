package org.fram.app.engagement.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import java.util.List;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.HomeList;
import org.fram.app.engagement.Sites;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

@Controller
class EngagementController {

    private final Transactions transactions;
    private final EngagementHeads heads;
    private final Engagements engagements;
    private final Sites sites;
    private final List<HomeList> lists;
    private final Templates templates;

    EngagementController(
            Transactions transactions,
            EngagementHeads heads,
            Engagements engagements,
            Sites sites,
            List<HomeList> lists,
            Templates templates) {
        this.transactions = transactions;
        this.heads = heads;
        this.engagements = engagements;
        this.sites = sites;
        this.lists = lists;
        this.templates = templates;
    }

    @GetMapping("/engagements/{id}")
    View home(Frame frame, Actor.Person me, @PathVariable EngagementId id) {
        return html(templates.engagementHome(frame, transactions.as(me, () -> page(frame, me, id))));
    }

    private HomePage page(Frame frame, Actor.Person me, EngagementId id) {
        return HomePage.of(
                frame,
                heads.of(frame, me, id),
                engagements.get(id),
                engagements.parties(id),
                sites.of(id),
                lists.stream()
                        .map(list -> new HomePage.Listed(frame.text(list.title()), list.lines(frame, id)))
                        .toList(),
                heads.rooms().stream()
                        .filter(room -> room.isOpenTo(me, id))
                        .map(room -> new HomePage.Door(
                                EngagementHeads.address(id) + "/" + room.path(),
                                frame.text(room.title()),
                                frame.text(room.state(me, id))))
                        .toList());
    }
}
