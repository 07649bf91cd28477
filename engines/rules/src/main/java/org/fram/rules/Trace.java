package org.fram.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Takes down what each part of an expression gave, in the order in which the parts were evaluated.
///
/// What says nothing is left out: names whose value stands above them already, and records on the way to one of
/// their fields.
final class Trace {

    /// So that going through a long list does not fill a screen.
    private static final int MOST_ITEMS = 12;

    private static final Pattern PATH = Pattern.compile("[\\w.]+");

    private final List<List<Step>> open = new ArrayList<>(List.of(new ArrayList<>()));
    private final Map<String, Integer> named = new HashMap<>();

    /// @param named variables whose values are told elsewhere
    Trace(Set<String> named) {
        named.forEach(name -> this.named.put(name, 1));
    }

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
        if (!silent(text, value)) {
            open.getLast().add(new Step(text, Words.shown(value), parts));
        }
        return value;
    }

    private boolean silent(String text, Object value) {
        return named.getOrDefault(text, 0) > 0
                || (value instanceof Record
                        && !(value instanceof Unknown)
                        && PATH.matcher(text).matches());
    }

    /// The same for an item of a list that is gone through; only the first few are taken down, and those that
    /// decide.
    Object ofItem(String variable, Object item, boolean[] decides, Code code, Frame frame) {
        open.add(new ArrayList<>());
        named.merge(variable, 1, Integer::sum);
        Object value = code.value(frame);
        named.merge(variable, -1, Integer::sum);
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
