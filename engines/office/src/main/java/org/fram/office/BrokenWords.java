package org.fram.office;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Words that a line break divides. What the hyphen at the line's end means is told by the rest of the text:
/// where it writes the word in one, the hyphen goes; where it writes it with a hyphen, or knows both halves,
/// the hyphen stays.
final class BrokenWords {

    private static final Pattern WORD = Pattern.compile("\\p{L}+(?:-\\p{L}+)*");
    private static final Pattern LAST_HALF = Pattern.compile("(\\p{L}+)-$");
    private static final Pattern FIRST_HALF = Pattern.compile("^\\p{Ll}+");

    private final String text;
    private @Nullable Set<String> words;

    /// @param text of the whole document
    BrokenWords(String text) {
        this.text = text;
    }

    /// Adds a line to what was read of a paragraph.
    void join(StringBuilder paragraph, String line) {
        if (paragraph.length() > 1 && paragraph.charAt(paragraph.length() - 1) == '-') {
            String tail = paragraph.substring(Math.max(0, paragraph.length() - 40));
            Matcher last = LAST_HALF.matcher(tail);
            Matcher first = FIRST_HALF.matcher(line);
            if (last.find() && first.find()) {
                String left = last.group(1).toLowerCase(java.util.Locale.ROOT);
                String right = first.group();
                if (known(left + right) || !(known(left + "-" + right) || (known(left) && known(right)))) {
                    paragraph.setLength(paragraph.length() - 1);
                    paragraph.append(line);
                } else {
                    paragraph.append(known(left + "-" + right) ? "" : " ").append(line);
                }
                return;
            }
        }
        paragraph.append(' ').append(line);
    }

    private boolean known(String word) {
        Set<String> all = words;
        if (all == null) {
            all = new HashSet<>();
            for (String line : text.split("\\R", -1)) {
                // The halves at the ends of lines prove nothing.
                String whole = line.replaceAll("\\p{L}+-\\s*$", "");
                Matcher matcher = WORD.matcher(whole);
                while (matcher.find()) {
                    String found = matcher.group().toLowerCase(java.util.Locale.ROOT);
                    all.add(found);
                    if (found.indexOf('-') >= 0) {
                        all.addAll(Set.of(found.split("-", -1)[0]));
                    }
                }
            }
            words = all;
        }
        return all.contains(word);
    }
}
