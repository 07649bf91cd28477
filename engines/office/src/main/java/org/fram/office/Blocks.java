package org.fram.office;

import java.util.ArrayList;
import java.util.List;

/// Puts together a document of [Block]s from its top to its end, as a program writes one.
public final class Blocks {

    private final List<Block> blocks = new ArrayList<>();

    /// A heading.
    ///
    /// @param level 1 for the outermost
    public Blocks heading(int level, String text) {
        blocks.add(new Block.Heading(level, "", text, place()));
        return this;
    }

    /// A paragraph; nothing where it says nothing.
    public Blocks paragraph(String text) {
        if (!text.isBlank()) {
            blocks.add(new Block.Paragraph("", text, place()));
        }
        return this;
    }

    /// An item of a list of bullets.
    public Blocks item(String text) {
        blocks.add(new Block.ListItem(1, "•", text, place()));
        return this;
    }

    /// A table with a row of headings; nothing where it has no other rows.
    ///
    /// @param rows each with as many cells as there are headings
    public Blocks table(List<String> headings, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            var all = new ArrayList<Block.Row>();
            all.add(row(headings));
            rows.forEach(row -> all.add(row(row)));
            blocks.add(new Block.Table(1, all, place()));
        }
        return this;
    }

    /// All of it, in its order.
    public List<Block> all() {
        return List.copyOf(blocks);
    }

    private Block.Row row(List<String> texts) {
        var cells = new ArrayList<Block.Cell>();
        for (int column = 0; column < texts.size(); column++) {
            cells.add(new Block.Cell(texts.get(column), column, 1, 1, place()));
        }
        return new Block.Row(cells, place());
    }

    private Place place() {
        return Place.paragraph(1, blocks.size() + 1);
    }
}
