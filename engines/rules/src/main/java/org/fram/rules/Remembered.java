package org.fram.rules;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What came of going through lists of the facts while practices are checked. Several practices go through the
/// same list for the same, and after a change most items of a list are the very values that they were.
///
/// Belongs to one check and to one thread.
final class Remembered {

    /// A list that was filtered.
    ///
    /// @param wanted the positions of those that were kept
    record Kept(List<?> list, BitSet wanted) {

        @SuppressWarnings("ReferenceEquality") // what holds of a value holds of the very same value
        boolean knows(int position, Object item) {
            return position < list.size() && list.get(position) == item;
        }
    }

    /// A list in which an item was looked for.
    ///
    /// @param found the position of one that decides, or -1 where none does
    record Sought(List<?> list, int found) {

        @SuppressWarnings("ReferenceEquality") // what holds of a value holds of the very same value
        boolean knows(int position, Object item) {
            return position < list.size() && list.get(position) == item;
        }
    }

    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, Kept> kept = new HashMap<>();
    private final Map<String, Sought> sought = new HashMap<>();

    /// @param before what was remembered of the facts before a change, on the same day and with the same holidays; or
    /// null
    Remembered(@Nullable Remembered before) {
        if (before != null) {
            kept.putAll(before.kept);
            sought.putAll(before.sought);
        }
    }

    /// The value of an expression over the facts as a whole, or null where it is not known yet.
    @Nullable
    Object value(String expression) {
        return values.get(expression);
    }

    void value(String expression, Object value) {
        values.put(expression, value);
    }

    /// What an expression kept of its list the last time, or null.
    @Nullable
    Kept kept(String expression) {
        return kept.get(expression);
    }

    void kept(String expression, Kept now) {
        kept.put(expression, now);
    }

    /// What an expression found in its list the last time, or null.
    @Nullable
    Sought sought(String expression) {
        return sought.get(expression);
    }

    void sought(String expression, Sought now) {
        sought.put(expression, now);
    }
}
