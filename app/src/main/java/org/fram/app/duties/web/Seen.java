package org.fram.app.duties.web;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fram.app.duties.Activity;
import org.fram.app.duties.Grid;
import org.fram.app.duties.Letters;

/// The letters of a row as a form keeps them, so that it is known what somebody saw: `KEY=A/R KEY=C`.
final class Seen {

    private Seen() {}

    static String write(Grid grid, Activity row) {
        return grid.columns().stream()
                .filter(column -> row.letters(column.name()) != Letters.NONE)
                .map(column -> column.key() + "=" + row.letters(column.name()).text())
                .collect(joining(" "));
    }

    /// What makes no sense is left out.
    static Map<String, Letters> read(String text) {
        var seen = new LinkedHashMap<String, Letters>();
        for (String cell : text.split(" ")) {
            int at = cell.lastIndexOf('=');
            if (at > 0) {
                Letters.read(cell.substring(at + 1)).ifPresent(letters -> seen.put(cell.substring(0, at), letters));
            }
        }
        return seen;
    }
}
