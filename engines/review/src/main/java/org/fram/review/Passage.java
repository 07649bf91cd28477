package org.fram.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fram.office.Block;
import org.fram.office.Document;
import org.fram.office.Marked;

/// A passage of a document as two versions are laid beside each other: a block, or the row of a table.
///
/// @param number as printed, or empty
/// @param index in the document, from 0
/// @param cells single spaces between the words; several cells only in a row
record Passage(Marked.Shape shape, int level, String number, int index, List<String> cells) {

    static List<Passage> of(Document document) {
        var passages = new ArrayList<Passage>();
        for (var block : document.blocks()) {
            switch (block) {
                case Block.Heading heading -> {
                    var parted = heading.parted();
                    add(passages, Marked.Shape.HEADING, parted.level(), parted.number(), List.of(parted.text()));
                }
                case Block.Paragraph(var number, var text, var _) ->
                    add(passages, Marked.Shape.PARAGRAPH, 0, number, List.of(text));
                case Block.ListItem(var level, var marker, var text, var _) ->
                    add(passages, Marked.Shape.ITEM, level, marker, List.of(text));
                case Block.Footnote(var marker, var text, var _) ->
                    add(passages, Marked.Shape.PARAGRAPH, 0, marker, List.of(text));
                case Block.Table table -> {
                    for (int i = 0; i < table.rows().size(); i++) {
                        add(
                                passages,
                                i < table.headerRows() ? Marked.Shape.HEADER_ROW : Marked.Shape.ROW,
                                0,
                                "",
                                table.rows().get(i).cells().stream()
                                        .map(Block.Cell::text)
                                        .toList());
                    }
                }
            }
        }
        return passages;
    }

    private static void add(List<Passage> passages, Marked.Shape shape, int level, String number, List<String> cells) {
        var words = cells.stream()
                .map(cell -> String.join(" ", cell.strip().split("\\s+")))
                .toList();
        passages.add(new Passage(shape, level, number, passages.size(), words));
    }

    Redline.Side side() {
        return new Redline.Side(number, index);
    }

    /// By which two are the same, but for their numbers.
    String key() {
        return shape + "\t" + String.join("\t", cells);
    }

    List<String> words() {
        return cells.stream()
                .flatMap(cell -> Arrays.stream(cell.split(" ")))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
