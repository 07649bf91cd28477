package org.fram.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.fram.office.Block;
import org.fram.office.Document;
import org.fram.office.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/// What LibreOffice reads in a redline that Fram wrote for Word: with all changes accepted the later version, with none
/// of them the earlier one.
///
/// LibreOffice is the one on the path, or the program that `FRAM_SOFFICE` names.
class RedlineInLibreOfficeTest {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final String FIRST = """
            # Statement of Work

            ## 1 Scope

            The Vendor shall migrate the call flows of the permits line to the new platform.

            The Vendor shall train forty agents in the new desktop by 1 March 2027.

            - Cutover runbook
            - List of numbers

            ## 2 Prices

            The Customer shall pay $48,000 upon acceptance, and the “travel” of two engineers.

            The Customer shall name a project manager.
            """;
    private static final String SECOND = """
            # Statement of Work

            ## 1 Scope and sites

            The Vendor shall migrate the call flows of the permits line and of the harbour master to the new platform.

            The Vendor shall train fifty agents in the new desktop by 15 March 2027.

            - Cutover runbook & plan
            - List of numbers
            - Contacts of the carrier

            The Vendor shall report weekly.

            ## 2 Prices

            The Customer shall pay $52,000 upon acceptance, and the “travel” of two engineers.
            """;

    @TempDir
    private Path folder;

    @Test
    void acceptedItIsTheLaterVersionAndRejectedTheEarlierOne() throws Exception {
        var before = read("first.md", FIRST);
        var after = read("second.md", SECOND);
        var redline = Redline.between(before, after);
        Path word = folder.resolve("redline.docx");
        Files.write(word, Documents.docx(redline.marked(), "Fram", NOON));

        var read = new Reading(opened(word));

        assertThat(read.changes).as("tracked changes").hasSizeGreaterThanOrEqualTo(8);
        assertThat(read.authors).containsOnly("Fram");
        assertThat(read.accepted()).isEqualTo(words(after));
        assertThat(read.original()).isEqualTo(words(before));
    }

    private Document read(String name, String text) throws IOException {
        return Documents.read(Files.writeString(folder.resolve(name), text));
    }

    /// The document as LibreOffice writes what it read: OpenDocument in one file.
    private Element opened(Path word)
            throws IOException, InterruptedException, ParserConfigurationException, SAXException {
        String program = System.getenv().getOrDefault("FRAM_SOFFICE", "soffice");
        var office = new ProcessBuilder(
                        program,
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "fodt",
                        "--outdir",
                        folder.toString(),
                        word.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("office.log").toFile())
                .start();
        try {
            assertThat(office.waitFor(3, TimeUnit.MINUTES))
                    .as("LibreOffice ends")
                    .isTrue();
        } finally {
            office.destroyForcibly();
        }
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(folder.resolve("redline.fodt").toFile())
                .getDocumentElement();
    }

    private static String words(Document document) {
        var words = new StringBuilder();
        for (var block : document.blocks()) {
            words.append(' ')
                    .append(
                            switch (block) {
                                case Block.Heading heading -> heading.number() + " " + heading.text();
                                case Block.Paragraph paragraph -> paragraph.text();
                                case Block.ListItem item -> item.text();
                                case Block.Footnote footnote -> footnote.text();
                                case Block.Table table -> throw new IllegalStateException(table.toString());
                            });
        }
        return normal(words.toString());
    }

    private static String normal(String words) {
        return words.replaceAll("\\s+", " ").strip();
    }

    /// The text of an OpenDocument text with and without its tracked changes. An inserted stretch stands
    /// between two marks; a deleted one does too, or is kept apart, in a region that its place in the text names.
    private static final class Reading {

        private final Map<String, String> changes = new HashMap<>();
        private final Map<String, Element> deleted = new HashMap<>();
        private final Set<String> authors = new HashSet<>();
        private final StringBuilder accepted = new StringBuilder();
        private final StringBuilder original = new StringBuilder();
        private int inserted;
        private int left;

        Reading(Element document) {
            var regions = document.getElementsByTagNameNS("*", "changed-region");
            for (int i = 0; i < regions.getLength(); i++) {
                var region = (Element) regions.item(i);
                String id = region.getAttribute("text:id");
                var insertion = region.getElementsByTagNameNS("*", "insertion");
                changes.put(id, insertion.getLength() > 0 ? "insertion" : "deletion");
                authors.add(
                        region.getElementsByTagNameNS("*", "creator").item(0).getTextContent());
                if (insertion.getLength() == 0) {
                    deleted.put(id, (Element)
                            region.getElementsByTagNameNS("*", "deletion").item(0));
                }
            }
            walk(document.getElementsByTagNameNS("*", "body").item(0));
        }

        String accepted() {
            return normal(accepted.toString());
        }

        String original() {
            return normal(original.toString());
        }

        private void walk(Node node) {
            for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
                String name = child.getLocalName() == null ? "" : child.getLocalName();
                switch (name) {
                    case "tracked-changes", "sequence-decls" -> {}
                    case "change-start" -> mark(child, 1);
                    case "change-end" -> mark(child, -1);
                    case "change" -> restore(child);
                    case "s" -> add(" ");
                    default -> {
                        if (child.getNodeType() == Node.TEXT_NODE) {
                            add(child.getTextContent());
                        } else {
                            walk(child);
                            end(name);
                        }
                    }
                }
            }
        }

        private void mark(Node mark, int step) {
            if ("insertion".equals(changes.get(((Element) mark).getAttribute("text:change-id")))) {
                inserted += step;
            } else {
                left += step;
            }
        }

        /// What was deleted at a place is part of the original alone.
        private void restore(Node mark) {
            var region = deleted.get(((Element) mark).getAttribute("text:change-id"));
            if (region == null) {
                return;
            }
            for (Node part = region.getFirstChild(); part != null; part = part.getNextSibling()) {
                if ("p".equals(part.getLocalName())
                        || "h".equals(part.getLocalName())
                        || "list".equals(part.getLocalName())) {
                    original.append(part.getPreviousSibling() == null ? "" : "\n")
                            .append(part.getTextContent());
                    original.append(part.getNextSibling() == null ? "" : "\n");
                }
            }
        }

        private void add(String text) {
            if (left == 0) {
                accepted.append(text);
            }
            if (inserted == 0) {
                original.append(text);
            }
        }

        private void end(String name) {
            if (name.equals("p") || name.equals("h")) {
                add("\n");
            }
        }
    }
}
