package org.fram.app.change;

import org.fram.app.engagement.Room;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// The door to the changes on an engagement's home page.
@Component
class ChangeRoom implements Room {

    private final ProposedChanges changes;

    ChangeRoom(ProposedChanges changes) {
        this.changes = changes;
    }

    @Override
    public Stage stage() {
        return Stage.SOW;
    }

    @Override
    public Text title() {
        return Text.of("change.page.title");
    }

    @Override
    public Text state(Actor.Person person, EngagementId engagement) {
        var all = changes.of(engagement);
        return Text.of(
                "change.page.state",
                all.stream()
                        .filter(change -> change.state() == ChangeState.PROPOSED)
                        .count(),
                all.size());
    }

    @Override
    public String path() {
        return "changes";
    }
}
