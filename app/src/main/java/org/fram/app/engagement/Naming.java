package org.fram.app.engagement;

import static java.util.stream.Collectors.toMap;

import org.fram.app.platform.access.EngagementId;
import org.springframework.stereotype.Component;

/// Looks up what the people and parties of an engagement are called. Is asked within a transaction.
@Component
public class Naming {

    private final Members members;
    private final Engagements engagements;

    Naming(Members members, Engagements engagements) {
        this.members = members;
        this.engagements = engagements;
    }

    public Names of(EngagementId engagement) {
        return new Names(
                members.of(engagement).stream().collect(toMap(Member::person, Member::name, (first, _) -> first)),
                engagements.parties(engagement).stream().collect(toMap(Party::id, Party::name)));
    }
}
