package org.fram.app.kpi;

import java.util.List;
import org.fram.app.engagement.StatedObjectives;
import org.fram.app.platform.access.EngagementId;
import org.springframework.stereotype.Component;

/// The objectives of the register, for modules that do not keep them.
@Component
class ObjectivesElsewhere implements StatedObjectives {

    private final Measuring measuring;

    ObjectivesElsewhere(Measuring measuring) {
        this.measuring = measuring;
    }

    @Override
    public List<Stated> of(EngagementId engagement) {
        return measuring.objectives(engagement).stream()
                .map(one -> new Stated(one.words().text(), one.ours()))
                .toList();
    }
}
