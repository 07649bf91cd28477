package org.fram.app.platform.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.fram.app.platform.access.SignedIn;
import org.fram.app.platform.start.Settings;
import org.fram.app.platform.texts.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/// The frame of each request's page.
@Component
public class Frames {

    private final Texts english = Texts.in(Locale.UK);
    private final Settings settings;

    /// Not there before it is asked for, as the database still starts while pages are set up.
    private final ObjectProvider<Unread> unread;

    Frames(Settings settings, ObjectProvider<Unread> unread) {
        this.settings = settings;
        this.unread = unread;
    }

    /// The frame for whoever is signed in, or for a stranger.
    public Frame of(HttpServletRequest request) {
        var person = signedIn();
        return new Frame(
                english,
                person,
                request.getRequestURI(),
                csrfToken(request),
                settings.demo(),
                () -> person == null ? 0 : unread.getObject().of(person.actor()));
    }

    /// Whether nobody is signed in.
    public boolean isStranger() {
        return signedIn() == null;
    }

    /// A frame for a page that must not ask anything of the database, as it is not there.
    Frame ofStranger(HttpServletRequest request) {
        return new Frame(english, null, request.getRequestURI(), "", settings.demo(), () -> 0);
    }

    static @Nullable SignedIn signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn person ? person : null;
    }

    private static String csrfToken(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }
}
