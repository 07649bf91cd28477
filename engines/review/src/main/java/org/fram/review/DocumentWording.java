package org.fram.review;

import java.util.ArrayList;
import java.util.List;
import org.fram.office.Document;

/// How the words of a document hang together: its references and its defined terms. Takes no model, so that it can be
/// asked while somebody writes.
///
/// @param terms that it defines, in the order of their definitions
/// @param unclear references that lead nowhere; terms that are not defined, never used, or defined twice
public record DocumentWording(List<Term> terms, List<Review.Unclear> unclear) {

    public DocumentWording {
        terms = List.copyOf(terms);
        unclear = List.copyOf(unclear);
    }

    /// A defined term.
    ///
    /// @param name as it is defined
    /// @param meaning the words that define it; empty where it stands for a name before it
    /// @param paragraph ordinal of the block that defines it, from 1
    /// @param uses how often it stands elsewhere
    public record Term(String name, String meaning, int paragraph, int uses) {}

    /// That of a document.
    public static DocumentWording of(Document document) {
        var statements = Statements.of(document);
        var unclear = new ArrayList<>(CrossReferences.of(document, statements));
        unclear.addAll(DefinedTerms.of(statements));
        return new DocumentWording(DefinedTerms.defined(statements), unclear);
    }
}
