package org.fram.app.platform.identity;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneOffset;
import org.fram.app.platform.access.SignedIn;
import org.fram.app.platform.pages.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// One's own second factor.
@Controller
@RequestMapping(SecondFactorController.ADDRESS)
class SecondFactorController {

    static final String ADDRESS = AccountController.ADDRESS + "/second-factor";

    private final SettingUpSecondFactor settingUp;
    private final Reauthentication reauthentication;
    private final Templates templates;

    SecondFactorController(SettingUpSecondFactor settingUp, Reauthentication reauthentication, Templates templates) {
        this.settingUp = settingUp;
        this.reauthentication = reauthentication;
        this.templates = templates;
    }

    @GetMapping
    View show(Frame frame, SignedIn me) {
        return page(frame, me, "");
    }

    @PostMapping
    View begin(
            Frame frame,
            SignedIn me,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String challenge,
            @RequestParam(defaultValue = "") String assertion) {
        return shown(
                frame, me, settingUp.begin(me.actor(), new Reauthentication.Proof(password, challenge, assertion)));
    }

    @PostMapping("/confirm")
    View confirm(Frame frame, SignedIn me, HttpServletRequest request, @RequestParam String code) {
        return shown(
                frame,
                me,
                settingUp.confirm(me.actor(), code, SessionCookie.token(request).orElse("")));
    }

    @PostMapping("/recovery-codes")
    View newRecoveryCodes(
            Frame frame,
            SignedIn me,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String challenge,
            @RequestParam(defaultValue = "") String assertion) {
        return shown(
                frame,
                me,
                settingUp.newRecoveryCodes(me.actor(), new Reauthentication.Proof(password, challenge, assertion)));
    }

    @PostMapping("/turn-off")
    View turnOff(
            Frame frame,
            SignedIn me,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String challenge,
            @RequestParam(defaultValue = "") String assertion) {
        return shown(
                frame, me, settingUp.turnOff(me.actor(), new Reauthentication.Proof(password, challenge, assertion)));
    }

    private View shown(Frame frame, SignedIn me, SettingUpSecondFactor.Outcome outcome) {
        return switch (outcome) {
            case SettingUpSecondFactor.Outcome.Done() -> new RedirectView(ADDRESS);
            case SettingUpSecondFactor.Outcome.Codes(var codes) ->
                html(templates.identityRecoveryCodes(frame, new RecoveryCodesPage(codes)));
            case SettingUpSecondFactor.Outcome.Refused(var reason) -> page(frame, me, frame.text(reason));
        };
    }

    private View page(Frame frame, SignedIn me, String refusal) {
        var again = reauthentication.form(me.actor(), SettingUpSecondFactor.ABOUT);
        var page = switch (settingUp.standing(me.actor())) {
            case SettingUpSecondFactor.Standing.Off() ->
                new SecondFactorPage(me.secondFactorMissing(), "", null, "", again, refusal);
            case SettingUpSecondFactor.Standing.Begun(var secret, var account) ->
                new SecondFactorPage(
                        me.secondFactorMissing(),
                        "",
                        QrPicture.of(TimeCodes.address(secret.toArray(), account)),
                        TimeCodes.readable(secret.toArray()),
                        again,
                        refusal);
            case SettingUpSecondFactor.Standing.On(var since, var codesLeft) ->
                new SecondFactorPage(
                        false,
                        frame.text("identity.secondFactor.on", frame.time(since, ZoneOffset.UTC), codesLeft),
                        null,
                        "",
                        again,
                        refusal);
        };
        return html(templates.identitySecondFactor(frame, page));
    }
}
