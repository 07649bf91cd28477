package org.fram.app.platform.pages;

import java.util.List;
import java.util.function.IntFunction;

/// The part that one page shows of a list that is too long for a page.
///
/// @param items that are shown
/// @param first index of the first of them in the whole list
/// @param total size of the whole list
/// @param number of the part, from 1
/// @param parts how many there are, at least 1
public record Portion<T>(List<T> items, int first, int total, int number, int parts) {

    /// A part of a list.
    ///
    /// @param size of each part but the last
    /// @param asked number of the part; one that does not exist is the nearest that does
    public static <T> Portion<T> of(List<T> all, int size, int asked) {
        int parts = Math.max(1, Math.ceilDiv(all.size(), size));
        int number = Math.clamp(asked, 1, parts);
        int first = (number - 1) * size;
        return new Portion<>(all.subList(first, Math.min(all.size(), first + size)), first, all.size(), number, parts);
    }

    /// The number of the part that holds an index of the whole list; the first where the index is negative.
    public static int holding(int index, int size) {
        return Math.max(0, index) / size + 1;
    }

    /// Where in the list one is, and the ways to the parts before and after it; says nothing where all is shown.
    ///
    /// @param address of a part, by its number
    public PageLinks links(Frame frame, IntFunction<String> address) {
        return new PageLinks(
                parts == 1 ? "" : frame.text("pages.range", first + 1, first + items.size(), total),
                number > 1 ? address.apply(number - 1) : null,
                number < parts ? address.apply(number + 1) : null);
    }
}
