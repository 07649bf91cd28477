package org.fram.app.platform.start;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A provider of OpenID Connect, with whose accounts people sign in.
///
/// @param id in addresses and names of settings, such as `company`
/// @param name for people
/// @param issuer as its tokens name it
/// @param client under which it knows this installation
/// @param secret shared with it; empty where there is none
/// @param domains whose e-mail addresses it answers for
/// @param makesAccounts whether whoever it answers for gets an account at the first sign-in
public record OpenIdProvider(
        String id, String name, URI issuer, String client, String secret, Set<String> domains, boolean makesAccounts) {

    private static final Pattern ID = Pattern.compile("[a-z0-9]{1,30}");

    /// The providers that `FRAM_OIDC` names.
    ///
    /// @throws CannotStartException where one of their settings makes no sense
    static List<OpenIdProvider> of(Map<String, String> environment) {
        String ids = Settings.given(environment, "FRAM_OIDC");
        return ids == null
                ? List.of()
                : Arrays.stream(ids.split("[,\\s]+"))
                        .filter(id -> !id.isEmpty())
                        .distinct()
                        .map(id -> of(environment, id))
                        .toList();
    }

    /// Whether it answers for an e-mail address.
    public boolean answersFor(String email) {
        return domains.contains(email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT));
    }

    private static OpenIdProvider of(Map<String, String> environment, String id) {
        if (!ID.matcher(id).matches()) {
            throw new CannotStartException(
                    "FRAM_OIDC names '%s'. A name is of small letters and digits, as 'company'.".formatted(id));
        }
        String prefix = "FRAM_OIDC_" + id.toUpperCase(Locale.ROOT) + "_";
        String name = Settings.given(environment, prefix + "NAME");
        String secret = Settings.given(environment, prefix + "SECRET");
        String domains = Settings.given(environment, prefix + "DOMAINS");
        return new OpenIdProvider(
                id,
                name == null ? id : name,
                issuer(prefix + "ISSUER", required(environment, prefix + "ISSUER")),
                required(environment, prefix + "CLIENT"),
                secret == null ? "" : secret,
                domains == null
                        ? Set.of()
                        : Arrays.stream(domains.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                                .filter(domain -> !domain.isEmpty())
                                .collect(Collectors.toUnmodifiableSet()),
                yes(prefix + "ACCOUNTS", Settings.given(environment, prefix + "ACCOUNTS")));
    }

    private static String required(Map<String, String> environment, String variable) {
        String value = Settings.given(environment, variable);
        if (value == null) {
            throw new CannotStartException("FRAM_OIDC names a provider, and %s is missing.".formatted(variable));
        }
        return value;
    }

    private static URI issuer(String variable, String text) {
        try {
            var issuer = new URI(text);
            boolean secure = "https".equals(issuer.getScheme());
            boolean here = "http".equals(issuer.getScheme())
                    && Set.of("localhost", "127.0.0.1").contains(String.valueOf(issuer.getHost()));
            if (secure || here) {
                return issuer;
            }
        } catch (URISyntaxException malformed) {
            // Refused below, like an address without TLS.
        }
        throw new CannotStartException(
                "%s is '%s'. It is the address that the provider calls its issuer, and begins with https://."
                        .formatted(variable, text));
    }

    private static boolean yes(String variable, @Nullable String text) {
        return switch (text) {
            case null -> false;
            case "no" -> false;
            case "yes" -> true;
            default -> throw new CannotStartException("%s is '%s'. It is 'yes' or 'no'.".formatted(variable, text));
        };
    }

    @Override
    public String toString() {
        return "OpenIdProvider[%s, %s]".formatted(id, issuer);
    }
}
