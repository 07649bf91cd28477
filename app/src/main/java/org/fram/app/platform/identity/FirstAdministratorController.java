package org.fram.app.platform.identity;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import org.fram.app.platform.pages.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

@Controller
@RequestMapping("/first-administrator")
class FirstAdministratorController {

    private final FirstAdministrator firstAdministrator;
    private final Templates templates;

    FirstAdministratorController(FirstAdministrator firstAdministrator, Templates templates) {
        this.firstAdministrator = firstAdministrator;
        this.templates = templates;
    }

    @GetMapping
    View show(Frame frame) {
        return firstAdministrator.isAwaited()
                ? html(templates.identityFirstAdministrator(frame, new FirstAdministratorPage("", "", "")))
                : new RedirectView("/sign-in");
    }

    @PostMapping
    View make(
            Frame frame,
            @RequestParam String code,
            @RequestParam String email,
            @RequestParam String name,
            @RequestParam String password) {
        return switch (firstAdministrator.make(code, email, name, password)) {
            case FirstAdministrator.Outcome.Made _ -> new RedirectView("/sign-in");
            case FirstAdministrator.Outcome.Refused(var reason) ->
                html(templates.identityFirstAdministrator(
                        frame, new FirstAdministratorPage(email, name, frame.text(reason))));
        };
    }
}
