/// Levelling: when a plan can be done by those who are there, and no sooner than it must be.
///
/// Begin with [Levelling] (in) and [Levelled] (out). The work is done on the ticks of a
/// [org.fram.schedule.Grid]; only what comes out has dates. Capacities are renewable: who works on one
/// activity is free for another as soon as it is done.
@NullMarked
package org.fram.schedule.level;

import org.jspecify.annotations.NullMarked;
