package org.fram.app.platform.identity;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import org.fram.app.platform.pages.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

@Controller
class SignInController {

    private final Templates templates;
    private final FirstAdministrator firstAdministrator;
    private final SigningInWithProvider providers;

    SignInController(Templates templates, FirstAdministrator firstAdministrator, SigningInWithProvider providers) {
        this.providers = providers;
        this.templates = templates;
        this.firstAdministrator = firstAdministrator;
    }

    @GetMapping("/sign-in")
    View show(Frame frame, @RequestParam MultiValueMap<String, String> parameters) {
        if (firstAdministrator.isAwaited()) {
            return new RedirectView("/first-administrator");
        }
        return html(templates.identitySignIn(frame, SignInPage.of(frame, parameters.keySet(), providers.all())));
    }
}
