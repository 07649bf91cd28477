package org.fram.app.platform.access;

import java.util.UUID;

/// Names a person: somebody with an account.
public record PersonId(UUID value) {

    /// A new one. Later ones sort after earlier ones.
    public static PersonId next() {
        return new PersonId(Ids.next());
    }

    /// Reads one from an address or a form.
    ///
    /// @throws IllegalArgumentException where the text is no id
    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
