package org.fram.office;

import java.util.List;

/// A block with the lines that it was read from, so that a remark finds its place on the page.
///
/// @param lines of the block; of a table those of all cells, row by row
/// @param rows of a table the lines of each row, cell by cell; else empty
record PdfBlock(Block block, List<PdfLine> lines, List<List<PdfLine>> rows) {

    PdfBlock(Block block, List<PdfLine> lines) {
        this(block, lines, List.of());
    }
}
