/// A whole statement of work as a file: out as Word document, PDF, workbook and JSON.
///
/// Begin with [SowFile], what such a file says; [SowFiles] puts it together, [PrintingSow] prints. The way in by
/// a workbook is [org.fram.app.sow.BringingIn], as for documents.
@NullMarked
package org.fram.app.sow.exchange;

import org.jspecify.annotations.NullMarked;
