package org.fram.app.provisioning;

import org.fram.app.engagement.Room;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// The door to what is ordered on an engagement's home page.
@Component
class ProvisioningRoom implements Room {

    private final Orders orders;

    ProvisioningRoom(Orders orders) {
        this.orders = orders;
    }

    @Override
    public Stage stage() {
        return Stage.PROVISIONING;
    }

    @Override
    public Text title() {
        return Text.of("provisioning.page.title");
    }

    @Override
    public Text state(Actor.Person person, EngagementId engagement) {
        var all = orders.of(engagement);
        long pressing =
                all.stream().filter(order -> order.by().state().isPressing()).count();
        return Text.of("provisioning.page.state", all.size(), pressing);
    }

    @Override
    public String path() {
        return "provisioning";
    }
}
