package org.fram.app.platform.identity;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.SignedIn;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frame;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A person's own account.
@Controller
class AccountController {

    static final String ADDRESS = "/account";

    private static final JsonMapper DATA =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final ChangingPassword changingPassword;
    private final SettingUpSecondFactor secondFactor;
    private final AddingPasskeys passkeys;
    private final SigningInWithProvider providers;
    private final Reauthentication reauthentication;
    private final EndingSessions ending;
    private final SignIns signIns;
    private final OwnData ownData;
    private final Transactions transactions;
    private final Templates templates;

    AccountController(
            ChangingPassword changingPassword,
            SettingUpSecondFactor secondFactor,
            AddingPasskeys passkeys,
            SigningInWithProvider providers,
            Reauthentication reauthentication,
            EndingSessions ending,
            SignIns signIns,
            OwnData ownData,
            Transactions transactions,
            Templates templates) {
        this.changingPassword = changingPassword;
        this.secondFactor = secondFactor;
        this.passkeys = passkeys;
        this.providers = providers;
        this.reauthentication = reauthentication;
        this.signIns = signIns;
        this.ownData = ownData;
        this.transactions = transactions;
        this.ending = ending;
        this.templates = templates;
    }

    @GetMapping(ADDRESS)
    View show(Frame frame, SignedIn me, HttpServletRequest request) {
        return page(frame, me, request, "");
    }

    /// All that is held about whoever asks, as a file.
    @GetMapping(ADDRESS + "/data")
    ResponseEntity<byte[]> data(Actor.Person me) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("fram-about-me.json")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(DATA.writeValueAsBytes(ownData.about(me)));
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
                        browser(frame, session.browser()),
                        frame.text("identity.way." + session.way().code()),
                        frame.text(
                                "identity.sessions.times",
                                frame.time(session.created(), ZoneOffset.UTC),
                                frame.time(session.seen(), ZoneOffset.UTC)),
                        session.present()))
                .toList();
        return html(templates.identityAccount(
                frame,
                new AccountPage(
                        me.passwordTemporary(),
                        reauthentication.form(me.actor(), "password").password(),
                        refusal,
                        means(frame, me.actor()),
                        sessions,
                        signIns(frame, me))));
    }

    private List<AccountPage.Means> means(Frame frame, Actor.Person me) {
        String standing = frame.text(
                switch (secondFactor.standing(me)) {
                    case SettingUpSecondFactor.Standing.Off() -> "identity.secondFactor.isOff";
                    case SettingUpSecondFactor.Standing.Begun _ -> "identity.secondFactor.isBegun";
                    case SettingUpSecondFactor.Standing.On _ -> "identity.secondFactor.isOn";
                });
        int count = passkeys.of(me).size();
        var means = new ArrayList<>(List.of(
                new AccountPage.Means(
                        SecondFactorController.ADDRESS, frame.text("identity.secondFactor.title"), standing),
                new AccountPage.Means(
                        PasskeysController.ADDRESS,
                        frame.text("identity.passkeys.title"),
                        count == 0
                                ? frame.text("identity.passkeys.none")
                                : frame.text("identity.passkeys.count", count))));
        if (!providers.all().isEmpty()) {
            int links = providers.links(me).size();
            means.add(new AccountPage.Means(
                    ProvidersController.ADDRESS,
                    frame.text("identity.providers.title"),
                    links == 0 ? frame.text("identity.passkeys.none") : frame.text("identity.passkeys.count", links)));
        }
        return means;
    }

    private List<AccountPage.SignInLine> signIns(Frame frame, SignedIn me) {
        return transactions.<List<SignIns.SignIn>>as(me.actor(), () -> signIns.of(me.actor())).stream()
                .map(signIn -> new AccountPage.SignInLine(
                        frame.time(signIn.at(), ZoneOffset.UTC),
                        frame.text((signIn.succeeded() ? "identity.way." : "identity.failed.")
                                + signIn.way().code()),
                        browser(frame, signIn.browser()),
                        !signIn.succeeded()))
                .toList();
    }

    private static String browser(Frame frame, String name) {
        return name.isEmpty() ? frame.text("identity.sessions.unknown") : name;
    }
}
