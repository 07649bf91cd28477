package org.fram.app.signing;

import java.util.UUID;
import org.fram.app.platform.access.Ids;

/// Names a request for signatures.
public record RequestId(UUID value) {

    /// A new one. Later ones sort after earlier ones.
    public static RequestId next() {
        return new RequestId(Ids.next());
    }

    /// Reads one from an address.
    ///
    /// @throws IllegalArgumentException where the text is no id
    public static RequestId of(String text) {
        return new RequestId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
