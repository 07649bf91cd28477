package org.fram.app.platform.texts;

/// Words of people where there is room for a line of them.
public final class Shortened {

    /// Letters of a line, the dots among them.
    private static final int LONGEST = 140;

    private Shortened() {}

    /// In one line, with single spaces; what is longer ends with dots, and never within a letter.
    public static String line(String text) {
        return line(text, LONGEST);
    }

    /// The same where there is more room, or less.
    ///
    /// @param longest letters of the line, the dots among them; two at least
    public static String line(String text, int longest) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (line.length() <= longest) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return line.substring(0, end) + "…";
    }
}
