package org.fram.app.platform.identity;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.fram.app.platform.notices.Notices;
import org.fram.app.platform.pages.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// For whoever forgot their password.
@Controller
@RequestMapping("/recovery")
class RecoveryController {

    private final RecoveringAccount recovering;
    private final Notices notices;
    private final Templates templates;

    RecoveryController(RecoveringAccount recovering, Notices notices, Templates templates) {
        this.recovering = recovering;
        this.notices = notices;
        this.templates = templates;
    }

    @GetMapping
    View show(Frame frame, @RequestParam MultiValueMap<String, String> parameters) {
        return html(templates.identityRecovery(frame, page(frame, parameters.keySet())));
    }

    @PostMapping
    View ask(HttpServletRequest request, @RequestParam String email) {
        return new RedirectView(
                switch (recovering.ask(email, String.valueOf(request.getRemoteAddr()))) {
                    case HEARD -> "/recovery?heard";
                    case TOO_OFTEN -> "/recovery?too-often";
                    case NO_MAIL -> "/recovery";
                });
    }

    private RecoveryPage page(Frame frame, Set<String> reasons) {
        if (!notices.mails()) {
            return new RecoveryPage(false, frame.text("identity.recovery.noMail"), false);
        }
        return reasons.contains("heard")
                ? new RecoveryPage(false, frame.text("identity.recovery.heard"), false)
                : reasons.contains("too-often")
                        ? new RecoveryPage(false, frame.text("identity.recovery.tooOften"), true)
                        : new RecoveryPage(true, "", false);
    }
}
