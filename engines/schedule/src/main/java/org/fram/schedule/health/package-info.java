/// Whether a plan is built so that its dates can be trusted: the fourteen checks of a schedule assessment.
///
/// Begin with [HealthLimits] (what each check may amount to) and [Health]. What a check needs and a plan does
/// not have, such as a baseline, gives no verdict instead of a guess.
@NullMarked
package org.fram.schedule.health;

import org.jspecify.annotations.NullMarked;
