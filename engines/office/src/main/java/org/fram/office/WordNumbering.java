package org.fram.office;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The numbers and bullets that Word itself puts before paragraphs. It counts, so it is asked once for each
/// paragraph in their order.
final class WordNumbering {

    /*
     * Counters belong to the abstract definition: lists that share one go on counting where the last stopped, unless an
     * override of the list says where to start (ECMA-376 part 1, 17.9). A level begins anew when one above it has
     * counted, unless it says otherwise.
     */

    private static final int LEVELS = 9;

    private final Map<String, Level[]> definitions = new HashMap<>();
    private final Map<String, Numbered> lists = new HashMap<>();
    private final Map<String, int[]> counters = new HashMap<>();
    private final Set<String> begun = new HashSet<>();

    /// A level of a list.
    ///
    /// @param text with `%1` … `%9` for the numbers of the levels
    /// @param restart the level whose counting makes this one begin anew; 0 for never
    /// @param style id of the paragraph style that belongs to the level
    private record Level(
            int start,
            String format,
            String text,
            int restart,
            boolean decimal,
            @Nullable String style) {
        static final Level NONE = new Level(1, "none", "", -1, false, null);
    }

    /// A list: a definition and what it overrides.
    private record Numbered(String definition, Map<Integer, Integer> starts, Map<Integer, Level> levels) {}

    /// What stands before a paragraph.
    ///
    /// @param printed "3.2", "(a)", "•"; empty where nothing is shown
    /// @param bullet whether it is a sign that does not count
    /// @param parts how many levels the printed number shows
    /// @param clauses whether the list numbers clauses: some level shows the numbers of several
    /// @param under how many levels above this one print numbers of clauses
    record Label(String printed, boolean bullet, int parts, boolean clauses, int under) {}

    /// @param root of numbering.xml, or null where the package has none
    WordNumbering(Xml.@Nullable Element root) {
        if (root == null) {
            return;
        }
        Map<String, String> byStyle = new HashMap<>();
        Map<String, String> links = new HashMap<>();
        for (Xml.Element element : root.elements()) {
            if (element.is("w:abstractNum")) {
                String id = element.attribute("w:abstractNumId", "");
                Level[] levels = new Level[LEVELS];
                java.util.Arrays.fill(levels, Level.NONE);
                for (Xml.Element level : element.elements()) {
                    int index = WordStyles.number(level.attribute("w:ilvl"), 0);
                    if (level.is("w:lvl") && index >= 0 && index < LEVELS) {
                        levels[index] = level(level);
                    }
                }
                definitions.put(id, levels);
                String style = element.value("w:styleLink");
                if (style != null) {
                    byStyle.put(style, id);
                }
                String link = element.value("w:numStyleLink");
                if (link != null) {
                    links.put(id, link);
                }
            }
        }
        for (Xml.Element element : root.elements()) {
            if (element.is("w:num")) {
                String definition = element.value("w:abstractNumId");
                if (definition == null) {
                    continue;
                }
                String linked = byStyle.get(links.getOrDefault(definition, ""));
                lists.put(element.attribute("w:numId", ""), list(element, linked == null ? definition : linked));
            }
        }
    }

    private static Numbered list(Xml.Element element, String definition) {
        Map<Integer, Integer> starts = new TreeMap<>();
        Map<Integer, Level> levels = new HashMap<>();
        for (Xml.Element override : element.elements()) {
            if (override.is("w:lvlOverride")) {
                int index = WordStyles.number(override.attribute("w:ilvl"), 0);
                String start = override.value("w:startOverride");
                if (start != null) {
                    starts.put(index, WordStyles.number(start, 1));
                }
                Xml.Element level = override.child("w:lvl");
                if (level != null) {
                    levels.put(index, level(level));
                }
            }
        }
        return new Numbered(definition, starts, levels);
    }

    private static Level level(Xml.Element level) {
        String format = level.value("w:numFmt");
        String text = level.value("w:lvlText");
        return new Level(
                WordStyles.number(level.value("w:start"), 0),
                format == null ? "decimal" : format,
                text == null ? "" : "bullet".equals(format) ? bullet(text) : text,
                WordStyles.number(level.value("w:lvlRestart"), -1),
                Boolean.TRUE.equals(level.toggle("w:isLgl")),
                level.value("w:pStyle"));
    }

    /// The sign that readers see: the fonts Symbol and Wingdings keep theirs in a private area.
    private static String bullet(String text) {
        if (text.isEmpty()) {
            return "";
        }
        return switch (text.charAt(0)) {
            case '\uF0B7', '\u00B7' -> "•";
            case '\uF0A7' -> "▪";
            case '\uF0D8' -> "➢";
            case '\uF0FC' -> "✓";
            case '\uF0A8', '\uF06F', '\uF071', '\uF072' -> "□";
            case '\uF076' -> "❖";
            default -> text.charAt(0) >= '\uE000' && text.charAt(0) <= '\uF8FF' ? "•" : text.strip();
        };
    }

    /// The level to which a list binds a paragraph style, or 0.
    int levelOf(String list, @Nullable String style) {
        Numbered numbered = lists.get(list);
        Level[] levels = numbered == null ? null : definitions.get(numbered.definition);
        if (style != null && levels != null) {
            for (int i = 0; i < LEVELS; i++) {
                if (style.equals(levels[i].style)) {
                    return i;
                }
            }
        }
        return 0;
    }

    /// Counts one paragraph of a list and says what stands before it; null where there is no such list.
    ///
    /// @param index of the level, from 0
    @Nullable
    Label next(String list, int index) {
        Numbered numbered = lists.get(list);
        if (numbered == null || index < 0 || index >= LEVELS) {
            return null;
        }
        Level[] defined = definitions.get(numbered.definition);
        if (defined == null) {
            return null;
        }
        Level[] levels = defined.clone();
        numbered.levels.forEach((at, level) -> {
            if (at >= 0 && at < LEVELS) {
                levels[at] = level;
            }
        });
        int[] counter = counters.computeIfAbsent(numbered.definition, _ -> new int[LEVELS * 2]);
        if (begun.add(list)) {
            numbered.starts.forEach((at, start) -> {
                if (at >= 0 && at < LEVELS) {
                    counter[at] = start - 1;
                    counter[LEVELS + at] = 1;
                }
            });
        }
        for (int above = 0; above < index; above++) {
            if (counter[LEVELS + above] == 0) {
                counter[above] = levels[above].start;
                counter[LEVELS + above] = 1;
            }
        }
        counter[index] = counter[LEVELS + index] == 0 ? levels[index].start : counter[index] + 1;
        counter[LEVELS + index] = 1;
        for (int below = index + 1; below < LEVELS; below++) {
            int restart = levels[below].restart;
            if (restart != 0 && (restart < 0 || index < restart)) {
                Integer start = numbered.starts.get(below);
                counter[LEVELS + below] = start == null ? 0 : 1;
                counter[below] = start == null ? 0 : start - 1;
            }
        }
        return label(levels, counter, index);
    }

    private static Label label(Level[] levels, int[] counter, int index) {
        Level level = levels[index];
        boolean clauses = false;
        int under = 0;
        for (int i = 0; i < LEVELS; i++) {
            boolean several = !levels[i].format.equals("bullet") && parts(levels[i].text) > 1;
            clauses |= several;
            if (i < index
                    && (several || (i == 0 && parts(levels[0].text) == 1 && !levels[0].format.equals("bullet")))) {
                under++;
            }
        }
        if (level.format.equals("bullet")) {
            return new Label(level.text, true, 0, clauses, clauses ? under : 0);
        }
        StringBuilder printed = new StringBuilder();
        String text = level.text;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%' && i + 1 < text.length() && Character.isDigit(text.charAt(i + 1))) {
                int at = text.charAt(++i) - '1';
                if (at >= 0 && at < LEVELS) {
                    String format = level.decimal && at < index ? "decimal" : levels[at].format;
                    printed.append(format(counter[at], format));
                }
            } else {
                printed.append(text.charAt(i));
            }
        }
        return new Label(printed.toString().strip(), false, parts(text), clauses, clauses ? under : 0);
    }

    private static int parts(String text) {
        int parts = 0;
        for (int i = 0; i + 1 < text.length(); i++) {
            if (text.charAt(i) == '%' && Character.isDigit(text.charAt(i + 1))) {
                parts++;
            }
        }
        return parts;
    }

    /// A number as one of Word's formats writes it; formats of other scripts are written as decimals.
    static String format(int number, String format) {
        return switch (format) {
            case "none" -> "";
            case "decimalZero" -> number < 10 ? "0" + number : Integer.toString(number);
            case "upperLetter" -> letters(number);
            case "lowerLetter" -> letters(number).toLowerCase(Locale.ROOT);
            case "upperRoman" -> roman(number);
            case "lowerRoman" -> roman(number).toLowerCase(Locale.ROOT);
            case "ordinal" -> ordinal(number);
            default -> Integer.toString(number);
        };
    }

    private static String letters(int number) {
        if (number < 1) {
            return "";
        }
        return Character.toString('A' + (number - 1) % 26).repeat(Math.min(20, (number - 1) / 26 + 1));
    }

    private static String roman(int number) {
        if (number < 1 || number > 3999) {
            return Integer.toString(number);
        }
        int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        String[] signs = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        StringBuilder roman = new StringBuilder();
        int rest = number;
        for (int i = 0; i < values.length; i++) {
            while (rest >= values[i]) {
                roman.append(signs[i]);
                rest -= values[i];
            }
        }
        return roman.toString();
    }

    private static String ordinal(int number) {
        String ending = number % 100 / 10 == 1
                ? "th"
                : switch (number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
        return number + ending;
    }
}
