package org.fram.review;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fram.facts.Side;
import org.jspecify.annotations.Nullable;

/// The words by which documents call a party after its part in the contract ("the Customer", "Contractor").
final class PartyRoles {

    private static final Set<String> VENDORS = WordLists.of("vendorRoleNames");
    private static final Set<String> BUYERS = WordLists.of("buyerRoleNames");
    private static final Set<String> CARRIERS = WordLists.of("carrierRoleNames");
    private static final Set<String> PARTNERS = WordLists.of("partnerRoleNames");
    private static final Set<String> STRONG = WordLists.of("strongRoleNames");

    private PartyRoles() {}

    /// The side that a role is on, or null where the words are no role.
    static @Nullable Side side(String name) {
        var role = PartyNames.key(name);
        if (VENDORS.contains(role)) {
            return role.equals("outsourcer") ? Side.OUTSOURCER : Side.VENDOR;
        }
        if (BUYERS.contains(role)) {
            return Side.BUYER;
        }
        if (CARRIERS.contains(role)) {
            return Side.CARRIER;
        }
        return PARTNERS.contains(role) ? Side.PARTNER : null;
    }

    static boolean isRole(String name) {
        return side(name) != null;
    }

    /// Whether a role says by itself who is meant, also where it acts only once.
    static boolean isStrong(String name) {
        return STRONG.contains(PartyNames.key(name));
    }

    /// All roles, in alphabetical order.
    static List<String> all() {
        return Stream.of(VENDORS, BUYERS, CARRIERS, PARTNERS)
                .flatMap(Set::stream)
                .sorted()
                .toList();
    }
}
