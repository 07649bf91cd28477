package org.fram.app.platform.identity;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneOffset;
import java.util.UUID;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.SignedIn;
import org.fram.app.platform.pages.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// A person's own account.
@Controller
class AccountController {

    static final String ADDRESS = "/account";

    private final ChangingPassword changingPassword;
    private final EndingSessions ending;
    private final Templates templates;

    AccountController(ChangingPassword changingPassword, EndingSessions ending, Templates templates) {
        this.changingPassword = changingPassword;
        this.ending = ending;
        this.templates = templates;
    }

    @GetMapping(ADDRESS)
    View show(Frame frame, SignedIn me, HttpServletRequest request) {
        return page(frame, me, request, "");
    }

    @PostMapping(ADDRESS + "/password")
    View changePassword(
            Frame frame,
            SignedIn me,
            HttpServletRequest request,
            @RequestParam String present,
            @RequestParam String wanted) {
        return switch (changingPassword.change(me.actor(), present, wanted)) {
            case ChangingPassword.Outcome.Changed _, ChangingPassword.Outcome.Reset _ ->
                new RedirectView("/sign-in?password-changed");
            case ChangingPassword.Outcome.Refused(var reason) -> page(frame, me, request, frame.text(reason));
        };
    }

    @PostMapping(ADDRESS + "/sessions/{session}/end")
    View endSession(Actor.Person me, @PathVariable UUID session) {
        ending.end(me, session);
        return new RedirectView(ADDRESS);
    }

    @PostMapping(ADDRESS + "/sessions/end-others")
    View endOthers(Actor.Person me, HttpServletRequest request) {
        SessionCookie.token(request).ifPresent(token -> ending.endOthers(me, token));
        return new RedirectView(ADDRESS);
    }

    private View page(Frame frame, SignedIn me, HttpServletRequest request, String refusal) {
        var sessions = ending.of(me.actor(), SessionCookie.token(request).orElse("")).stream()
                .map(session -> new AccountPage.Line(
                        session.id().toString(),
                        session.browser().isEmpty() ? frame.text("identity.sessions.unknown") : session.browser(),
                        frame.text(
                                "identity.sessions.times",
                                frame.time(session.created(), ZoneOffset.UTC),
                                frame.time(session.seen(), ZoneOffset.UTC)),
                        session.present()))
                .toList();
        return html(templates.identityAccount(frame, new AccountPage(me.passwordTemporary(), refusal, sessions)));
    }
}
