package org.fram.app.engagement.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import java.util.Comparator;
import java.util.List;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Room;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

@Controller
@RequestMapping("/engagements/{id}")
class EngagementController {

    private final Transactions transactions;
    private final Authority authority;
    private final Engagements engagements;
    private final List<Room> rooms;
    private final Templates templates;

    EngagementController(
            Transactions transactions,
            Authority authority,
            Engagements engagements,
            List<Room> rooms,
            Templates templates) {
        this.transactions = transactions;
        this.authority = authority;
        this.engagements = engagements;
        this.rooms = rooms.stream()
                .sorted(Comparator.comparing(Room::stage).thenComparing(Room::path))
                .toList();
        this.templates = templates;
    }

    @GetMapping
    View home(Frame frame, Actor.Person me, @PathVariable EngagementId id) {
        return html(templates.engagementHome(frame, transactions.as(me, () -> page(frame, me, id))));
    }

    private HomePage page(Frame frame, Actor.Person me, EngagementId id) {
        authority.require(me, Act.SEE, id);
        return HomePage.of(frame, me, engagements.get(id), engagements.parties(id), rooms);
    }
}
