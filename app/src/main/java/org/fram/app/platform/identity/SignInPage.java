package org.fram.app.platform.identity;

import java.util.Set;
import java.util.stream.Stream;
import org.fram.app.platform.pages.Frame;

/// What the sign-in page shows.
///
/// @param notice why one is here again, or empty
/// @param alarming whether that is bad news
public record SignInPage(String notice, boolean alarming) {

    static SignInPage of(Frame frame, Set<String> reasons) {
        return Stream.of("refused", "too-often", "too-late", "passkey-refused", "out", "password-changed")
                .filter(reasons::contains)
                .findFirst()
                .map(reason -> new SignInPage(
                        frame.text("identity.signIn." + reason),
                        !reason.equals("out") && !reason.equals("password-changed")))
                .orElse(new SignInPage("", false));
    }
}
