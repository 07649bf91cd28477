package org.fram.app.platform.identity;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.start.OpenIdProvider;

/// What the sign-in page shows.
///
/// @param notice why one is here again, or empty
/// @param alarming whether that is bad news
/// @param providers with whose accounts one signs in
public record SignInPage(String notice, boolean alarming, List<Link> providers) {

    /// Why a provider did not help.
    private static final Set<String> PROVIDER_REASONS =
            Set.of("down", "late", "no", "unbelieved", "unverified", "unknown", "taken");

    /// Why a provider did not help, in words; empty where the reason is none.
    static String ofProvider(Frame frame, String why) {
        return PROVIDER_REASONS.contains(why) ? frame.text("identity.provider." + why) : "";
    }

    static SignInPage of(Frame frame, Set<String> reasons, List<OpenIdProvider> providers) {
        var links = providers.stream()
                .map(provider -> Link.to(
                        ProviderSignInController.ADDRESS + "/" + provider.id(),
                        frame.text("identity.signIn.with", provider.name())))
                .toList();
        var provider = PROVIDER_REASONS.stream()
                .filter(why -> reasons.contains("provider-" + why))
                .findFirst();
        if (provider.isPresent()) {
            return new SignInPage(ofProvider(frame, provider.get()), true, links);
        }
        return Stream.of("refused", "too-often", "too-late", "passkey-refused", "out", "password-changed", "welcome")
                .filter(reasons::contains)
                .findFirst()
                .map(reason -> new SignInPage(
                        frame.text("identity.signIn." + reason),
                        !Set.of("out", "password-changed", "welcome").contains(reason),
                        links))
                .orElse(new SignInPage("", false, links));
    }
}
