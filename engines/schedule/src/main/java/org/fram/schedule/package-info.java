/// Plans and their dates: working time, activities and the order that they keep, the critical path.
///
/// Begin with [Plan] (in), [CriticalPath] and [Timetable] (out). Lengths and lags are whole working minutes.
/// Dates of a plan are local to its time zone; instants that are computed are whole minutes since 1970 in
/// UTC, which [Timetable] turns back into dates. Nothing here is mutable as seen from outside, and nothing
/// knows what time it is.
@NullMarked
package org.fram.schedule;

import org.jspecify.annotations.NullMarked;
