package org.fram.app.engagement;

import java.util.Map;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;

/// What the people and parties of an engagement are called. Somebody who left is called nothing.
public record Names(Map<PersonId, String> people, Map<PartyId, String> parties) {

    public Names {
        people = Map.copyOf(people);
        parties = Map.copyOf(parties);
    }

    public String person(PersonId id) {
        return people.getOrDefault(id, "");
    }

    public String party(PartyId id) {
        return parties.getOrDefault(id, "");
    }
}
