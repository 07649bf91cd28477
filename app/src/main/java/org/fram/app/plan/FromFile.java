package org.fram.app.plan;

import java.util.List;
import org.fram.app.plan.PlannedActivity.Core;
import org.fram.schedule.Link;
import org.jspecify.annotations.Nullable;

/// What a file said of an activity.
///
/// @param waits for what it waits, in the order of the file
record FromFile(Core core, List<Wait> waits) {

    FromFile {
        waits = List.copyOf(waits);
    }

    /// @param code of the activity that it waits for, in that file
    record Wait(
            String code, Link.Type type, long lag, @Nullable String lagCalendar) {}
}
