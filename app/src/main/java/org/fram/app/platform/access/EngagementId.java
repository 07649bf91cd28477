package org.fram.app.platform.access;

import java.util.UUID;

/// Names an engagement: one implementation, or one outsourced service.
public record EngagementId(UUID value) {

    /// A new one. Later ones sort after earlier ones.
    public static EngagementId next() {
        return new EngagementId(Ids.next());
    }

    /// Reads one from an address or a form.
    ///
    /// @throws IllegalArgumentException where the text is no id
    public static EngagementId of(String text) {
        return new EngagementId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
