package org.fram.drafting;

import java.util.List;

/// A piece of a template's body.
sealed interface Part {

    /// Markdown, as it stands.
    record Words(String text) implements Part {}

    /// Where an answer goes.
    record Place(String question, int line) implements Part {}

    /// Where an item of the lines around it goes.
    ///
    /// @param column from 1; 0 for the whole item
    record Item(int column, int line) implements Part {}

    /// What the numbers in a column of all lines come to.
    ///
    /// @param column from 1
    record Sum(String question, int column, int line) implements Part {}

    /// The number of a clause, by the clause's name.
    record Reference(String clause, int line) implements Part {}

    /// What stands only when a condition holds, and what stands otherwise.
    record Variant(Condition when, List<Part> then, List<Part> otherwise, int line) implements Part {
        public Variant {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }

    /// What stands once for each item of an answer.
    record Each(String question, List<Part> parts, int line) implements Part {
        public Each {
            parts = List.copyOf(parts);
        }
    }

    /// The defined terms that the document uses.
    record Definitions(int line) implements Part {}
}
