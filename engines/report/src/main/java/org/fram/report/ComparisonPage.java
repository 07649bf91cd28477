package org.fram.report;

import java.util.List;

/// A comparison as text ready to print; the template `comparison.jte` only lays it out.
///
/// @param before name of the old document
/// @param after name of the new document
/// @param verdict what changed, in one line
public record ComparisonPage(String before, String after, String verdict, List<Figure> figures, List<Group> groups) {

    /// One of the few figures at the top.
    public record Figure(String label, String value, String detail, String target) {}

    /// Changes of one kind of thing.
    ///
    /// @param kept how many of them did not change, in words; or empty
    public record Group(String anchor, String title, List<Entry> entries, String kept) {}

    /// A change.
    ///
    /// @param sign `added`, `dropped` or `changed`
    /// @param label the same in the reader's words
    /// @param words the text; where it changed, word by word
    /// @param where in words, or empty
    public record Entry(String sign, String label, List<Word> words, String where, List<Detail> details) {}

    /// Words in a row.
    ///
    /// @param kind `same`, `deleted` or `inserted`
    public record Word(String kind, String text) {}

    /// One respect in which something differs.
    ///
    /// @param before what was there; `nothing` in words where it was empty
    public record Detail(String label, String before, String after) {}
}
