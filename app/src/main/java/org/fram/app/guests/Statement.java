package org.fram.app.guests;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;

/// Something to which a guest says yes or no, or also that it can be on other dates.
///
/// @param name by which people speak of it, as `OBJ-1`
/// @param details what else is said of it, a line each
/// @param dated whether it is about dates, so that they can name others
public record Statement(UUID id, String name, String text, List<Text> details, boolean dated) {

    public Statement {
        details = List.copyOf(details);
    }

    /// One that is not about dates.
    public Statement(UUID id, String name, String text, List<Text> details) {
        this(id, name, text, details, false);
    }

    /// Dates that somebody names, both included.
    public record Dates(LocalDate from, LocalDate until) {}

    /// What a guest said to it.
    ///
    /// @param confirmed whether they confirm it, or else object or name other dates
    /// @param reason why they object, or what they say with it where it is about dates; may be empty
    /// @param other the dates that they name instead, or null
    public record Answer(
            Statement statement,
            boolean confirmed,
            String reason,
            @Nullable Dates other) {}
}
