package org.fram.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How long pages of an application take, in lines of a table.
///
/// @param size what there is of it, in the first column
/// @param runs how often a page is asked for
record PageTimes(Served served, Visitor visitor, Table table, String size, int runs) {

    /// The columns of such a table.
    static List<String> columns(String size) {
        return List.of(size, "what", "runs", "wall ms, median", "min–max", "CPU ms, median");
    }

    /// Asks for a page and adds its line.
    void page(String what, String path) throws IOException, InterruptedException {
        // Once without a watch, so that what is compiled at the first time is not measured.
        visitor.get(path);
        var times = new ArrayList<Timing>();
        for (int run = 0; run < runs; run++) {
            times.add(Timing.of(served, () -> visitor.get(path)));
        }
        add(what, times);
    }

    /// Adds a line of what was measured.
    void add(String what, List<Timing> times) {
        var walls = times.stream().map(Timing::wall).sorted().toList();
        var processors = times.stream().map(Timing::processors).sorted().toList();
        table.add(List.of(
                size,
                what,
                Integer.toString(times.size()),
                Long.toString(walls.get(walls.size() / 2).toMillis()),
                walls.getFirst().toMillis() + "–" + walls.getLast().toMillis(),
                Long.toString(processors.get(processors.size() / 2).toMillis())));
    }

    /// A number as the first column shows it.
    static String size(int many) {
        return String.format(Locale.ROOT, "%,d", many);
    }
}
