package org.fram.app.raid;

import org.fram.app.engagement.Room;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// The door to the risk matrix on an engagement's home page.
@Component
class RiskMatrixRoom implements Room {

    private final RaidItems items;

    RiskMatrixRoom(RaidItems items) {
        this.items = items;
    }

    @Override
    public Stage stage() {
        return Stage.RAID;
    }

    @Override
    public Text title() {
        return Text.of("raid.risks.title");
    }

    @Override
    public Text state(Actor.Person person, EngagementId engagement) {
        return Text.of(
                "raid.risks.state",
                items.of(engagement, ThingKind.RISK).stream()
                        .filter(RaidItem::open)
                        .count());
    }

    @Override
    public String path() {
        return "risks/matrix";
    }
}
