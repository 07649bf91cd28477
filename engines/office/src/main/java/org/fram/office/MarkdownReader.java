package org.fram.office;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/// Reads Markdown (CommonMark with tables); marks of emphasis, links and comments are left out, front matter
/// is skipped, and a `[^1]` note follows the block that refers to it.
final class MarkdownReader {

    private static final Pattern FRONT_MATTER =
            Pattern.compile("\\A---[ \\t]*\\R(?s:.*?)\\R(?:---|\\.\\.\\.)[ \\t]*(?:\\R|\\z)");
    private static final Pattern NOTE =
            Pattern.compile("(?m)^\\[\\^([^\\]\\s]+)]:[ \\t]*(.*(?:\\R(?:[ \\t]+\\S.*|(?=\\R[ \\t]+\\S)))*)");
    private static final Pattern REFERENCE = Pattern.compile("\\[\\^([^\\]\\s]+)]");
    private static final Pattern TAG = Pattern.compile("<!--(?s:.*?)-->|</?[A-Za-z][^>]*>");

    private final List<Block> blocks = new ArrayList<>();
    private final Map<String, String> notes = new HashMap<>();
    private final Set<String> shown = new HashSet<>();
    private int tables;

    private MarkdownReader() {}

    /// Reads decoded Markdown.
    static Document read(String name, String text) {
        MarkdownReader reader = new MarkdownReader();
        String body = reader.takeNotes(FRONT_MATTER.matcher(text).replaceFirst(""));
        Parser parser =
                Parser.builder().extensions(List.of(TablesExtension.create())).build();
        reader.children(parser.parse(body), 0);
        return new Document(name, Document.Format.MARKDOWN, 0, reader.blocks, List.of(), List.of());
    }

    private String takeNotes(String text) {
        Matcher matcher = NOTE.matcher(text);
        StringBuilder rest = new StringBuilder();
        while (matcher.find()) {
            notes.putIfAbsent(matcher.group(1), clean(matcher.group(2)));
            matcher.appendReplacement(rest, "");
        }
        return matcher.appendTail(rest).toString();
    }

    private void children(Node parent, int level) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            block(node, level);
        }
    }

    private void block(Node node, int level) {
        switch (node) {
            case Heading heading -> heading(heading);
            case Paragraph paragraph -> paragraph(inline(paragraph));
            case BulletList list -> list(list, level + 1);
            case OrderedList list -> list(list, level + 1);
            case TableBlock table -> table(table);
            case BlockQuote quote -> children(quote, level);
            case FencedCodeBlock code -> code(code.getLiteral());
            case IndentedCodeBlock code -> code(code.getLiteral());
            case HtmlBlock html -> paragraph(TAG.matcher(html.getLiteral()).replaceAll(" "));
            default -> children(node, level);
        }
    }

    private void heading(Heading heading) {
        String text = inline(heading);
        String clean = clean(REFERENCE.matcher(text).replaceAll(""));
        if (clean.isEmpty()) {
            return;
        }
        LeadingMark mark = LeadingMark.of(clean);
        boolean numbered = mark != null
                && mark.kind() != LeadingMark.Kind.BULLET
                && !mark.marker().startsWith("(")
                && mark.end() < clean.length();
        String number = mark != null && numbered ? mark.marker().replaceAll("[.):]+$", "") : "";
        String words = mark != null && numbered ? clean.substring(mark.end()) : clean;
        blocks.add(new Block.Heading(heading.getLevel(), number, words, place()));
        behind(text);
    }

    private void paragraph(String text) {
        String clean = clean(REFERENCE.matcher(text).replaceAll(""));
        if (clean.isEmpty()) {
            return;
        }
        LeadingMark mark = LeadingMark.of(clean);
        String rest = mark == null ? "" : clean.substring(mark.end());
        if (mark == null || rest.isEmpty()) {
            blocks.add(new Block.Paragraph("", clean, place()));
        } else if (mark.kind() == LeadingMark.Kind.CLAUSE) {
            blocks.add(new Block.Paragraph(mark.marker(), rest, place()));
        } else {
            blocks.add(new Block.ListItem(1, mark.marker(), rest, place()));
        }
        behind(text);
    }

    private void code(String text) {
        for (String paragraph : text.split("\\R\\s*\\R", -1)) {
            paragraph(paragraph);
        }
    }

    private void list(Node list, int level) {
        int number = 1;
        String delimiter = ".";
        String bullet = "-";
        if (list instanceof OrderedList ordered) {
            Integer start = ordered.getMarkerStartNumber();
            number = start == null ? 1 : start;
            delimiter = ordered.getMarkerDelimiter() == null ? "." : ordered.getMarkerDelimiter();
        } else if (list instanceof BulletList bullets && bullets.getMarker() != null) {
            bullet = bullets.getMarker();
        }
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            String marker = list instanceof OrderedList ? number++ + delimiter : bullet;
            if (item instanceof ListItem) {
                item(item, marker, level);
            }
        }
    }

    private void item(Node item, String marker, int level) {
        boolean first = true;
        for (Node node = item.getFirstChild(); node != null; node = node.getNext()) {
            if (first && node instanceof Paragraph paragraph) {
                String text = inline(paragraph);
                String clean = clean(REFERENCE.matcher(text).replaceAll("")).replaceFirst("^\\[[ xX]] ", "");
                if (!clean.isEmpty()) {
                    blocks.add(new Block.ListItem(level, marker, clean, place()));
                    behind(text);
                }
                first = false;
            } else {
                block(node, level);
            }
        }
    }

    private void table(TableBlock table) {
        int paragraph = blocks.size() + 1;
        int headers = 0;
        List<Block.Row> rows = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (!(row instanceof TableRow)) {
                    continue;
                }
                List<Block.Cell> cells = new ArrayList<>();
                for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                    if (cell instanceof TableCell) {
                        String text = inline(cell);
                        all.append(text);
                        Place place = new Place(0, paragraph, tables + 1, rows.size() + 1, cells.size() + 1);
                        String clean = lines(REFERENCE.matcher(text).replaceAll(""));
                        cells.add(new Block.Cell(clean, cells.size(), 1, 1, place));
                    }
                }
                if (part instanceof TableHead
                        && cells.stream().anyMatch(cell -> !cell.text().isEmpty())) {
                    headers++;
                }
                if (!(part instanceof TableHead && headers == 0)) {
                    rows.add(new Block.Row(cells, new Place(0, paragraph, tables + 1, rows.size() + 1, 0)));
                }
            }
        }
        if (rows.stream().anyMatch(row -> !row.quote().isEmpty())) {
            tables++;
            blocks.add(new Block.Table(headers, rows, new Place(0, paragraph, tables, 0, 0)));
            behind(all.toString());
        }
    }

    /// The notes that a text refers to, each once.
    private void behind(String text) {
        Matcher matcher = REFERENCE.matcher(text);
        while (matcher.find()) {
            String note = notes.get(matcher.group(1));
            if (note != null && !note.isEmpty() && shown.add(matcher.group(1))) {
                blocks.add(new Block.Footnote(matcher.group(1), note, place()));
            }
        }
    }

    private static String inline(Node parent) {
        StringBuilder text = new StringBuilder();
        inline(parent, text);
        return text.toString();
    }

    private static void inline(Node parent, StringBuilder text) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text words -> text.append(words.getLiteral());
                case Code code -> text.append(code.getLiteral());
                case SoftLineBreak _ -> text.append(' ');
                case HardLineBreak _ -> text.append('\n');
                case HtmlInline html -> text.append(html.getLiteral().matches("(?i)<br\\s*/?>") ? "\n" : "");
                case Image image -> inline(image, text);
                default -> inline(node, text);
            }
        }
    }

    private Place place() {
        return Place.paragraph(0, blocks.size() + 1);
    }

    /// With single spaces, and the line breaks that the author made.
    private static String lines(String text) {
        TracedText traced = new TracedText();
        traced.append(text, 0);
        return traced.normalised().toString();
    }

    private static String clean(String text) {
        return lines(text).strip();
    }
}
