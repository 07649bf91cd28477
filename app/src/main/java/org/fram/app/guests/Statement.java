package org.fram.app.guests;

import java.util.List;
import java.util.UUID;
import org.fram.app.platform.texts.Text;

/// Something to which a guest says yes or no.
///
/// @param name by which people speak of it, as `OBJ-1`
/// @param details what else is said of it, a line each
public record Statement(UUID id, String name, String text, List<Text> details) {

    public Statement {
        details = List.copyOf(details);
    }

    /// What a guest said to it.
    ///
    /// @param confirmed whether they confirm it, or else object
    /// @param reason why they object; empty where they confirm
    public record Answer(Statement statement, boolean confirmed, String reason) {}
}
