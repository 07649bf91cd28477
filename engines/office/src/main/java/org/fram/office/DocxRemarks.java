package org.fram.office;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.fram.office.DocxReader.Traced;
import org.fram.office.TracedText.Point;
import org.fram.office.Xml.Element;
import org.jspecify.annotations.Nullable;

/// Writes remarks into a Word document as comments.
final class DocxRemarks {

    /*
     * The document is read with the address of each character (TracedText); the place of a remark becomes two addresses,
     * and a copy of the document's part is written in which the marks of the comment stand there, with a run split where
     * one falls into it. All other parts are copied as they are, still packed. New are the comments themselves and, where
     * the document had none, the relationship and the content type of their part.
     */

    private static final String COMMENTS_TYPE =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
    private static final String STRICT = "http://purl.oclc.org/ooxml/";

    private final DocxPackage docx;
    private final List<Remark> remarks;
    private final List<Traced> blocks;
    private final Map<Integer, List<Mark>> marks = new HashMap<>();
    private int firstId;

    private DocxRemarks(DocxPackage docx, List<Remark> remarks) {
        this.docx = docx;
        this.remarks = remarks;
        this.blocks = DocxReader.traced(docx);
    }

    /// Where a comment begins or ends.
    ///
    /// @param index in the text of the element before which it stands; the length of the text for its end
    private record Mark(int index, boolean end, int comment) {}

    /// A stretch of text, from its first character to its last.
    ///
    /// @param run the run that stands for it, or 0 where the characters are addressed
    private record Anchor(@Nullable Point first, @Nullable Point last, int run) {}

    static void write(Path source, List<Remark> remarks, Path target) throws IOException {
        try (DocxPackage docx = DocxPackage.open(source)) {
            new DocxRemarks(docx, remarks).write(target);
        }
    }

    // Where the comments stand.

    private Anchor anchor(Remark remark) {
        int ordinal = remark.place().paragraph();
        Anchor found = null;
        if (ordinal >= 1 && ordinal <= blocks.size()) {
            found = anchor(blocks.get(ordinal - 1), remark, true);
        }
        // A quote that begins in one block and ends in another is marked where it begins.
        for (int i = 0; found == null && i < blocks.size() && !remark.quote().isBlank(); i++) {
            found = anchor(blocks.get(i), remark, false);
        }
        if (found == null) {
            int at = Math.clamp(ordinal, 1, blocks.size()) - 1;
            found = whole(blocks.get(at));
        }
        return found;
    }

    private static @Nullable Anchor anchor(Traced block, Remark remark, boolean here) {
        if (block.run() != 0 && here) {
            return whole(block);
        }
        if (!block.rows().isEmpty()) {
            return inTable(block, remark, here);
        }
        if (here && remark.quote().isBlank()) {
            return whole(block);
        }
        return within(block.text(), remark.quote());
    }

    private static @Nullable Anchor inTable(Traced table, Remark remark, boolean here) {
        int row = remark.place().row();
        if (here && row >= 1 && row <= table.rows().size()) {
            List<TracedText> cells = table.rows().get(row - 1);
            int cell = remark.place().cell();
            if (cell >= 1 && cell <= cells.size()) {
                Anchor inCell = within(cells.get(cell - 1), remark.quote());
                if (inCell != null) {
                    return inCell;
                }
            }
            Anchor inRow = within(joined(cells), remark.quote());
            return inRow != null ? inRow : all(joined(cells));
        }
        for (List<TracedText> cells : table.rows()) {
            Anchor inRow = within(joined(cells), remark.quote());
            if (inRow != null) {
                return inRow;
            }
        }
        return null;
    }

    /// A row as it is quoted.
    private static TracedText joined(List<TracedText> cells) {
        TracedText row = new TracedText();
        for (TracedText cell : cells) {
            if (cell.length() > 0) {
                if (row.length() > 0) {
                    row.append(" | ", 0);
                }
                row.append(cell);
            }
        }
        return row;
    }

    private static Anchor whole(Traced block) {
        if (block.run() != 0) {
            return new Anchor(null, null, block.run());
        }
        if (block.rows().isEmpty()) {
            return all(block.text());
        }
        return block.rows().stream()
                .map(DocxRemarks::joined)
                .filter(row -> row.length() > 0)
                .findFirst()
                .map(DocxRemarks::all)
                .orElseThrow();
    }

    private static Anchor all(TracedText text) {
        return between(text, 0, text.length());
    }

    private static @Nullable Anchor within(TracedText text, String quote) {
        String wanted = quote.replaceAll("\\s+", " ").strip();
        int at = wanted.isEmpty() ? -1 : text.toString().replace('\n', ' ').indexOf(wanted);
        return at < 0 ? null : between(text, at, at + wanted.length());
    }

    private static Anchor between(TracedText text, int begin, int end) {
        int first = begin;
        while (first < end - 1 && text.point(first).element() == 0) {
            first++;
        }
        int last = end - 1;
        while (last > first && text.point(last).element() == 0) {
            last--;
        }
        return new Anchor(text.point(first), text.point(last), 0);
    }

    private void mark(int element, int index, boolean end, int comment) {
        marks.computeIfAbsent(element, _ -> new ArrayList<>()).add(new Mark(index, end, comment));
    }

    // The document's part.

    private void write(Path target) throws IOException {
        String part = docx.documentPart();
        List<DocxPackage.Relationship> existing = docx.related(part, "comments");
        String commentsPart =
                existing.isEmpty() || !docx.has(existing.getFirst().target())
                        ? newPart(part)
                        : existing.getFirst().target();
        boolean isNew = existing.isEmpty() || !docx.has(existing.getFirst().target());
        Element comments = isNew ? null : docx.tree(commentsPart);
        firstId = comments == null ? 0 : nextId(comments);
        for (int i = 0; i < remarks.size(); i++) {
            Anchor anchor = anchor(remarks.get(i));
            Point first = anchor.first;
            Point last = anchor.last;
            if (first != null && last != null) {
                mark(first.element(), first.index(), false, firstId + i);
                mark(last.element(), last.index() + 1, true, firstId + i);
            } else {
                mark(-anchor.run, 0, false, firstId + i);
                mark(-anchor.run, 1, true, firstId + i);
            }
        }
        Map<String, byte[]> changed = new TreeMap<>();
        changed.put(key(part), document());
        changed.put(key(commentsPart), comments(comments));
        if (isNew) {
            changed.put(key("[Content_Types].xml"), contentTypes(commentsPart));
            changed.put(key(DocxPackage.relationshipsPart(part)), relationships(part, commentsPart));
        }
        copy(changed, commentsPart, target);
    }

    private String newPart(String part) {
        String folder = part.substring(0, part.lastIndexOf('/') + 1);
        String name = folder + "comments.xml";
        for (int i = 2; docx.has(name); i++) {
            name = folder + "comments" + i + ".xml";
        }
        return name;
    }

    private static int nextId(Element comments) {
        return comments.elements().stream()
                        .mapToInt(comment -> WordStyles.number(comment.attribute("w:id"), 0))
                        .max()
                        .orElse(-1)
                + 1;
    }

    private byte[] document() {
        return written(docx.documentPart(), List.of("w:document", "w:body"), this::place);
    }

    private byte[] written(String part, List<String> path, java.util.function.Consumer<Element> change) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        docx.parse(part, in -> {
            Writer out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), 1 << 16);
            Xml.copy(in, path, change, out);
            out.flush();
        });
        return bytes.toByteArray();
    }

    /// Puts the marks that fall into a child of the body where they belong.
    private void place(Element element) {
        if (holdsMark(element)) {
            place(element, element.is("w:p") ? element : null, element.is("w:p") ? new ArrayList<>() : null);
        }
    }

    private boolean holdsMark(Element element) {
        return marks.containsKey(element.ordinal)
                || marks.containsKey(-element.ordinal)
                || element.elements().stream().anyMatch(this::holdsMark);
    }

    /// Goes down to the runs; what refers to a comment that ends within is put behind the paragraph's own
    /// child.
    private void place(Element element, @Nullable Element paragraph, @Nullable List<Integer> ended) {
        List<Xml.Node> children = new ArrayList<>(element.children.size());
        for (Xml.Node node : element.children) {
            if (!(node instanceof Element child) || !holdsMark(child)) {
                children.add(node);
                continue;
            }
            if (child.is("w:r")) {
                List<Integer> here = ended == null ? new ArrayList<>() : ended;
                children.addAll(split(child, here));
            } else if (child.is("w:p")) {
                place(child, child, new ArrayList<>());
                children.add(child);
            } else {
                place(child, paragraph, ended);
                children.add(child);
            }
            if (element == paragraph && ended != null) {
                ended.forEach(comment -> children.add(reference(comment)));
                ended.clear();
            }
        }
        element.children.clear();
        element.children.addAll(children);
    }

    /// A run in pieces, with the marks between them.
    private List<Xml.Node> split(Element run, List<Integer> ended) {
        List<Xml.Node> pieces = new ArrayList<>();
        List<Mark> around = sorted(marks.getOrDefault(-run.ordinal, List.of()));
        around.stream().filter(mark -> !mark.end).forEach(mark -> pieces.add(rangeMark(mark)));
        Element look = run.child("w:rPr");
        Element piece = empty(run);
        for (Xml.Node node : run.children) {
            if (node == look) {
                continue;
            }
            List<Mark> inside =
                    node instanceof Element child ? sorted(marks.getOrDefault(child.ordinal, List.of())) : List.of();
            if (inside.isEmpty() || !(node instanceof Element text)) {
                piece.children.add(node);
                continue;
            }
            String words = text.is("w:t") ? text.text() : "";
            int done = 0;
            for (Mark mark : inside) {
                int at = text.is("w:t") ? Math.min(mark.index, words.length()) : mark.index == 0 ? 0 : 1;
                if (!text.is("w:t") && at > done) {
                    piece.children.add(text);
                } else if (text.is("w:t") && at > done) {
                    piece.children.add(text(text, words.substring(done, at)));
                }
                done = Math.max(done, at);
                if (!piece.children.isEmpty()) {
                    pieces.add(looking(piece, look));
                    piece = empty(run);
                }
                pieces.add(rangeMark(mark));
                if (mark.end) {
                    ended.add(mark.comment);
                }
            }
            if (text.is("w:t") && done < words.length()) {
                piece.children.add(text(text, words.substring(done)));
            } else if (!text.is("w:t") && done == 0) {
                piece.children.add(text);
            }
        }
        if (!piece.children.isEmpty() || pieces.isEmpty()) {
            pieces.add(looking(piece, look));
        }
        around.stream().filter(Mark::end).forEach(mark -> {
            pieces.add(rangeMark(mark));
            ended.add(mark.comment);
        });
        return pieces;
    }

    private static List<Mark> sorted(List<Mark> marks) {
        return marks.stream()
                .sorted(Comparator.comparingInt(Mark::index).thenComparingInt(mark -> mark.end ? 0 : 1))
                .toList();
    }

    private static Element empty(Element run) {
        return new Element(run.name, run.written, 0, run.attributes);
    }

    private static Element looking(Element piece, @Nullable Element look) {
        if (look != null) {
            piece.children.addFirst(look);
        }
        return piece;
    }

    private static Element text(Element like, String words) {
        List<Xml.Attribute> attributes = new ArrayList<>(like.attributes);
        attributes.removeIf(attribute -> attribute.name().equals("xml:space"));
        attributes.add(new Xml.Attribute("xml:space", "xml:space", "preserve"));
        Element text = new Element(like.name, like.written, 0, attributes);
        text.children.add(new Xml.Text(words));
        return text;
    }

    private Element rangeMark(Mark mark) {
        return word(mark.end ? "commentRangeEnd" : "commentRangeStart", "id", Integer.toString(mark.comment));
    }

    private Element reference(int comment) {
        Element run = word("r");
        Element look = word("rPr");
        look.children.add(word("rStyle", "val", "CommentReference"));
        run.children.add(look);
        run.children.add(word("commentReference", "id", Integer.toString(comment)));
        return run;
    }

    /// An element of WordprocessingML that says itself what its prefix means, whatever stands around it.
    private Element word(String name, String... attributeAndValue) {
        Element element = Xml.element("w:" + name);
        element.attributes.add(new Xml.Attribute("xmlns:w", "xmlns:w", namespace()));
        for (int i = 0; i < attributeAndValue.length; i += 2) {
            element.attributes.add(new Xml.Attribute(
                    "w:" + attributeAndValue[i], "w:" + attributeAndValue[i], attributeAndValue[i + 1]));
        }
        return element;
    }

    private String namespace() {
        return strict()
                ? STRICT + "wordprocessingml/main"
                : "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    }

    private boolean strict() {
        return docx.relationships("").stream()
                .anyMatch(relationship -> relationship.type().startsWith(STRICT)
                        && relationship.target().equals(docx.documentPart()));
    }

    // The other parts.

    private byte[] comments(@Nullable Element existing) {
        Element root = existing == null ? word("comments") : existing;
        for (int i = 0; i < remarks.size(); i++) {
            root.children.add(comment(remarks.get(i), firstId + i));
        }
        return bytes(root);
    }

    private Element comment(Remark remark, int id) {
        String author = clean(remark.author());
        Element comment = word("comment", "id", Integer.toString(id), "author", author, "initials", initials(author));
        String[] lines = clean(remark.text()).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Element paragraph = word("p");
            Element properties = word("pPr");
            properties.children.add(word("pStyle", "val", "CommentText"));
            paragraph.children.add(properties);
            if (i == 0) {
                Element sign = word("r");
                Element look = word("rPr");
                look.children.add(word("rStyle", "val", "CommentReference"));
                sign.children.add(look);
                sign.children.add(word("annotationRef"));
                paragraph.children.add(sign);
            }
            Element run = word("r");
            run.children.add(text(word("t"), lines[i]));
            paragraph.children.add(run);
            comment.children.add(paragraph);
        }
        return comment;
    }

    /// The first letters of an author's names.
    private static String initials(String author) {
        StringBuilder initials = new StringBuilder();
        for (String name : author.strip().split("\\s+", -1)) {
            if (!name.isEmpty() && initials.length() < 4) {
                initials.append(name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT));
            }
        }
        return initials.toString();
    }

    /// Without the characters that XML cannot hold.
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(c -> {
            boolean held = c == '\n' || c == '\t' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD);
            if (held || c >= 0x10000) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString();
    }

    private byte[] contentTypes(String commentsPart) {
        Element root = docx.tree("[Content_Types].xml");
        root.children.add(like(root, "Override", "PartName", "/" + commentsPart, "ContentType", COMMENTS_TYPE));
        return bytes(root);
    }

    private byte[] relationships(String part, String commentsPart) {
        String rels = DocxPackage.relationshipsPart(part);
        Element root = docx.has(rels)
                ? docx.tree(rels)
                : Xml.element("Relationships", "xmlns", "http://schemas.openxmlformats.org/package/2006/relationships");
        List<String> ids = docx.relationships(part).stream()
                .map(DocxPackage.Relationship::id)
                .toList();
        int number = 1;
        while (ids.contains("rIdRemarks" + number)) {
            number++;
        }
        String type = (strict() ? STRICT + "officeDocument" : "http://schemas.openxmlformats.org/officeDocument/2006")
                + "/relationships/comments";
        root.children.add(
                like(root, "Relationship", "Id", "rIdRemarks" + number, "Type", type, "Target", "/" + commentsPart));
        return bytes(root);
    }

    /// An element in the namespace of another, written with the same prefix.
    private static Element like(Element other, String name, String... attributes) {
        int colon = other.written.indexOf(':');
        return Xml.element(colon < 0 ? name : other.written.substring(0, colon + 1) + name, attributes);
    }

    private static byte[] bytes(Element root) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            out.write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
            Xml.write(root, out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void copy(Map<String, byte[]> changed, String commentsPart, Path target) throws IOException {
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(target)) {
            for (ZipArchiveEntry entry : java.util.Collections.list(docx.zip.getEntriesInPhysicalOrder())) {
                byte[] bytes = changed.remove(key(entry.getName()));
                if (bytes == null) {
                    try (InputStream raw = docx.zip.getRawInputStream(entry)) {
                        out.addRawArchiveEntry(entry, raw);
                    }
                } else {
                    put(out, entry.getName(), entry.getTime(), bytes);
                }
            }
            for (Map.Entry<String, byte[]> added : changed.entrySet()) {
                String name = added.getKey().equals(key(commentsPart))
                        ? commentsPart
                        : DocxPackage.relationshipsPart(docx.documentPart());
                put(out, name, 0, added.getValue());
            }
        }
    }

    private static void put(ZipArchiveOutputStream out, String name, long time, byte[] bytes) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setMethod(ZipEntry.DEFLATED);
        // The earliest time that a zip can hold: what is written does not depend on when.
        entry.setTime(time > 0 ? time : 315_532_800_000L);
        out.putArchiveEntry(entry);
        out.write(bytes);
        out.closeArchiveEntry();
    }

    private static String key(String part) {
        return part.toLowerCase(Locale.ROOT);
    }
}
