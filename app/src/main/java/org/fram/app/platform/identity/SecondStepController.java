package org.fram.app.platform.identity;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.fram.app.platform.pages.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The second step of signing in.
@Controller
@RequestMapping(SecondStepController.ADDRESS)
class SecondStepController {

    static final String ADDRESS = "/sign-in/code";

    private final GivingCode givingCode;
    private final SessionCookie sessions;
    private final WayBack wayBack;
    private final Templates templates;

    SecondStepController(GivingCode givingCode, SessionCookie sessions, WayBack wayBack, Templates templates) {
        this.wayBack = wayBack;
        this.givingCode = givingCode;
        this.sessions = sessions;
        this.templates = templates;
    }

    @GetMapping
    View show(Frame frame, HttpServletRequest request) {
        return page(frame, request, "");
    }

    @PostMapping
    View give(Frame frame, HttpServletRequest request, HttpServletResponse response, @RequestParam String code) {
        String token = SessionCookie.token(request).orElse("");
        return switch (givingCode.give(token, code, Device.of(request))) {
            case GivingCode.Outcome.Welcome(var person, var way) -> {
                sessions.begin(person, way, request, response);
                yield way == Way.PASSWORD_AND_RECOVERY_CODE
                        ? new RedirectView(SecondFactorController.ADDRESS)
                        : wayBack.leading(request, response);
            }
            case GivingCode.Outcome.Refused() -> page(frame, request, frame.text("identity.code.refused"));
            case GivingCode.Outcome.TooOften() -> new RedirectView("/sign-in?too-often");
            case GivingCode.Outcome.TooLate() -> new RedirectView("/sign-in?too-late");
        };
    }

    private View page(Frame frame, HttpServletRequest request, String refusal) {
        return SessionCookie.token(request)
                .flatMap(givingCode::awaited)
                .map(person -> html(templates.identityCode(frame, new CodePage(person.name(), refusal))))
                .orElseGet(() -> new RedirectView("/sign-in"));
    }
}
