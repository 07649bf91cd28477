package org.fram.app.platform.identity;

import static org.fram.app.platform.pages.Pages.html;

import fram.pages.app.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneOffset;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.start.OpenIdProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// With which accounts elsewhere one's own is linked.
@Controller
@RequestMapping(ProvidersController.ADDRESS)
class ProvidersController {

    static final String ADDRESS = AccountController.ADDRESS + "/providers";

    private final SigningInWithProvider signingIn;
    private final Reauthentication reauthentication;
    private final BrowserCookie browser;
    private final Templates templates;

    ProvidersController(
            SigningInWithProvider signingIn,
            Reauthentication reauthentication,
            BrowserCookie browser,
            Templates templates) {
        this.signingIn = signingIn;
        this.reauthentication = reauthentication;
        this.browser = browser;
        this.templates = templates;
    }

    @GetMapping
    View show(Frame frame, Actor.Person me, @RequestParam(defaultValue = "") String refused) {
        return page(frame, me, SignInPage.ofProvider(frame, refused));
    }

    @PostMapping("/{provider}/link")
    View link(
            Frame frame,
            Actor.Person me,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String provider,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String challenge,
            @RequestParam(defaultValue = "") String assertion) {
        var one = provider(provider);
        var proof = new Reauthentication.Proof(password, challenge, assertion);
        return shown(frame, me, one, signingIn.beginLink(me, proof, one, browser.of(request, response)));
    }

    @PostMapping("/{provider}/unlink")
    View unlink(
            Frame frame,
            Actor.Person me,
            @PathVariable String provider,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String challenge,
            @RequestParam(defaultValue = "") String assertion) {
        var one = provider(provider);
        return shown(
                frame, me, one, signingIn.unlink(me, new Reauthentication.Proof(password, challenge, assertion), one));
    }

    private View shown(Frame frame, Actor.Person me, OpenIdProvider provider, SigningInWithProvider.Outcome outcome) {
        return switch (outcome) {
            // Browsers do not follow a form to elsewhere, by our own policy; a link they do.
            case SigningInWithProvider.Outcome.GoThere(var address) ->
                html(templates.identityGoThere(frame, new GoTherePage(provider.name(), address.toString())));
            case SigningInWithProvider.Outcome.NotProven(var reason) -> page(frame, me, frame.text(reason));
            case SigningInWithProvider.Outcome.Refused(var why) -> page(frame, me, SignInPage.ofProvider(frame, why));
            case SigningInWithProvider.Outcome.Unlinked _,
                    SigningInWithProvider.Outcome.Linked _,
                    SigningInWithProvider.Outcome.Welcome _ -> new RedirectView(ADDRESS);
        };
    }

    private View page(Frame frame, Actor.Person me, String refusal) {
        var links = signingIn.links(me);
        var lines = signingIn.all().stream()
                .map(provider -> {
                    var since = links.get(provider.issuer().toString());
                    return new ProvidersPage.Line(
                            provider.id(),
                            provider.name(),
                            since == null
                                    ? frame.text("identity.providers.notLinked")
                                    : frame.text("identity.providers.linked", frame.time(since, ZoneOffset.UTC)),
                            since != null);
                })
                .toList();
        var again = reauthentication.form(me, SigningInWithProvider.ABOUT);
        return html(templates.identityProviders(frame, new ProvidersPage(lines, again, refusal)));
    }

    private OpenIdProvider provider(String id) {
        return signingIn.provider(id).orElseThrow(NotFoundException::new);
    }
}
