package org.fram.app.sow.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Cuts texts into pieces where quotes begin and end.
///
/// A quote has single spaces where the text may have line breaks, so both are compared without regard to the kind of
/// white space. A quote that is not found in its text (a row of a table, quoted with its cells joined) marks all of it.
final class Pieces {

    /// Obligations whose first piece has been given out, so that an address leads to one place.
    private final Set<String> placed = new HashSet<>();

    private record Span(int from, int to, Mark mark) {}

    List<Piece> of(String text, List<Mark> marks) {
        if (marks.isEmpty() || text.isEmpty()) {
            return List.of(new Piece(text, "", false, "", ""));
        }
        var spans = marks.stream().map(mark -> span(text, mark)).toList();
        var cuts = new TreeSet<>(List.of(0, text.length()));
        spans.forEach(span -> {
            cuts.add(span.from());
            cuts.add(span.to());
        });
        var pieces = new ArrayList<Piece>();
        int from = 0;
        for (int to : cuts.tailSet(0, false)) {
            pieces.add(piece(text.substring(from, to), within(spans, from, to)));
            from = to;
        }
        return pieces;
    }

    private Piece piece(String text, List<Span> spans) {
        // The shortest quote says most closely what the piece is.
        var obligation = spans.stream()
                .filter(span -> !span.mark().obligation().isEmpty())
                .min(Comparator.comparingInt(span -> span.to() - span.from()))
                .map(Span::mark)
                .orElse(null);
        String severity = spans.stream()
                .map(span -> span.mark().severity())
                .filter(word -> !word.isEmpty())
                .min(Comparator.comparingInt(Pieces::weight))
                .orElse("");
        return obligation == null
                ? new Piece(text, "", false, "", severity)
                : new Piece(
                        text,
                        obligation.obligation(),
                        placed.add(obligation.obligation()),
                        obligation.state(),
                        severity);
    }

    private static int weight(String severity) {
        return switch (severity) {
            case "blocker" -> 0;
            case "warning" -> 1;
            default -> 2;
        };
    }

    private static List<Span> within(List<Span> spans, int from, int to) {
        return spans.stream()
                .filter(span -> span.from() <= from && span.to() >= to)
                .toList();
    }

    private static Span span(String text, Mark mark) {
        var found = find(text, mark.quote());
        return found == null ? new Span(0, text.length(), mark) : new Span(found[0], found[1], mark);
    }

    /// Where a quote begins and ends in a text, or null where it is not in it.
    static int @Nullable [] find(String text, String quote) {
        var plain = new StringBuilder();
        var origin = new ArrayList<Integer>();
        boolean space = true;
        for (int i = 0; i < text.length(); i++) {
            boolean white = Character.isWhitespace(text.charAt(i)) || text.charAt(i) == '\u00a0';
            if (!white || !space) {
                plain.append(white ? ' ' : text.charAt(i));
                origin.add(i);
            }
            space = white;
        }
        String sought = quote.replaceAll("[\\s\\u00a0]+", " ").strip();
        int at = sought.isEmpty() ? -1 : plain.indexOf(sought);
        if (at < 0) {
            return null;
        }
        return new int[] {
            Objects.requireNonNull(origin.get(at)), Objects.requireNonNull(origin.get(at + sought.length() - 1)) + 1
        };
    }
}
