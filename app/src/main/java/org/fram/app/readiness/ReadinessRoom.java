package org.fram.app.readiness;

import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Room;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// The door to the page of sign-offs and the legacy exit on an engagement's home page.
@Component
class ReadinessRoom implements Room {

    private final Readiness readiness;
    private final Engagements engagements;

    ReadinessRoom(Readiness readiness, Engagements engagements) {
        this.readiness = readiness;
        this.engagements = engagements;
    }

    @Override
    public Stage stage() {
        return Stage.ROLLOUT;
    }

    @Override
    public Text title() {
        return Text.of("readiness.page.title");
    }

    @Override
    public Text state(Actor.Person person, EngagementId engagement) {
        var all = readiness.signOffs(engagement);
        long signed = all.stream().filter(row -> row.get("signedOff") != null).count();
        var today = engagements.today(engagement);
        long notices = readiness.exits(engagement).stream()
                .filter(row -> Notice.of(row, today).state().isPressing())
                .count();
        return Text.of("readiness.page.state", signed, all.size(), notices);
    }

    @Override
    public String path() {
        return "readiness";
    }
}
