package org.fram.app.platform.identity;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import org.fram.app.platform.access.SignedIn;
import org.fram.app.platform.pages.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// A person's own account.
@Controller
class AccountController {

    static final String ADDRESS = "/account";

    private final ChangingPassword changingPassword;
    private final Templates templates;

    AccountController(ChangingPassword changingPassword, Templates templates) {
        this.changingPassword = changingPassword;
        this.templates = templates;
    }

    @GetMapping(ADDRESS)
    View show(Frame frame, SignedIn me) {
        return html(templates.identityAccount(frame, me.passwordTemporary(), ""));
    }

    @PostMapping(ADDRESS + "/password")
    View changePassword(Frame frame, SignedIn me, @RequestParam String present, @RequestParam String wanted) {
        return switch (changingPassword.change(me.actor(), present, wanted)) {
            case ChangingPassword.Outcome.Changed _, ChangingPassword.Outcome.Reset _ ->
                new RedirectView("/sign-in?password-changed");
            case ChangingPassword.Outcome.Refused(var reason) ->
                html(templates.identityAccount(frame, me.passwordTemporary(), frame.text(reason)));
        };
    }
}
