package org.fram.app.sow;

import java.util.UUID;
import org.fram.app.platform.access.Ids;

/// Names a statement of work.
public record SowId(UUID value) {

    /// A new one. Later ones sort after earlier ones.
    public static SowId next() {
        return new SowId(Ids.next());
    }

    /// Reads one from an address or a form.
    ///
    /// @throws IllegalArgumentException where the text is no id
    public static SowId of(String text) {
        return new SowId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
