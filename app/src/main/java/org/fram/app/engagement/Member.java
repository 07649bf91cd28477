package org.fram.app.engagement;

import java.util.Set;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Role;

/// Somebody of a party, what they may do in Fram, and what they do in the engagement.
public record Member(PersonId person, String name, String email, PartyId party, Role role, Set<ProjectRole> does) {

    public Member {
        does = Set.copyOf(does);
    }
}
