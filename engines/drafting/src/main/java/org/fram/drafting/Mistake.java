package org.fram.drafting;

/// Something in a template that cannot be used.
///
/// @param template the template's file
/// @param line of the file, from 1
/// @param text what is the matter and what to do, as sentences
public record Mistake(String template, int line, String text) implements Comparable<Mistake> {

    @Override
    public int compareTo(Mistake other) {
        return Integer.compare(line, other.line);
    }

    @Override
    public String toString() {
        return "%s, line %d: %s".formatted(template, line, text);
    }
}
