package org.fram.office;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.fram.office.UnreadableDocumentException.Reason;
import org.jspecify.annotations.Nullable;

/// The zip package of a Word document: its parts and how they refer to each other. Only the parts that are
/// asked for are expanded, never the images, and none beyond the limits here.
final class DocxPackage implements AutoCloseable {

    /// What a part or the whole package may expand to before its ratio is looked at: a harmless size.
    static final long HARMLESS_BYTES = 64L << 20;

    /// How far text may be packed: more than this, beyond the harmless size, is a zip bomb.
    static final int MAX_RATIO = 100;

    /// What one part may expand to at all.
    static final long MAX_PART_BYTES = 1L << 30;

    private static final int MAX_ENTRIES = 100_000;

    final Path file;
    final ZipFile zip;
    private final Map<String, ZipArchiveEntry> entries = new HashMap<>();
    private final String documentPart;

    private DocxPackage(Path file, ZipFile zip) throws IOException {
        this.file = file;
        this.zip = zip;
        long expanded = 0;
        long packed = 0;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            String name = entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT);
            entries.put(name.startsWith("/") ? name.substring(1) : name, entry);
            expanded += Math.max(0, entry.getSize());
            packed += Math.max(0, entry.getCompressedSize());
            refuseBomb(Math.max(0, entry.getSize()), Math.max(0, entry.getCompressedSize()));
            if (entries.size() > MAX_ENTRIES) {
                throw bomb("it holds more than " + MAX_ENTRIES + " parts");
            }
        }
        refuseBomb(expanded, Math.min(packed, file.toFile().length()));
        if (!has("[Content_Types].xml")) {
            throw new UnreadableDocumentException(
                    Reason.NOT_WHAT_ITS_NAME_SAYS,
                    file + ": this is a zip archive but no Word document. Unpack it and give the document inside.");
        }
        this.documentPart = findDocument();
    }

    /// Opens a package and finds its main document.
    static DocxPackage open(Path file) {
        ZipFile zip = null;
        try {
            zip = ZipFile.builder().setPath(file).get();
            return new DocxPackage(file, zip);
        } catch (IOException | RuntimeException e) {
            try {
                if (zip != null) {
                    zip.close();
                }
            } catch (IOException suppressed) {
                e.addSuppressed(suppressed);
            }
            if (e instanceof UnreadableDocumentException refusal) {
                throw refusal;
            }
            throw new UnreadableDocumentException(
                    Reason.CORRUPT,
                    file + ": the zip package is damaged or incomplete (" + e.getMessage()
                            + "). Get the file again, or open it in Word and save it.");
        }
    }

    /// The part with the document's body.
    String documentPart() {
        return documentPart;
    }

    boolean has(String part) {
        return entries.containsKey(key(part));
    }

    /// Where a part leads, by the type of the relationship (its last word: "comments", "footnotes",
    /// "header").
    ///
    /// @param type last word of the relationship's type
    List<Relationship> related(String part, String type) {
        return relationships(part).stream()
                .filter(relationship -> relationship.type.endsWith("/" + type) && !relationship.external)
                .toList();
    }

    /// A relationship of a part.
    ///
    /// @param target name of the part it leads to
    record Relationship(String id, String type, String target, boolean external) {}

    /// All relationships of a part ("" for the package itself).
    List<Relationship> relationships(String part) {
        String rels = relationshipsPart(part);
        if (!has(rels)) {
            return List.of();
        }
        String folder = part.contains("/") ? part.substring(0, part.lastIndexOf('/') + 1) : "";
        List<Relationship> relationships = new ArrayList<>();
        for (Xml.Element element : tree(rels).elements()) {
            String target = element.attribute("Target", "");
            boolean external = "External".equals(element.attribute("TargetMode"));
            relationships.add(new Relationship(
                    element.attribute("Id", ""),
                    element.attribute("Type", ""),
                    external ? target : resolve(folder, target),
                    external));
        }
        return relationships;
    }

    /// The part that holds a part's relationships.
    static String relationshipsPart(String part) {
        int slash = part.lastIndexOf('/') + 1;
        return part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
    }

    /// A part as one tree.
    Xml.Element tree(String part) {
        List<Xml.Element> root = new ArrayList<>();
        parse(part, in -> root.add(Xml.read(in)));
        return root.getFirst();
    }

    /// The tree of the first part that the document relates to in this way, or null.
    Xml.@Nullable Element relatedTree(String type) {
        List<Relationship> related = related(documentPart, type);
        return related.isEmpty() || !has(related.getFirst().target) ? null : tree(related.getFirst().target);
    }

    /// Each child of the document's body in order.
    void forEachInBody(Consumer<Xml.Element> child) {
        parse(documentPart, in -> Xml.forEach(in, List.of("w:document", "w:body"), child));
    }

    /// Reads the XML of a part; what goes wrong becomes a refusal that names the file.
    void parse(String part, Parsing parsing) {
        try (InputStream in = stream(part)) {
            parsing.parse(in);
        } catch (Xml.DoctypeException e) {
            throw new UnreadableDocumentException(
                    Reason.EXTERNAL_ENTITIES,
                    file + ": the part " + part + " declares a document type, by which files of this machine could be"
                            + " read. Word never writes that; do not trust this file.");
        } catch (XMLStreamException | IOException e) {
            throw new UnreadableDocumentException(
                    Reason.CORRUPT,
                    file + ": the part " + part + " is damaged (" + firstLine(e)
                            + "). Get the file again, or let Word repair and save it.");
        }
    }

    /// Something that reads XML.
    interface Parsing {
        void parse(InputStream in) throws XMLStreamException, Xml.DoctypeException, IOException;
    }

    /// The expanded bytes of a part, within the limits.
    InputStream stream(String part) throws IOException {
        ZipArchiveEntry entry = entries.get(key(part));
        if (entry == null) {
            throw new ZipException("it is missing");
        }
        long packed = Math.max(1, entry.getCompressedSize());
        return new BufferedInputStream(new LimitedStream(zip.getInputStream(entry), packed), 1 << 16);
    }

    /// Counts what comes out of the zip and stops at a bomb, whatever the directory of the zip said.
    private final class LimitedStream extends InputStream {
        private final InputStream in;
        private final long packed;
        private long expanded;

        LimitedStream(InputStream in, long packed) {
            this.in = in;
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = in.read(bytes, offset, length);
            count(count);
            return count;
        }

        private void count(int bytes) {
            expanded += Math.max(0, bytes);
            refuseBomb(expanded, packed);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private void refuseBomb(long expanded, long packed) {
        if (expanded > HARMLESS_BYTES && expanded / Math.max(1, packed) > MAX_RATIO) {
            throw bomb("%d MB are packed into %d KB".formatted(expanded >> 20, packed >> 10));
        }
        if (expanded > MAX_PART_BYTES && packed < MAX_PART_BYTES >> 1) {
            throw bomb("it expands to more than " + (MAX_PART_BYTES >> 20) + " MB");
        }
    }

    private UnreadableDocumentException bomb(String seen) {
        return new UnreadableDocumentException(
                Reason.BOMB,
                file + ": this looks like a zip bomb (" + seen
                        + "), so it was not unpacked. If you trust it, open it in Word and save it again.");
    }

    private String findDocument() {
        for (Relationship relationship : relationships("")) {
            if (relationship.type.endsWith("/officeDocument") && has(relationship.target)) {
                String type = contentType(relationship.target);
                if (type.contains("wordprocessingml") || type.contains("ms-word")) {
                    return relationship.target;
                }
                String what = type.contains("spreadsheet") || type.contains("excel")
                        ? "an Excel workbook"
                        : type.contains("presentation") || type.contains("powerpoint")
                                ? "a PowerPoint presentation"
                                : "no Word document (" + type + ")";
                throw new UnreadableDocumentException(
                        Reason.NOT_WHAT_ITS_NAME_SAYS,
                        file + ": this is " + what + ". Save its text as DOCX or PDF and give that.");
            }
        }
        throw new UnreadableDocumentException(
                Reason.CORRUPT,
                file + ": the package names no main document. Get the file again, or let Word repair and save it.");
    }

    private String contentType(String part) {
        String extension = part.substring(part.lastIndexOf('.') + 1);
        String byExtension = "";
        for (Xml.Element element : tree("[Content_Types].xml").elements()) {
            if (element.is("ct:Override")
                    && key(element.attribute("PartName", "").substring(1)).equals(key(part))) {
                return element.attribute("ContentType", "").toLowerCase(Locale.ROOT);
            }
            if (element.is("ct:Default") && extension.equalsIgnoreCase(element.attribute("Extension"))) {
                byExtension = element.attribute("ContentType", "").toLowerCase(Locale.ROOT);
            }
        }
        return byExtension;
    }

    private static String resolve(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        List<String> steps = new ArrayList<>();
        for (String step : (folder + target).split("/", -1)) {
            if (step.equals("..") && !steps.isEmpty()) {
                steps.removeLast();
            } else if (!step.equals(".")) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }

    private static String key(String part) {
        return part.toLowerCase(Locale.ROOT);
    }

    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf('\n');
        return (end < 0 ? message : message.substring(0, end)).strip();
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
