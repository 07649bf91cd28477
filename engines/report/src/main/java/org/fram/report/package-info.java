/// What a reader sees of a review, a comparison or findings: one self-contained HTML page, and the words that the
/// command line shares with it.
///
/// Begin with [ReviewReport], [ComparisonReport] and [CheckReport] (values in, HTML out). Page records hold text ready
/// to print; the
/// templates in `src/main/jte` only lay it out. Documents are hostile: whatever a page shows of one passes the
/// template engine's escaping, and the page forbids itself any script but its own.
@NullMarked
package org.fram.report;

import org.jspecify.annotations.NullMarked;
