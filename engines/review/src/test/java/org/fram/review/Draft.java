package org.fram.review;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.fram.office.Block;
import org.fram.office.Document;
import org.fram.office.Place;

/// A document as a test writes it: `# 1. Heading`, `- item`, `| cell | cell |` (a `|---|` line below the names of the
/// columns), and paragraphs, each on a line of its own.
final class Draft {

    private static final Pattern HEADING =
            Pattern.compile("(#+) (?:((?:\\d+\\.)*\\d+|[A-Z](?:\\.\\d+)+|Annex \\w|Appendix \\w)\\.? )?(.*)");
    private static final Pattern ITEM = Pattern.compile("( *)(-|\\d+\\.|\\([a-z]\\)) (.*)");

    private Draft() {}

    /// The statements of a text.
    static List<Statement> of(String text) {
        return Statements.of(document(text));
    }

    static Document document(String text) {
        var blocks = new ArrayList<Block>();
        var rows = new ArrayList<String>();
        for (var line : (text + "\n\n").split("\n", -1)) {
            if (line.startsWith("|")) {
                rows.add(line);
                continue;
            }
            if (!rows.isEmpty()) {
                blocks.add(table(rows, blocks.size() + 1));
                rows.clear();
            }
            if (!line.isBlank()) {
                blocks.add(block(line, blocks.size() + 1));
            }
        }
        return new Document("draft.md", Document.Format.MARKDOWN, 0, blocks, List.of(), List.of());
    }

    private static Block block(String line, int paragraph) {
        var place = Place.paragraph(0, paragraph);
        var heading = HEADING.matcher(line);
        if (heading.matches()) {
            var number = heading.group(2) == null ? "" : heading.group(2);
            return new Block.Heading(heading.group(1).length(), number, heading.group(3), place);
        }
        var item = ITEM.matcher(line);
        if (item.matches()) {
            return new Block.ListItem(1 + item.group(1).length() / 2, item.group(2), item.group(3), place);
        }
        return new Block.Paragraph("", line.strip(), place);
    }

    private static Block table(List<String> lines, int paragraph) {
        boolean named = lines.size() > 1 && lines.get(1).startsWith("|---");
        var rows = new ArrayList<Block.Row>();
        for (int i = 0; i < lines.size(); i++) {
            if (named && i == 1) {
                continue;
            }
            var cells = new ArrayList<Block.Cell>();
            var texts = lines.get(i).strip().replaceAll("^\\||\\|$", "").split("\\|", -1);
            for (int c = 0; c < texts.length; c++) {
                cells.add(
                        new Block.Cell(texts[c].strip(), c, 1, 1, new Place(0, paragraph, 1, rows.size() + 1, c + 1)));
            }
            rows.add(new Block.Row(cells, new Place(0, paragraph, 1, rows.size() + 1, 0)));
        }
        return new Block.Table(named ? 1 : 0, rows, Place.paragraph(0, paragraph));
    }
}
