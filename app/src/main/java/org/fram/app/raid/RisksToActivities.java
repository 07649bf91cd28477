package org.fram.app.raid;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.fram.app.engagement.ActsOnPlan;
import org.fram.app.platform.access.EngagementId;
import org.springframework.stereotype.Component;

/// Risks that may still happen to activities of the plan: those that concern one, with a probability and days. What the
/// response has not done yet is not counted.
@Component
class RisksToActivities implements ActsOnPlan {

    private static final double HUNDRED = 100;

    private final RaidItems items;
    private final RaidLinks links;

    RisksToActivities(RaidItems items, RaidLinks links) {
        this.items = items;
        this.links = links;
    }

    @Override
    public List<MayHappen> mayHappen(EngagementId engagement) {
        Map<UUID, List<String>> concerned = new HashMap<>();
        for (var link : links.of(engagement)) {
            if (link.fromKind() == ThingKind.RISK && link.toKind() == ThingKind.ACTIVITY) {
                concerned.merge(link.from(), List.of(link.toName()), RisksToActivities::joined);
            }
        }
        return items.open(engagement, ThingKind.RISK).stream()
                .filter(risk -> concerned.containsKey(risk.row().id()))
                .filter(risk -> number(risk, "probability") > 0 && number(risk, "days") > 0)
                .map(risk -> new MayHappen(
                        risk.ref(),
                        risk.text(),
                        number(risk, "probability") / HUNDRED,
                        number(risk, "days"),
                        concerned.getOrDefault(risk.row().id(), List.of())))
                .toList();
    }

    private static double number(RaidItem risk, String column) {
        return risk.row().get(column) instanceof BigDecimal number ? number.doubleValue() : 0;
    }

    private static List<String> joined(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
