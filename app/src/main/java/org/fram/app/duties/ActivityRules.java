package org.fram.app.duties;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.RowRules;
import org.fram.app.platform.texts.Text;

/// Rules of rows of the table: nobody has letters that do not go together, and what is confirmed says
/// who answers for it and who does it.
final class ActivityRules implements RowRules {

    @Override
    public Map<String, Text> refuse(Row row) {
        var reasons = new LinkedHashMap<String, Text>();
        var activity = Activity.of(row);
        var acting = new HashSet<>(activity.accountable());
        acting.addAll(activity.responsible());
        twice(activity.consulted(), acting, "consulted", reasons);
        acting.addAll(activity.consulted());
        twice(activity.informed(), acting, "informed", reasons);
        var flaws = activity.flaws();
        if (activity.confirmed() && !flaws.isEmpty()) {
            reasons.putIfAbsent(activity.accountable().size() == 1 ? "responsible" : "accountable", flaws.getFirst());
        }
        return reasons;
    }

    private static void twice(List<String> names, Set<String> others, String key, Map<String, Text> reasons) {
        names.stream()
                .filter(others::contains)
                .findFirst()
                .ifPresent(name -> reasons.put(key, Text.of("duties.refused.letters", name)));
    }
}
