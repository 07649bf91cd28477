package org.fram.drafting;

import java.util.Locale;

/// Why an answer is none.
///
/// @param question by its id, or the name that no question has
/// @param reason what is the matter
/// @param seen the value that was refused, shortened where it is long
/// @param expected what would do: what can be chosen, the limit, the nearest name; empty where the
/// reason says it
public record Refusal(String question, Reason reason, String seen, String expected) {

    /// The reasons there are.
    public enum Reason {
        /// The template asks nothing under this name; expected is the nearest name.
        NO_SUCH_QUESTION,
        /// Expected is the most characters.
        TOO_LONG,
        /// Expected is the most lines.
        TOO_MANY_LINES,
        CONTROL_CHARACTERS,
        ONE_ANSWER,
        ONE_LINE,
        NO_NUMBER,
        NO_DATE,
        NO_YES_OR_NO,
        /// Expected is what can be chosen.
        NOT_AMONG_OPTIONS,
        /// A line has more columns than the question; expected are the columns.
        TOO_MANY_COLUMNS;

        /// The reason in keys of texts.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// The reason as sentences, ready to be shown.
    public String message() {
        String words = switch (reason) {
            case NO_SUCH_QUESTION -> "The template asks nothing of this name.%2$s";
            case TOO_LONG -> "The answer is longer than %2$s characters. Shorten it.";
            case TOO_MANY_LINES -> "The answer has more than %2$s lines. Leave some out.";
            case CONTROL_CHARACTERS -> "The answer holds control characters. Type it again.";
            case ONE_ANSWER -> "There is one answer to it, not several.";
            case ONE_LINE -> "The answer is one line.";
            case NO_NUMBER -> "“%1$s” is no number. Write one such as 120 or 99.5.";
            case NO_DATE -> "“%1$s” is no date. Write one such as 2027-03-31.";
            case NO_YES_OR_NO -> "“%1$s” is neither yes nor no.";
            case NOT_AMONG_OPTIONS -> "“%1$s” cannot be chosen; there are %2$s.";
            case TOO_MANY_COLUMNS -> "“%1$s” has too many parts; a line is %2$s, with semicolons between.";
        };
        return "%s: %s".formatted(question, words.formatted(seen, expected));
    }
}
