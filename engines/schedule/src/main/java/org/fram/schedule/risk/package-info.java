/// How certain the dates of a plan are: what may be longer or shorter, what may happen, and what comes of it.
///
/// Begin with [RiskModel] (in), [Simulation] and [SimulationResult] (out). The same seed gives the same
/// answer, whatever the number of threads. Lengths are working minutes; chances are 0 to 1.
@NullMarked
package org.fram.schedule.risk;

import org.jspecify.annotations.NullMarked;
