package org.fram.app.engagement;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whom the words of an owner mean: whoever has that name, e-mail address or role.
public final class Owners {

    private Owners() {}

    /// The words that mean somebody, whatever their case.
    public static Set<String> words(Member member) {
        var words = new HashSet<>(List.of(member.name().strip(), member.email()));
        member.does().forEach(role -> words.add(role.name().replace('_', ' ')));
        return words;
    }

    /// Whether the words mean somebody.
    public static boolean means(String owner, Member member) {
        return words(member).stream().anyMatch(owner.strip()::equalsIgnoreCase);
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
