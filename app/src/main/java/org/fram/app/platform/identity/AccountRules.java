package org.fram.app.platform.identity;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fram.app.platform.texts.Text;

/// What an account needs, as a list.
final class AccountRules {

    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_NAME = 200;
    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 200;

    /// Something, an at sign, a name with a full stop: whether mail arrives there, only mail can tell.
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");

    private AccountRules() {}

    static Optional<Text> refuse(String email, String name, String password) {
        return Stream.of(refuseEmail(email), refuseName(name), refusePassword(password))
                .flatMap(Optional::stream)
                .findFirst();
    }

    static Optional<Text> refuseEmail(String email) {
        String address = email.strip();
        return refuse(
                address, a -> a.length() <= LONGEST_EMAIL && EMAIL.matcher(a).matches(), "identity.email.none");
    }

    static Optional<Text> refuseName(String name) {
        return refuse(name.strip(), n -> !n.isEmpty() && n.length() <= LONGEST_NAME, "identity.name.none");
    }

    static Optional<Text> refusePassword(String password) {
        return refuse(
                password,
                p -> p.length() >= SHORTEST_PASSWORD && p.length() <= LONGEST_PASSWORD,
                "identity.password.length",
                SHORTEST_PASSWORD,
                LONGEST_PASSWORD);
    }

    private static Optional<Text> refuse(String value, Predicate<String> good, String key, Object... values) {
        return good.test(value) ? Optional.empty() : Optional.of(Text.of(key, values));
    }
}
