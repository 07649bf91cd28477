package org.fram.app.platform.register;

/// What a filter between two values says; either may be missing.
///
/// @param first as somebody wrote it, or empty
/// @param last as somebody wrote it, or empty
record Range(String first, String last) {

    private static final String TO = "..";

    /// Reads a filter; one that is no range is empty on both sides.
    static Range of(String filter) {
        int middle = filter.indexOf(TO);
        return middle < 0
                ? new Range("", "")
                : new Range(filter.substring(0, middle), filter.substring(middle + TO.length()));
    }

    /// For people, with both sides as they write them.
    String show(String from, String until) {
        return (from + " – " + until).strip();
    }

    /// As a page's address has it; empty where nothing is said.
    String filter() {
        return first.isEmpty() && last.isEmpty() ? "" : first + TO + last;
    }
}
