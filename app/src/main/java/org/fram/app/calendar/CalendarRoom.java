package org.fram.app.calendar;

import org.fram.app.engagement.Room;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// The door to the calendar on an engagement's home page.
@Component
class CalendarRoom implements Room {

    @Override
    public Stage stage() {
        return Stage.RAID;
    }

    @Override
    public Text title() {
        return Text.of("calendar.page.title");
    }

    @Override
    public Text state(Actor.Person person, EngagementId engagement) {
        return Text.of("calendar.page.state");
    }

    @Override
    public String path() {
        return "calendar";
    }
}
