package org.fram.app.engagement.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import org.fram.app.engagement.ToDo;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What whoever is signed in has to do, over all their engagements.
@Controller
class MineController {

    private final Transactions transactions;
    private final ToDo toDo;
    private final Templates templates;

    MineController(Transactions transactions, ToDo toDo, Templates templates) {
        this.transactions = transactions;
        this.toDo = toDo;
        this.templates = templates;
    }

    /// @param in the id of the engagement that one wants to see alone, or empty
    @GetMapping("/mine")
    View show(Frame frame, Actor.Person me, @RequestParam(defaultValue = "") String in) {
        return html(templates.engagementMine(frame, MinePage.of(frame, transactions.look(me, () -> toDo.of(me)), in)));
    }
}
