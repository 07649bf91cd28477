package org.fram.app.platform.files;

import java.util.UUID;
import org.fram.app.platform.access.Ids;

/// Names a file in an engagement.
public record FileId(UUID value) {

    /// A new one. Later ones sort after earlier ones.
    public static FileId next() {
        return new FileId(Ids.next());
    }

    /// Reads one from an address or a form.
    ///
    /// @throws IllegalArgumentException where the text is no id
    public static FileId of(String text) {
        return new FileId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
