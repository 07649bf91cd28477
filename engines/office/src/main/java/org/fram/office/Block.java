package org.fram.office;

import java.util.List;
import java.util.regex.Pattern;

/// A piece of a document's body. Texts have single spaces, no line breaks but those the author made in a cell
/// or paragraph (as `\n`), and the document's own characters: quotes, dashes and bullets are not replaced.
public sealed interface Block {

    /// Where it stands.
    Place place();

    /// A heading.
    ///
    /// @param level 1 for the outermost
    /// @param number as printed, without a final full stop ("3.2", "B.1", "IV"), also when Word made it;
    /// empty where there is none
    /// @param text without the number
    record Heading(int level, String number, String text, Place place) implements Block {

        private static final Pattern TYPED = Pattern.compile(
                "^(?:(\\d{1,2}(?:\\.\\d{1,2}){0,5})(?:[.)]\\s+|\\s+(?=[^\\p{Ll}\\d]))|([A-Z])[.)]\\s+)");

        /// The same, with a number that was typed into its text (“3.2 Scope”) parted from it.
        public Heading parted() {
            var typed = TYPED.matcher(text);
            return number.isEmpty() && typed.find()
                    ? new Heading(
                            level,
                            typed.group(1) == null ? typed.group(2) : typed.group(1),
                            text.substring(typed.end()),
                            place)
                    : this;
        }
    }

    /// A paragraph of prose.
    ///
    /// @param number of the clause where the paragraph itself is numbered ("4.1.5.2"), else empty
    /// @param text without the number
    record Paragraph(String number, String text, Place place) implements Block {}

    /// An item of a list.
    ///
    /// @param level 1 for the outermost list
    /// @param marker as printed ("•", "1.", "(a)"), also when Word made it
    /// @param text without the marker
    record ListItem(int level, String marker, String text, Place place) implements Block {}

    /// A footnote or endnote, right behind the block that refers to it.
    ///
    /// @param marker as printed ("1", "*")
    record Footnote(String marker, String text, Place place) implements Block {}

    /// A table.
    ///
    /// @param headerRows how many of the first rows are headings of columns; 0 where none is recognised
    /// @param rows from top to bottom; a table that goes on over pages is one table, its repeated header left
    /// out
    record Table(int headerRows, List<Row> rows, Place place) implements Block {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    /// A row of a table.
    record Row(List<Cell> cells, Place place) {
        public Row {
            cells = List.copyOf(cells);
        }

        /// The non-empty cells joined with ` | `: how a row is quoted.
        public String quote() {
            return String.join(
                    " | ",
                    cells.stream()
                            .map(cell -> cell.text().replace('\n', ' ').strip())
                            .filter(text -> !text.isEmpty())
                            .toList());
        }
    }

    /// A cell of a table.
    ///
    /// @param text its paragraphs and list items, joined with `\n`
    /// @param column of its left edge, from 0
    /// @param columns how many columns it covers, 1 or more
    /// @param rows how many rows it covers, 1 or more; the rows below hold no cell for it
    record Cell(String text, int column, int columns, int rows, Place place) {}
}
