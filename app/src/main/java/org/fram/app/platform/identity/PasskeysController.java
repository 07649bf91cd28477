package org.fram.app.platform.identity;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneOffset;
import java.util.UUID;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.pages.Frame;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// One's own passkeys.
@Controller
@RequestMapping(PasskeysController.ADDRESS)
class PasskeysController {

    static final String ADDRESS = AccountController.ADDRESS + "/passkeys";

    private final AddingPasskeys adding;
    private final Reauthentication reauthentication;
    private final Templates templates;

    PasskeysController(AddingPasskeys adding, Reauthentication reauthentication, Templates templates) {
        this.adding = adding;
        this.reauthentication = reauthentication;
        this.templates = templates;
    }

    @GetMapping
    View show(Frame frame, Actor.Person me) {
        return page(frame, me, "");
    }

    /// What the browser is to make; why not, as text, where it is refused.
    @PostMapping("/options")
    ResponseEntity<String> options(
            Frame frame,
            Actor.Person me,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String challenge,
            @RequestParam(defaultValue = "") String assertion) {
        return switch (adding.ask(
                me,
                new Reauthentication.Proof(password, challenge, assertion),
                SessionCookie.token(request).orElse(""))) {
            case AddingPasskeys.Outcome.Asked(var options) ->
                ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(options);
            case AddingPasskeys.Outcome.Refused(var reason) ->
                ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .contentType(MediaType.TEXT_PLAIN)
                        .body(frame.text(reason));
            case AddingPasskeys.Outcome.Done() -> ResponseEntity.noContent().build();
        };
    }

    @PostMapping
    View add(
            Frame frame,
            Actor.Person me,
            @RequestParam String name,
            @RequestParam String registration,
            @RequestParam String attestation) {
        return shown(frame, me, adding.add(me, registration, attestation, name));
    }

    @PostMapping("/{passkey}/remove")
    View remove(
            Frame frame,
            Actor.Person me,
            @PathVariable UUID passkey,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String challenge,
            @RequestParam(defaultValue = "") String assertion) {
        return shown(frame, me, adding.remove(me, new Reauthentication.Proof(password, challenge, assertion), passkey));
    }

    private View shown(Frame frame, Actor.Person me, AddingPasskeys.Outcome outcome) {
        return outcome instanceof AddingPasskeys.Outcome.Refused(var reason)
                ? page(frame, me, frame.text(reason))
                : new RedirectView(ADDRESS);
    }

    private View page(Frame frame, Actor.Person me, String refusal) {
        var lines = adding.of(me).stream()
                .map(passkey -> {
                    var used = passkey.used();
                    return new PasskeysPage.Line(
                            passkey.id().toString(),
                            passkey.name(),
                            frame.text("identity.passkeys.created", frame.time(passkey.created(), ZoneOffset.UTC)),
                            used == null
                                    ? frame.text("identity.passkeys.unused")
                                    : frame.text("identity.passkeys.used", frame.time(used, ZoneOffset.UTC)));
                })
                .toList();
        var again = reauthentication.form(me, AddingPasskeys.ABOUT);
        return html(templates.identityPasskeys(frame, new PasskeysPage(lines, again, refusal)));
    }
}
