package org.fram.office;

import java.nio.file.Path;

/// Reads Markdown.
final class MarkdownReader {

    private MarkdownReader() {}

    static Document read(Path file) {
        Document text = TextReader.read(file);
        return new Document(
                text.name(), Document.Format.MARKDOWN, 0, text.blocks(), text.runningText(), text.changes());
    }
}
