package org.fram.app.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.SignedIn;
import org.fram.app.platform.start.OpenIdProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// To a provider, and back.
@Controller
@RequestMapping(ProviderSignInController.ADDRESS)
class ProviderSignInController {

    static final String ADDRESS = "/sign-in/with";

    private final SigningInWithProvider signingIn;
    private final SessionCookie sessions;
    private final BrowserCookie browser;
    private final WayBack wayBack;

    ProviderSignInController(
            SigningInWithProvider signingIn, SessionCookie sessions, BrowserCookie browser, WayBack wayBack) {
        this.signingIn = signingIn;
        this.sessions = sessions;
        this.browser = browser;
        this.wayBack = wayBack;
    }

    @GetMapping("/{provider}")
    View there(HttpServletRequest request, HttpServletResponse response, @PathVariable String provider) {
        return signingIn.begin(provider(provider), browser.of(request, response))
                        instanceof SigningInWithProvider.Outcome.GoThere(var address)
                ? new RedirectView(address.toString())
                : refused("down");
    }

    @GetMapping("/{provider}/return")
    View back(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String provider,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code) {
        var me = me();
        var outcome = signingIn.end(provider(provider), state, browser.of(request, response), code, me);
        return switch (outcome) {
            case SigningInWithProvider.Outcome.Welcome(var person, var word) -> {
                sessions.beginBy(provider, word, person, request, response);
                yield wayBack.leading(request, response);
            }
            case SigningInWithProvider.Outcome.Linked() -> new RedirectView(ProvidersController.ADDRESS);
            case SigningInWithProvider.Outcome.Refused(var why)
            when me != null -> new RedirectView(ProvidersController.ADDRESS + "?refused=" + why);
            case SigningInWithProvider.Outcome.Refused(var why) -> refused(why);
            case SigningInWithProvider.Outcome.GoThere _,
                    SigningInWithProvider.Outcome.Unlinked _,
                    SigningInWithProvider.Outcome.NotProven _ -> refused("late");
        };
    }

    private static View refused(String why) {
        return new RedirectView("/sign-in?provider-" + why);
    }

    private OpenIdProvider provider(String id) {
        return signingIn.provider(id).orElseThrow(NotFoundException::new);
    }

    private static @Nullable PersonId me() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn person ? person.id() : null;
    }
}
