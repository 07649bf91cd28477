package org.fram.app.plan;

import org.fram.app.engagement.Room;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// The door to the plan on an engagement's home page.
@Component
class PlanRoom implements Room {

    private final Plans plans;

    PlanRoom(Plans plans) {
        this.plans = plans;
    }

    @Override
    public Stage stage() {
        return Stage.PLAN;
    }

    @Override
    public Text title() {
        return Text.of("plan.page.title");
    }

    @Override
    public Text state(Actor.Person person, EngagementId engagement) {
        return plans.find(engagement)
                .map(plan -> Text.of(
                        "plan.room.state",
                        plan.activities().stream()
                                .filter(PlannedActivity::isWork)
                                .count(),
                        plan.activities().stream()
                                .filter(one -> one.isWork() && one.core().complete())
                                .count()))
                .orElseGet(() -> Text.of("plan.room.none"));
    }

    @Override
    public String path() {
        return "plan";
    }
}
