package org.fram.app.sow;

import java.util.UUID;
import org.fram.app.platform.access.Ids;

/// Names an obligation.
public record ObligationId(UUID value) {

    /// A new one. Later ones sort after earlier ones.
    public static ObligationId next() {
        return new ObligationId(Ids.next());
    }

    /// Reads one from an address or a form.
    ///
    /// @throws IllegalArgumentException where the text is no id
    public static ObligationId of(String text) {
        return new ObligationId(UUID.fromString(text));
    }

    /// Its place in the workspace, below the address of its statement of work.
    public String place() {
        return "/review?at=" + value + "#o-" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
