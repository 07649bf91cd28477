package org.fram.drafting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A question that a template asks.
///
/// @param id by which text and conditions refer to it: lower case letters, digits and hyphens
/// @param text the question, as people read it
/// @param blank what stands in the document where the answer is missing ("date of go-live")
/// @param help what to think of when answering; empty where nothing is to be said
/// @param kind what answers may be
/// @param options what can be chosen, in order; empty for kinds that choose nothing
/// @param columns names of what stands in a line, separated by semicolons; empty where a line is one
/// thing
/// @param standard the answer where nobody gave one, in the form of [Answers]; empty where there is
/// none
/// @param when whether it is asked, from earlier answers
/// @param required whether a document without an answer has a blank; otherwise it has nothing there
/// @param known what of the engagement answers it, or null
/// @param line of the template's file
public record Question(
        String id,
        String text,
        String blank,
        String help,
        Kind kind,
        List<Option> options,
        List<String> columns,
        List<String> standard,
        Condition when,
        boolean required,
        @Nullable Known known,
        int line) {

    public Question {
        options = List.copyOf(options);
        columns = List.copyOf(columns);
        standard = List.copyOf(standard);
    }

    /// What answers may be.
    public enum Kind {
        /// A few words on one line.
        TEXT,
        /// Paragraphs.
        LONG_TEXT,
        /// A decimal number that is not negative.
        NUMBER,
        /// A day.
        DATE,
        YES_NO,
        /// One of the options.
        CHOICE,
        /// Any of the options.
        SEVERAL,
        /// Any number of lines, an item each.
        LINES;

        /// The name in templates.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Kind> of(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst();
        }

        boolean chooses() {
            return this == CHOICE || this == SEVERAL;
        }
    }

    /// Something that can be chosen.
    ///
    /// @param value by which conditions refer to it
    /// @param text as people and the document read it
    public record Option(String value, String text) {}

    /// The text of an option; the value itself where there is no such option.
    String textOf(String value) {
        return options.stream()
                .filter(option -> option.value().equals(value))
                .map(Option::text)
                .findFirst()
                .orElse(value);
    }

    List<String> values() {
        return options.stream().map(Option::value).toList();
    }
}
