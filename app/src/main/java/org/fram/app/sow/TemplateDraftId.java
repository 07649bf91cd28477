package org.fram.app.sow;

import java.util.UUID;
import org.fram.app.platform.access.Ids;

/// Names answers to a template's questions.
public record TemplateDraftId(UUID value) {

    /// A new one. Later ones sort after earlier ones.
    public static TemplateDraftId next() {
        return new TemplateDraftId(Ids.next());
    }

    /// Reads one from an address or a form.
    ///
    /// @throws IllegalArgumentException where the text is no id
    public static TemplateDraftId of(String text) {
        return new TemplateDraftId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
