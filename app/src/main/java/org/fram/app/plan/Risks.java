package org.fram.app.plan;

import java.util.ArrayList;
import java.util.List;
import org.fram.schedule.Plan;
import org.fram.schedule.risk.DefaultRanges;
import org.fram.schedule.risk.Distribution;
import org.fram.schedule.risk.RiskModel;
import org.fram.schedule.risk.RiskModel.Range;

/// What about a plan is uncertain: how long people say that activities may take, and for the others what
/// activities of their kind do.
final class Risks {

    private static final String SAID = "three points";

    private Risks() {}

    /// @param activities of the kept plan, as many as the engine's has
    static RiskModel of(Plan plan, List<PlannedActivity> activities) {
        var ranges = new ArrayList<Range>();
        for (int k = 0; k < activities.size(); k++) {
            var range = activities.get(k).additions().range();
            var activity = plan.activities().get(k);
            if (range != null && activity.remaining() > 0 && range.worst() > 0) {
                // What is said is of the whole; what is simulated is what is left.
                double left = activity.begun() && activity.minutes() > 0
                        ? (double) activity.remaining() / activity.minutes()
                        : 1;
                ranges.add(new Range(
                        k,
                        new Distribution.Pert(range.best(), range.likely(), range.worst()).times(left),
                        SAID,
                        false));
            }
        }
        ranges.addAll(DefaultRanges.library().of(plan, ranges));
        return new RiskModel(ranges, List.of(), List.of());
    }
}
