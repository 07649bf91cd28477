package org.fram.app.provisioning;

import java.util.List;
import java.util.Optional;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Owners;

/// Who owns an order, by the words in its row: an e-mail address, a name or a role.
final class OrderOwners {

    private OrderOwners() {}

    /// The only one who is named, by e-mail address or by a name that nobody else has.
    static Optional<Member> named(String owner, List<Member> people) {
        var words = owner.strip();
        var meant = people.stream()
                .filter(member -> words.equalsIgnoreCase(member.email())
                        || words.equalsIgnoreCase(member.name().strip()))
                .toList();
        return meant.size() == 1
                ? Optional.of(meant.getFirst())
                : meant.stream()
                        .filter(member -> words.equalsIgnoreCase(member.email()))
                        .findFirst();
    }

    /// All who are meant: where several have the name or the role, none of them is left out.
    static List<Member> meant(String owner, List<Member> people) {
        return named(owner, people)
                .map(List::of)
                .orElseGet(() -> people.stream()
                        .filter(member -> Owners.means(owner, member))
                        .toList());
    }
}
