package org.fram.office;

import java.util.List;

/// A block with the lines that it was read from, so that a remark finds its place on the page.
///
/// @param lines of a block that is not a table; for a table those of all cells, row by row
record PdfBlock(Block block, List<PdfLine> lines) {}
