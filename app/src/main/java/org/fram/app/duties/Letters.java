package org.fram.app.duties;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.fram.app.platform.access.Code;

/// What somebody has to do with an activity, as a cell of the table says it.
public enum Letters implements Code {
    NONE(""),
    /// Does it.
    RESPONSIBLE("R"),
    /// Answers for it.
    ACCOUNTABLE("A"),
    /// Answers for it and does it.
    BOTH("A/R"),
    /// Is asked before.
    CONSULTED("C"),
    /// Is told after.
    INFORMED("I");

    private final String text;

    Letters(String text) {
        this.text = text;
    }

    /// As the cell has it: `A/R`.
    public String text() {
        return text;
    }

    /// Reads a cell: in upper or lower case, A and R in either order with a slash, comma, plus or space
    /// between or nothing, and a dash for nothing. Empty where it is none of these.
    public static Optional<Letters> read(String cell) {
        String signs = cell.toUpperCase(Locale.ROOT).replaceAll("[\\s/,+&]+", "");
        if (signs.equals("RA")) {
            return Optional.of(BOTH);
        }
        if (signs.matches("[-–—]")) {
            return Optional.of(NONE);
        }
        return Arrays.stream(values())
                .filter(letters -> letters.text.replace("/", "").equals(signs))
                .findFirst();
    }

    /// Whether they answer for it.
    public boolean accountable() {
        return this == ACCOUNTABLE || this == BOTH;
    }

    /// Whether they do it.
    public boolean responsible() {
        return this == RESPONSIBLE || this == BOTH;
    }
}
