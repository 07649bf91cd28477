/// Review of a statement of work: a document in; who is obliged to what, what is missing, vague, contradictory or
/// boilerplate out.
///
/// Begin with [Reviewer] (the one call) and [Review] (what comes out, and the shape of its JSON). Inside, a document is
/// first cut into [Statement]s, each a sentence, list item or table row with what governs it; everything else looks at
/// those.
@NullMarked
package org.fram.review;

import org.jspecify.annotations.NullMarked;
