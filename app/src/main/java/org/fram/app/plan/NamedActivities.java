package org.fram.app.plan;

import java.util.Optional;
import org.fram.app.engagement.NamedThings;
import org.fram.app.platform.access.EngagementId;
import org.springframework.stereotype.Component;

/// Activities of the plan, as others refer to them: by their code, or by their whole name.
@Component
class NamedActivities implements NamedThings {

    private final Plans plans;

    NamedActivities(Plans plans) {
        this.plans = plans;
    }

    @Override
    public String kind() {
        return "activity";
    }

    @Override
    public Optional<Thing> find(EngagementId engagement, String name) {
        return plans.find(engagement)
                .flatMap(plan -> plan.activities().stream()
                        .filter(one -> one.code().equalsIgnoreCase(name)
                                || one.core().name().equalsIgnoreCase(name))
                        .findFirst())
                .map(one -> new Thing(one.code(), one.core().name(), one.path()));
    }
}
