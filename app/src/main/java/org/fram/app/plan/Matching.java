package org.fram.app.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.fram.schedule.Plan;
import org.jspecify.annotations.Nullable;

/// Which activity of a file is which of the plan.
///
/// The same code and the same name are the same activity. Of the rest, what has a name that only one on
/// each side has is the same under another code: planning programs number anew, and lists number by
/// line. Then the same code alone is the same under another name.
final class Matching {

    private Matching() {}

    /// The ids of the activities of a file, null for those that are new.
    static List<@Nullable UUID> of(List<PlannedActivity> known, Plan file) {
        var found = new UUID[file.activities().size()];
        var left = new ArrayList<>(known);
        take(
                found,
                left,
                file,
                activity -> activity.id() + "\n" + activity.name(),
                one -> one.code() + "\n" + one.core().name());
        take(
                found,
                left,
                file,
                org.fram.schedule.Activity::name,
                one -> one.core().name());
        take(found, left, file, org.fram.schedule.Activity::id, PlannedActivity::code);
        return Arrays.asList(found);
    }

    /// Joins those that share a key which nobody else has on their side.
    private static void take(
            @Nullable UUID[] found,
            List<PlannedActivity> left,
            Plan file,
            Function<org.fram.schedule.Activity, String> ofFile,
            Function<PlannedActivity, String> ofPlan) {
        var byKey = new HashMap<String, List<PlannedActivity>>();
        left.forEach(one ->
                byKey.computeIfAbsent(ofPlan.apply(one), _ -> new ArrayList<>()).add(one));
        var times = new HashMap<String, Integer>();
        for (int k = 0; k < found.length; k++) {
            if (found[k] == null) {
                times.merge(ofFile.apply(file.activities().get(k)), 1, Integer::sum);
            }
        }
        for (int k = 0; k < found.length; k++) {
            if (found[k] == null) {
                String key = ofFile.apply(file.activities().get(k));
                var same = byKey.getOrDefault(key, List.of());
                if (same.size() == 1 && times.getOrDefault(key, 0) == 1) {
                    found[k] = same.getFirst().id();
                    left.remove(same.getFirst());
                }
            }
        }
    }
}
