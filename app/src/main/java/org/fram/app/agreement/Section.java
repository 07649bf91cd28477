package org.fram.app.agreement;

import java.util.List;
import org.fram.office.Block;

/// A part of a document that is agreed on as a whole.
///
/// @param key the words of its heading, by which it stays the same from version to version; empty for what stands
/// before
///     the first heading
/// @param number as printed, or empty
/// @param title without the number; empty for what stands before the first heading
/// @param sha256 of its words, as 64 hexadecimal digits: neither numbers nor spaces count
/// @param blocks of the document, the heading first
public record Section(String key, String number, String title, String sha256, List<Block> blocks) {

    public Section {
        blocks = List.copyOf(blocks);
    }
}
