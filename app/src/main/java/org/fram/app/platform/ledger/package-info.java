/// The ledger of an engagement: what binds is written down once, in order, and never changed.
///
/// An act that binds says so by a [Deed], which [Ledger] writes in the act's own transaction. The database refuses
/// whoever would change or delete what stands there. What an entry and its hash are says `org.fram.ledger`.
@NamedInterface("ledger")
@NullMarked
package org.fram.app.platform.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
