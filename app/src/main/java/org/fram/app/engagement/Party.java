package org.fram.app.engagement;

import java.util.List;
import org.fram.app.platform.access.PartyId;

/// An organisation in an engagement.
///
/// @param domains of its e-mail addresses, in lower case; who has one of these joins no other party
public record Party(PartyId id, String name, Side side, List<String> domains, int version) {

    public Party {
        domains = List.copyOf(domains);
    }
}
