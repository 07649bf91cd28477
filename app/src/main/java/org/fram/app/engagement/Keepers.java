package org.fram.app.engagement;

import java.util.List;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Role;

/// Who hears of all that goes wrong in an engagement, and sees to what nobody else does: its project managers, or where
/// there are none its owners.
public final class Keepers {

    private Keepers() {}

    /// Whether somebody is one of them.
    ///
    /// @param people all of the engagement
    public static boolean include(PersonId person, List<Member> people) {
        boolean managed = people.stream().anyMatch(Keepers::manages);
        return people.stream()
                .filter(member -> member.person().equals(person))
                .anyMatch(member -> managed ? manages(member) : member.role() == Role.OWNER);
    }

    private static boolean manages(Member member) {
        return member.does().contains(ProjectRole.PROJECT_MANAGER);
    }
}
