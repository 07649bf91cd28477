package org.fram.app.platform.identity;

import fram.pages.app.Templates;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Frames;
import org.fram.app.platform.secrets.LostSecretException;
import org.fram.app.platform.secrets.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;

/// Signing out of what one signed in to by a provider: one is still signed in there, and is shown the way out.
@Component
class LeavingProvider implements LogoutHandler, LogoutSuccessHandler {

    private static final String WAY_OUT = LeavingProvider.class.getName();

    private final Transactions transactions;
    private final Sessions sessions;
    private final SigningInWithProvider providers;
    private final OpenIdConnect talk;
    private final Secrets secrets;
    private final Frames frames;
    private final Templates templates;

    LeavingProvider(
            Transactions transactions,
            Sessions sessions,
            SigningInWithProvider providers,
            OpenIdConnect talk,
            Secrets secrets,
            Frames frames,
            Templates templates) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.providers = providers;
        this.talk = talk;
        this.secrets = secrets;
        this.frames = frames;
        this.templates = templates;
    }

    /// Before the session ends, it is asked where it came from.
    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        SessionCookie.token(request)
                .flatMap(token ->
                        transactions.<Optional<Sessions.ByProvider>>as(SigningIn.TASK, () -> sessions.provider(token)))
                .flatMap(this::wayOut)
                .ifPresent(page -> request.setAttribute(WAY_OUT, page));
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication)
            throws IOException {
        if (request.getAttribute(WAY_OUT) instanceof GoTherePage page) {
            var output = new StringOutput();
            templates.identitySignedOut(frames.of(request), page).render(output);
            response.setContentType("text/html;charset=UTF-8");
            response.getOutputStream().write(output.toString().getBytes(StandardCharsets.UTF_8));
        } else {
            response.sendRedirect("/sign-in?out");
        }
    }

    private Optional<GoTherePage> wayOut(Sessions.ByProvider session) {
        try {
            var word =
                    new String(secrets.open(SessionCookie.WORD, session.word().toArray()), StandardCharsets.UTF_8);
            return providers
                    .provider(session.provider())
                    .flatMap(provider -> talk.wayOut(provider, word)
                            .map(address -> new GoTherePage(provider.name(), address.toString())));
        } catch (LostSecretException lost) {
            return Optional.empty();
        }
    }
}
