package org.fram.app.raid;

import org.fram.app.engagement.Room;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// The door to who was waited for, on an engagement’s home page.
@Component
class DelaysRoom implements Room {

    @Override
    public Stage stage() {
        return Stage.RAID;
    }

    @Override
    public Text title() {
        return Text.of("raid.delays.title");
    }

    @Override
    public Text state(Actor.Person person, EngagementId engagement) {
        return Text.of("raid.delays.state");
    }

    @Override
    public String path() {
        return "delays";
    }
}
