/// Requirements traced to obligations and back: what was asked for and is promised, what was asked for and is
/// not, and what is promised though nobody asked.
///
/// Begin with [Trace], a value; [Traces] reads it, [LinkingRequirement] changes it, [RequirementsInDocument]
/// proposes requirements from a document.
@NullMarked
package org.fram.app.sow.trace;

import org.jspecify.annotations.NullMarked;
