/// Time that one side lost because of another, as evidence: what was waited for, for whom, how long, and why.
///
/// [Delays] reads the register, [KeepingDelay] notes one from what is overdue.
@NullMarked
package org.fram.app.raid.delay;

import org.jspecify.annotations.NullMarked;
