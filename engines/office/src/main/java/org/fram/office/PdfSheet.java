package org.fram.office;

import java.awt.geom.AffineTransform;
import java.util.List;

/// A page as it is drawn: its words and lines, not yet what they mean.
///
/// @param number from 1
/// @param rows of words, from top to bottom, each row from left to right
/// @param horizontals ruling lines from left to right
/// @param verticals ruling lines from top to bottom
/// @param shades filled areas other than white
/// @param pictures share of the page's area that pictures cover, 0 to 1
/// @param characters that are drawn and have a Unicode value
/// @param unmapped characters without a Unicode value
/// @param frame from the page's user space to this frame
record PdfSheet(
        int number,
        float width,
        float height,
        List<PdfRow> rows,
        List<PdfBox> horizontals,
        List<PdfBox> verticals,
        List<PdfBox> shades,
        float pictures,
        int characters,
        int unmapped,
        AffineTransform frame) {}
