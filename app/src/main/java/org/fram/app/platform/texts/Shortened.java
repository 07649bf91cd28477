package org.fram.app.platform.texts;

/// Words of people where there is room for a line of them.
public final class Shortened {

    /// Letters of a line, the dots among them.
    private static final int LONGEST = 140;

    private Shortened() {}

    /// In one line, with single spaces; what is longer ends with dots, and never within a letter.
    public static String line(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return line.substring(0, end) + "…";
    }
}
