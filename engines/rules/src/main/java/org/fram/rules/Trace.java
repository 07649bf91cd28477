package org.fram.rules;

import java.util.ArrayList;
import java.util.List;

/// Takes down what each part of an expression gave, in the order in which the parts were evaluated.
final class Trace {

    /// So that going through a long list does not fill a screen.
    private static final int MOST_ITEMS = 12;

    private final List<List<Step>> open = new ArrayList<>(List.of(new ArrayList<>()));

    /// A part of an expression and what it gave.
    ///
    /// @param text the part as written
    /// @param value what it gave, in words
    /// @param parts what it was made of
    record Step(String text, String value, List<Step> parts) {
        Step {
            parts = List.copyOf(parts);
        }
    }

    /// Evaluates a part, with its own parts below it.
    Object of(String text, Code code, Frame frame) {
        open.add(new ArrayList<>());
        Object value = code.value(frame);
        var parts = open.removeLast();
        open.getLast().add(new Step(text, Words.shown(value), parts));
        return value;
    }

    /// The same for an item of a list that is gone through; only the first few are taken down, and those that
    /// decide.
    Object ofItem(String variable, Object item, boolean[] decides, Code code, Frame frame) {
        open.add(new ArrayList<>());
        Object value = code.value(frame);
        var parts = open.removeLast();
        boolean decided = value instanceof Boolean truth && decides[truth ? 1 : 0];
        if (open.getLast().size() < MOST_ITEMS || decided) {
            open.getLast().add(new Step("%s = %s".formatted(variable, Words.label(item)), Words.shown(value), parts));
        }
        return value;
    }

    List<Step> steps() {
        return List.copyOf(open.getFirst());
    }
}
