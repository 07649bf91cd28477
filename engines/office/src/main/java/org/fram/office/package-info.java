/// Office documents: DOCX, PDF, text and Markdown in, one [Document] out; remarks written back into DOCX and
/// PDF.
///
/// Begin with [Documents] (reading) and [Document] (what was read). Whatever the format, a document is a list
/// of [Block]s in reading order: headings with their numbers, paragraphs, list items, tables with their
/// cells, footnotes beside the block that refers to them. Nothing here knows what a statement of work is.
///
/// Lists come in and go out as [Sheets]: XLSX workbooks and separated values.
///
/// This is the only module that uses POI and PDFBox.
@NullMarked
package org.fram.office;

import org.jspecify.annotations.NullMarked;
