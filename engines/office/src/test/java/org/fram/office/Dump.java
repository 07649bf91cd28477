package org.fram.office;

import java.nio.file.Path;

/// Prints a document as it was read, one line a block: for looking at what a reader makes of a file.
public final class Dump {

    private Dump() {}

    /// Prints each file that is named.
    public static void main(String[] arguments) {
        for (String argument : arguments) {
            Document document = Documents.read(Path.of(argument));
            IO.println("=== " + document.name() + " " + document.format() + " pages " + document.pages());
            document.blocks().forEach(block -> IO.println(line(block)));
            document.runningText().forEach(text -> IO.println("RUN   " + text));
            document.changes().forEach(change -> IO.println("CHANGE " + change));
        }
    }

    /// A block on a line, a table on a line a row.
    static String line(Block block) {
        return switch (block) {
            case Block.Heading heading ->
                "H%d    [%s] %s".formatted(heading.level(), heading.number(), visible(heading.text()));
            case Block.Paragraph paragraph -> "P     [%s] %s".formatted(paragraph.number(), visible(paragraph.text()));
            case Block.ListItem item -> "L%d    [%s] %s".formatted(item.level(), item.marker(), visible(item.text()));
            case Block.Footnote note -> "F     [%s] %s".formatted(note.marker(), visible(note.text()));
            case Block.Table table -> {
                StringBuilder lines = new StringBuilder("T     header " + table.headerRows());
                for (Block.Row row : table.rows()) {
                    lines.append("\n  ");
                    for (Block.Cell cell : row.cells()) {
                        lines.append("| ").append(visible(cell.text()));
                        if (cell.columns() > 1 || cell.rows() > 1) {
                            lines.append(" {%dx%d}".formatted(cell.columns(), cell.rows()));
                        }
                        lines.append(' ');
                    }
                }
                yield lines.toString();
            }
        };
    }

    private static String visible(String text) {
        return text.replace("\n", "⏎");
    }
}
