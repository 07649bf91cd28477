package org.fram.app.platform.identity;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletResponse;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.texts.Text;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Where a link to an account leads. Looking changes nothing, since programs that look for viruses follow
/// links of mails.
@Controller
@RequestMapping(EntryController.ADDRESS)
class EntryController {

    static final String ADDRESS = "/enter";

    private final EnteringByLink entering;
    private final Templates templates;

    EntryController(EnteringByLink entering, Templates templates) {
        this.entering = entering;
        this.templates = templates;
    }

    @GetMapping
    View show(Frame frame, HttpServletResponse response, @RequestParam(defaultValue = "") String link) {
        return switch (entering.look(link)) {
            case EnteringByLink.Door.Open open -> page(frame, link, open, "");
            case EnteringByLink.Door.Closed(var reason) -> closed(frame, response, reason);
        };
    }

    @PostMapping
    View choose(Frame frame, HttpServletResponse response, @RequestParam String link, @RequestParam String password) {
        return switch (entering.choose(link, password)) {
            case EnteringByLink.Outcome.Entered(var purpose) ->
                new RedirectView(
                        purpose == EntryLink.Purpose.INVITATION ? "/sign-in?welcome" : "/sign-in?password-changed");
            case EnteringByLink.Outcome.Refused(var open, var reason) -> page(frame, link, open, frame.text(reason));
            case EnteringByLink.Outcome.Closed(var reason) -> closed(frame, response, reason);
        };
    }

    private View page(Frame frame, String token, EnteringByLink.Door.Open open, String refusal) {
        boolean invited = open.link().purpose() == EntryLink.Purpose.INVITATION;
        return html(templates.identityEntry(
                frame,
                new EntryPage(
                        frame.text(
                                invited ? "identity.entry.welcome" : "identity.entry.again",
                                open.person().name()),
                        frame.text(invited ? "identity.entry.welcomeLead" : "identity.entry.againLead"),
                        token,
                        open.person().email(),
                        "",
                        refusal)));
    }

    private View closed(Frame frame, HttpServletResponse response, Text reason) {
        response.setStatus(HttpStatus.GONE.value());
        return html(templates.identityEntry(
                frame, new EntryPage(frame.text("identity.entry.closed"), "", "", "", frame.text(reason), "")));
    }
}
