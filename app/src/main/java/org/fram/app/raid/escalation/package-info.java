/// Where issues go that are not settled in time: to the next level on each side, by kind and time.
///
/// [EscalationPaths] has the levels of each kind as people keep them in their register, [EscalationClock] says which
/// is due, and [Escalating] lets issues go there and tells those who are named.
@NullMarked
package org.fram.app.raid.escalation;

import org.jspecify.annotations.NullMarked;
