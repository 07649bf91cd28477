/// Statements of work from templates: a template and answers in, the document they make and what is
/// still open out.
///
/// Begin with [SowTemplate], which is read from `library/sow/`, and its [Question]s. [Answers] holds
/// what people said, and [Drafting] makes a [Draft] of both: blocks of a document, with a mark where an
/// answer is missing. A template that cannot be used is refused as a whole, with all its [Mistake]s; an
/// answer that does not fit its question is answered with a [Refusal].
@NullMarked
package org.fram.drafting;

import org.jspecify.annotations.NullMarked;
