package org.fram.app.status;

import org.fram.app.engagement.Room;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// The door to the status report, on an engagement’s home page.
@Component
class StatusRoom implements Room {

    private final StatusReports reports;

    StatusRoom(StatusReports reports) {
        this.reports = reports;
    }

    @Override
    public Stage stage() {
        return Stage.RAID;
    }

    @Override
    public Text title() {
        return Text.of("status.title");
    }

    @Override
    public Text state(Actor.Person person, EngagementId engagement) {
        return reports.of(engagement).stream()
                .findFirst()
                .map(kept -> Text.of(
                        "status.state",
                        kept.number(),
                        kept.day(),
                        Text.of("status.light." + kept.light().code())))
                .orElseGet(() -> Text.of("status.stateNone"));
    }

    @Override
    public String path() {
        return "status";
    }
}
