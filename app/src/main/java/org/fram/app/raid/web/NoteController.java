package org.fram.app.raid.web;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Link;
import org.fram.app.raid.NotingAction;
import org.fram.app.raid.NotingAction.Outcome;
import org.fram.app.raid.NotingAction.Wish;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Noting an action: on a page of its own, or by a form on the page on which one is.
@Controller
@RequestMapping("/engagements/{engagement}/actions")
class NoteController {

    private final Transactions transactions;
    private final Authority authority;
    private final EngagementHeads heads;
    private final NoteDesk desk;
    private final NotingAction noting;
    private final Templates templates;

    NoteController(
            Transactions transactions,
            Authority authority,
            EngagementHeads heads,
            NoteDesk desk,
            NotingAction noting,
            Templates templates) {
        this.transactions = transactions;
        this.authority = authority;
        this.heads = heads;
        this.desk = desk;
        this.noting = noting;
        this.templates = templates;
    }

    /// @param from the path of the page from which one comes
    /// @param finding the practice and its item of which it comes
    @GetMapping("/new")
    View blank(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String finding,
            @RequestParam(defaultValue = "") String text) {
        return page(frame, me, engagement, new NoteDesk.Written(text, "", "", from, finding, false), "");
    }

    @PostMapping
    View note(
            Frame frame,
            Actor.Person me,
            @PathVariable EngagementId engagement,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String finding,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean inPlace,
            HttpServletResponse response) {
        var written = new NoteDesk.Written(text, owner, due, source, finding, inPlace);
        var day = day(due);
        if (!due.isBlank() && day.isEmpty()) {
            return refused(frame, me, engagement, written, frame.text("register.refused.day", due), response);
        }
        return switch (noting.note(me, engagement, new Wish(text, owner, day.orElse(null), source, finding))) {
            case Outcome.Refused(var reason) -> refused(frame, me, engagement, written, frame.text(reason), response);
            case Outcome.Noted(var action) -> {
                String address = EngagementHeads.address(engagement);
                if (!inPlace) {
                    yield new RedirectView(
                            NotingAction.isPage(address, source) ? source : address + "/" + action.path());
                }
                response.setHeader("HX-Trigger", "shortcut-done");
                yield html(transactions.as(
                        me,
                        () -> templates.raidNoted(
                                frame,
                                desk.form(
                                        frame, me, engagement, new NoteDesk.Written("", "", "", source, "", true), ""),
                                Link.to(address + "/" + action.path(), action.ref()))));
            }
        };
    }

    private View refused(
            Frame frame,
            Actor.Person me,
            EngagementId engagement,
            NoteDesk.Written written,
            String refusal,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return written.inPlace()
                ? html(transactions.as(
                        me, () -> templates.raidNote(frame, desk.form(frame, me, engagement, written, refusal))))
                : page(frame, me, engagement, written, refusal);
    }

    private View page(Frame frame, Actor.Person me, EngagementId engagement, NoteDesk.Written written, String refusal) {
        return html(transactions.as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            return templates.raidNotePage(
                    frame,
                    new NotePage(
                            heads.of(frame, me, engagement, "registers/actions"),
                            desk.form(frame, me, engagement, written, refusal)));
        }));
    }

    private static Optional<LocalDate> day(String written) {
        try {
            return written.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(written.strip()));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
