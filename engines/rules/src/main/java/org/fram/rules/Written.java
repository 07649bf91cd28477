package org.fram.rules;

/// A text that somebody wrote into a file, and where.
///
/// @param text as meant: without quotes, with folded lines joined
/// @param place of its first character
/// @param exact whether the text stands in the file character by character, so that a place within it can be
/// told
record Written(String text, Place place, boolean exact) {

    /// The place of a character of the text, as near as the way in which it was written tells.
    ///
    /// @param line from 1
    /// @param column from 0
    Place at(int line, int column) {
        return exact ? place.plus(line - 1, column) : place;
    }
}
