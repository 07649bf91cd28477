package org.fram.review;

import java.util.List;
import org.fram.office.Place;

/// Statements made by hand.
final class Saying {

    private static final Place SOMEWHERE = Place.paragraph(1, 1);

    private Saying() {}

    /// A sentence, or a row where ` | ` stands between its cells; a heading may stand before ` :: `.
    static Statement text(String text) {
        int colons = text.indexOf(" :: ");
        String quote = colons < 0 ? text : text.substring(colons + 4);
        return quote.contains(" | ") ? row("", "", quote) : under(colons < 0 ? "" : text.substring(0, colons), quote);
    }

    static Statement sentence(String quote) {
        return under("", quote);
    }

    /// A sentence under a heading; none where the heading is empty.
    static Statement under(String heading, String quote) {
        var headings = heading.isEmpty() ? List.<String>of() : List.of(heading);
        return new Statement(0, Statement.Form.SENTENCE, quote, headings, null, null, SOMEWHERE);
    }

    /// A row of a table with a caption; cells and names of columns are separated by `|`.
    static Statement row(String caption, String headers, String cells) {
        var row = new Statement.TableRow(1, caption, split(headers), split(cells), -1);
        return new Statement(0, Statement.Form.ROW, cells, List.of(), null, row, SOMEWHERE);
    }

    private static List<String> split(String cells) {
        return List.of(cells.split("\\s*\\|\\s*"));
    }
}
