package org.fram.app.engagement;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whom the words of an owner mean: whoever has that name, e-mail address or role.
public final class Owners {

    private Owners() {}

    /// Whether the words mean somebody.
    public static boolean means(String owner, Member member) {
        String words = owner.strip();
        return !words.isEmpty()
                && (words.equalsIgnoreCase(member.name())
                        || words.equalsIgnoreCase(member.email())
                        || member.does().stream()
                                .anyMatch(
                                        role -> role.name().replace('_', ' ').equals(words.toUpperCase(Locale.ROOT))));
    }

    /// The only one whom the words name, by name or e-mail address before role.
    public static Optional<Member> named(String owner, List<Member> people) {
        String words = owner.strip();
        return people.stream()
                .filter(member -> words.equalsIgnoreCase(member.name()) || words.equalsIgnoreCase(member.email()))
                .findFirst()
                .or(() -> {
                    var meant = people.stream()
                            .filter(member -> means(words, member))
                            .toList();
                    return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
                });
    }
}
