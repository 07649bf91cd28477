package org.fram.rules;

/// A place in a file.
///
/// @param file its name, as it was given
/// @param line from 1
/// @param column from 1
public record Place(String file, int line, int column) {

    /// The place some lines and columns further on.
    Place plus(int lines, int columns) {
        return new Place(file, line + lines, lines == 0 ? column + columns : columns + 1);
    }

    @Override
    public String toString() {
        return "%s:%d:%d".formatted(file, line, column);
    }
}
