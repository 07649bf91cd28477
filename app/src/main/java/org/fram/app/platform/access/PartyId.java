package org.fram.app.platform.access;

import java.util.UUID;

/// Names a party: an organisation in an engagement.
public record PartyId(UUID value) {

    /// A new one. Later ones sort after earlier ones.
    public static PartyId next() {
        return new PartyId(Ids.next());
    }

    /// Reads one from an address or a form.
    ///
    /// @throws IllegalArgumentException where the text is no id
    public static PartyId of(String text) {
        return new PartyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
