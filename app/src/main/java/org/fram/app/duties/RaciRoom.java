package org.fram.app.duties;

import org.fram.app.engagement.Room;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// The door to the table of responsibilities on an engagement's home page.
@Component
class RaciRoom implements Room {

    private final Grids grids;

    RaciRoom(Grids grids) {
        this.grids = grids;
    }

    @Override
    public Stage stage() {
        return Stage.SOW;
    }

    @Override
    public Text title() {
        return Text.of("duties.raci.title");
    }

    @Override
    public Text state(Actor.Person person, EngagementId engagement) {
        var grid = grids.of(engagement);
        return Text.of("duties.raci.state", grid.rows().size(), grid.confirmed().size());
    }

    @Override
    public String path() {
        return "raci";
    }
}
