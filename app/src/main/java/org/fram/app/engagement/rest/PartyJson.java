package org.fram.app.engagement.rest;

import java.util.UUID;
import org.fram.app.engagement.Party;
import org.fram.app.engagement.Side;

/// An organisation in an engagement.
record PartyJson(UUID id, String name, Side side) {

    static PartyJson of(Party party) {
        return new PartyJson(party.id().value(), party.name(), party.side());
    }
}
