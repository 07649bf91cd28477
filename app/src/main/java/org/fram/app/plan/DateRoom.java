package org.fram.app.plan;

import org.fram.app.engagement.Room;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// The door to the go-live date on an engagement's home page.
@Component
class DateRoom implements Room {

    private final AcceptingDate accepting;

    DateRoom(AcceptingDate accepting) {
        this.accepting = accepting;
    }

    @Override
    public Stage stage() {
        return Stage.PLAN;
    }

    @Override
    public Text title() {
        return Text.of("plan.date.title");
    }

    @Override
    public Text state(Actor.Person person, EngagementId engagement) {
        return accepting
                .shown(engagement)
                .map(shown -> Text.of("plan.date.state", shown.percent()))
                .orElseGet(() -> Text.of("plan.date.none"));
    }

    @Override
    public String path() {
        return "date";
    }
}
