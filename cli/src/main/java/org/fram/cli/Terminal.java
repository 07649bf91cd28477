package org.fram.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/// What a stream of text ends in: whether somebody watches it, whether it shows colours, how wide it is.
///
/// @param watched false for a file or a pipe
/// @param width in characters
record Terminal(boolean watched, boolean colour, int width) {

    /// A file or a pipe.
    static final Terminal FILE = new Terminal(false, false, 100);

    private static final int NARROWEST = 40;
    private static final int WIDEST = 120;

    /// The terminal of a stream, `out` or `err`, as the launcher told it: `fram.terminal` lists the streams that are
    /// terminals, `fram.columns` is their width. `NO_COLOR` (see no-color.org) and `TERM=dumb` switch colours off.
    static Terminal of(String stream, Properties told, Map<String, String> environment) {
        var terminals = told.getProperty("fram.terminal", "").split(",", -1);
        if (!Arrays.asList(terminals).contains(stream)) {
            return FILE;
        }
        var noColour = environment.getOrDefault("NO_COLOR", "");
        boolean colour = noColour.isEmpty() && !"dumb".equals(environment.get("TERM"));
        return new Terminal(true, colour, width(told.getProperty("fram.columns", "")));
    }

    private static int width(String columns) {
        try {
            int told = Integer.parseInt(columns.strip());
            return told <= 0 ? FILE.width() : Math.clamp(told, NARROWEST, WIDEST);
        } catch (NumberFormatException e) {
            return FILE.width();
        }
    }

    String strong(String text) {
        return styled("1", text);
    }

    String faint(String text) {
        return styled("2", text);
    }

    /// For what holds the signature.
    String alarming(String text) {
        return styled("31;1", text);
    }

    /// For what should be looked at.
    String warning(String text) {
        return styled("33", text);
    }

    private String styled(String code, String text) {
        return colour && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    /// Text of a document or a file name made safe for a terminal: on one line, and without the characters that
    /// would move the cursor, change colours or turn the direction of writing.
    static String safe(String text) {
        var safe = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (Character.isWhitespace(point)) {
                safe.append(' ');
            } else if (!Character.isISOControl(point)
                    && Character.getType(point) != Character.SURROGATE
                    && !turnsDirection(point)) {
                safe.appendCodePoint(point);
            }
        });
        return safe.toString();
    }

    private static boolean turnsDirection(int point) {
        return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    }

    /// Breaks a text into lines of at most the given width, at spaces where it can.
    static List<String> wrapped(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            if (!line.isEmpty()) {
                line.append(' ');
            }
            line.append(word);
            while (line.length() > width) {
                lines.add(line.substring(0, width));
                line.delete(0, width);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /// Cuts a text that is longer than the width, and says so by `…`.
    static String cut(String text, int width) {
        return text.length() <= width
                ? text
                : text.substring(0, Math.max(0, width - 1)).stripTrailing() + "…";
    }
}
