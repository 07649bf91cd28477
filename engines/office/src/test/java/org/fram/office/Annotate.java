package org.fram.office;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes a remark at each block of a document: for looking at where comments land.
public final class Annotate {

    private Annotate() {}

    /// Takes a document and the copy to be written.
    public static void main(String[] arguments) {
        Document document = Documents.read(Path.of(arguments[0]));
        List<Remark> remarks = new ArrayList<>();
        for (Block block : document.blocks()) {
            remarks.addAll(remarks(block));
        }
        Remarks.write(Path.of(arguments[0]), remarks, Path.of(arguments[1]));
        Document again = Documents.read(Path.of(arguments[1]));
        IO.println(
                remarks.size() + " remarks; blocks the same: " + again.blocks().equals(document.blocks()));
    }

    /// A remark on some words of each block, on the row of each table.
    static List<Remark> remarks(Block block) {
        return switch (block) {
            case Block.Table table ->
                table.rows().stream()
                        .map(row -> new Remark(row.place(), row.quote(), "Fram Review", "Row: " + row.quote()))
                        .toList();
            case Block.Heading heading -> List.of(remark(block, heading.text()));
            case Block.Paragraph paragraph -> List.of(remark(block, middle(paragraph.text())));
            case Block.ListItem item -> List.of(remark(block, middle(item.text())));
            case Block.Footnote note -> List.of(remark(block, note.text()));
        };
    }

    private static Remark remark(Block block, String quote) {
        return new Remark(block.place(), quote, "Fram Review", "About \"" + quote + "\".\nSecond line.");
    }

    private static String middle(String text) {
        String[] words = text.split(" ", -1);
        int from = words.length / 3;
        int to = Math.max(from + 1, words.length * 2 / 3);
        return String.join(" ", java.util.Arrays.asList(words).subList(from, to));
    }
}
