package org.fram.app.guests;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;

/// Something to which a guest says yes or no, or also that it can be on other dates; or a question that
/// they answer in words.
///
/// @param name by which people speak of it, as `OBJ-1`
/// @param details what else is said of it, a line each
/// @param wants what they say to it
public record Statement(UUID id, String name, String text, List<Text> details, Wants wants) {

    /// What a guest says to it.
    public enum Wants {
        YES_OR_NO,
        /// Yes, no, or on which other dates.
        DATES,
        /// An answer in words.
        WORDS
    }

    public Statement {
        details = List.copyOf(details);
    }

    /// One that is not about dates.
    public Statement(UUID id, String name, String text, List<Text> details) {
        this(id, name, text, details, Wants.YES_OR_NO);
    }

    /// A question that is answered in words.
    public static Statement inWords(UUID id, String question) {
        return new Statement(id, question, "", List.of(), Wants.WORDS);
    }

    /// Whether it is about dates, so that a guest can name others.
    public boolean dated() {
        return wants == Wants.DATES;
    }

    /// Dates that somebody names, both included.
    public record Dates(LocalDate from, LocalDate until) {}

    /// What a guest said to it.
    ///
    /// @param confirmed whether they confirm it, or else object or name other dates
    /// @param reason why they object, or what they say with it where it is about dates, which may be
    /// empty; the answer where it is in words
    /// @param other the dates that they name instead, or null
    public record Answer(
            Statement statement,
            boolean confirmed,
            String reason,
            @Nullable Dates other) {}
}
