package org.fram.office;

import java.util.List;

/// A document as it was read: its blocks in reading order, whatever the file's format.
///
/// @param name the file's name, without folders
/// @param format what the content is (not what the name says)
/// @param pages how many pages; 0 where the format has none (text, Markdown, DOCX without layout)
/// @param blocks the body in reading order
/// @param runningText what pages repeat at their top and bottom, each text once; not part of the body
/// @param changes tracked changes, in reading order; empty where the document has none
public record Document(
        String name,
        Format format,
        int pages,
        List<Block> blocks,
        List<String> runningText,
        List<TrackedChange> changes) {

    public Document {
        blocks = List.copyOf(blocks);
        runningText = List.copyOf(runningText);
        changes = List.copyOf(changes);
    }

    /// What a document's content is.
    public enum Format {
        DOCX,
        PDF,
        TEXT,
        MARKDOWN
    }
}
