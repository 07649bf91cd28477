package org.fram.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fram.office.Block;
import org.fram.office.Document;
import org.fram.office.Place;

/// Documents for tests, written as a person would: `# 1 Heading`, `- item`, `| cell | cell` (the first row of a table
/// is its header), everything else a paragraph.
final class Reading {

    private Reading() {}

    static Document document(String text) {
        var blocks = new ArrayList<Block>();
        var rows = new ArrayList<Block.Row>();
        for (var line : text.strip().split("\n")) {
            var place = Place.paragraph(1, blocks.size() + 1);
            if (line.startsWith("| ")) {
                rows.add(row(line, place));
                continue;
            }
            if (!rows.isEmpty()) {
                blocks.add(new Block.Table(1, List.copyOf(rows), place));
                rows.clear();
            }
            if (line.startsWith("# ")) {
                var parts = line.substring(2).split(" ", 2);
                boolean numbered = Character.isDigit(parts[0].charAt(0));
                blocks.add(new Block.Heading(
                        numbered ? parts[0].split("\\.").length : 1,
                        numbered ? parts[0] : "",
                        numbered ? parts[1] : line.substring(2),
                        place));
            } else if (line.startsWith("- ")) {
                blocks.add(new Block.ListItem(1, "•", line.substring(2), place));
            } else if (!line.isBlank()) {
                blocks.add(new Block.Paragraph("", line.strip(), place));
            }
        }
        if (!rows.isEmpty()) {
            blocks.add(new Block.Table(1, rows, Place.paragraph(1, blocks.size() + 1)));
        }
        return new Document("test.txt", Document.Format.TEXT, 1, blocks, List.of(), List.of());
    }

    private static Block.Row row(String line, Place place) {
        var texts = Arrays.stream(line.substring(2).split(" \\| ?|\\|", -1))
                .map(String::strip)
                .toList();
        var cells = new ArrayList<Block.Cell>();
        for (int c = 0; c < texts.size(); c++) {
            cells.add(new Block.Cell(texts.get(c), c, 1, 1, place));
        }
        return new Block.Row(cells, place);
    }
}
