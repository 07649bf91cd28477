package org.fram.app.platform.runs;

import java.util.UUID;
import org.fram.app.platform.access.Ids;

/// Names a run.
public record RunId(UUID value) {

    /// A new one. Later ones sort after earlier ones.
    public static RunId next() {
        return new RunId(Ids.next());
    }

    /// Reads one from an address or a form.
    ///
    /// @throws IllegalArgumentException where the text is no id
    public static RunId of(String text) {
        return new RunId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
