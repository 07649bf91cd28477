package org.fram.app.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Signing in with a passkey. `passkeys.js` asks for the options, then sends the form.
@Controller
@RequestMapping(PasskeySignInController.ADDRESS)
class PasskeySignInController {

    static final String ADDRESS = "/sign-in/passkey";

    private final SigningInWithPasskey signingIn;
    private final SessionCookie sessions;
    private final WayBack wayBack;

    PasskeySignInController(SigningInWithPasskey signingIn, SessionCookie sessions, WayBack wayBack) {
        this.signingIn = signingIn;
        this.sessions = sessions;
        this.wayBack = wayBack;
    }

    @PostMapping(path = "/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String options() {
        return signingIn.ask();
    }

    @PostMapping
    View signIn(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam String challenge,
            @RequestParam String assertion) {
        return switch (signingIn.signIn(challenge, assertion, Device.of(request))) {
            case SigningInWithPasskey.Outcome.Welcome(var person) -> {
                sessions.begin(person, Way.PASSKEY, request, response);
                yield wayBack.leading(request, response);
            }
            case SigningInWithPasskey.Outcome.Refused() -> new RedirectView("/sign-in?passkey-refused");
            case SigningInWithPasskey.Outcome.TooOften() -> new RedirectView("/sign-in?too-often");
        };
    }
}
