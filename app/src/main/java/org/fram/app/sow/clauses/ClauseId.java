package org.fram.app.sow.clauses;

import java.util.UUID;
import org.fram.app.platform.access.Ids;

/// Names a clause of a working copy.
public record ClauseId(UUID value) {

    static ClauseId next() {
        return new ClauseId(Ids.next());
    }

    /// Reads one from an address or a form.
    ///
    /// @throws IllegalArgumentException where the text is no id
    public static ClauseId of(String text) {
        return new ClauseId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
