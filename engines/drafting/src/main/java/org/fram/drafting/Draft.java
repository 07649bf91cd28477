package org.fram.drafting;

import java.util.List;
import org.fram.office.Block;

/// What a template and answers make.
///
/// @param blocks the document, with a mark where something is open
/// @param open what is missing, in the order of the document, then of the questions
public record Draft(List<Block> blocks, List<Open> open) {

    /// What begins the mark of a missing answer.
    public static final String MARK_BEGINS = "[Open: ";
    /// What ends it.
    public static final String MARK_ENDS = "]";

    public Draft {
        blocks = List.copyOf(blocks);
        open = List.copyOf(open);
    }

    /// Something that is missing.
    ///
    /// @param kind what it is
    /// @param name id of the question, or name of the clause
    /// @param text what is missing, in a few words
    /// @param heading number and text of the clause in which it is missing first; empty where the
    /// answer has no place of its own and decides about others
    public record Open(Kind kind, String name, String text, String heading) {}

    /// What can be missing.
    public enum Kind {
        ANSWER,
        /// A clause to which the text refers, and which the answers left out.
        CLAUSE
    }
}
