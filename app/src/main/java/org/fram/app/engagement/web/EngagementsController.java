package org.fram.app.engagement.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import java.time.ZoneId;
import org.fram.app.engagement.CreatingEngagement;
import org.fram.app.engagement.CreatingEngagement.Outcome;
import org.fram.app.engagement.CreatingEngagement.Wish;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Kind;
import org.fram.app.engagement.Side;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

@Controller
class EngagementsController {

    private final Transactions transactions;
    private final Engagements engagements;
    private final CreatingEngagement creatingEngagement;
    private final Templates templates;

    EngagementsController(
            Transactions transactions,
            Engagements engagements,
            CreatingEngagement creatingEngagement,
            Templates templates) {
        this.transactions = transactions;
        this.engagements = engagements;
        this.creatingEngagement = creatingEngagement;
        this.templates = templates;
    }

    @GetMapping("/")
    View start() {
        return new RedirectView("/engagements");
    }

    @GetMapping("/engagements")
    View list(Frame frame, Actor.Person me) {
        return html(templates.engagementList(frame, EngagementsPage.of(frame, transactions.as(me, engagements::all))));
    }

    @GetMapping("/engagements/new")
    View form(Frame frame) {
        return html(templates.engagementCreate(frame, CreatePage.empty(frame)));
    }

    @PostMapping("/engagements")
    View create(
            Frame frame,
            Actor.Person me,
            @RequestParam String name,
            @RequestParam Kind kind,
            @RequestParam String party,
            @RequestParam Side side,
            @RequestParam ZoneId timeZone) {
        return switch (creatingEngagement.create(me, new Wish(name, kind, party, side, timeZone))) {
            case Outcome.Created(var id, var _) -> new RedirectView("/engagements/" + id);
            case Outcome.Refused(var reason) ->
                html(templates.engagementCreate(
                        frame, CreatePage.of(frame, name, kind, party, side, timeZone, frame.text(reason))));
        };
    }
}
