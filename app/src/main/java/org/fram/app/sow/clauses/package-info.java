/// A statement of work clause by clause: a party’s working copy of the next version, edited, renumbered, and made the
/// next version.
///
/// Begin with [Clause] and [EditingClauses]; [Numbers] and [References] are what follows when clauses come and go.
@NullMarked
package org.fram.app.sow.clauses;

import org.jspecify.annotations.NullMarked;
