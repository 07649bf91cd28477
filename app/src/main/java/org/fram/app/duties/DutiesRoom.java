package org.fram.app.duties;

import java.util.List;
import org.fram.app.duties.DutyLine.Standing;
import org.fram.app.engagement.Members;
import org.fram.app.engagement.Room;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// The door to one’s own duties on an engagement's home page.
@Component
class DutiesRoom implements Room {

    private final Members members;
    private final DutyList duties;

    DutiesRoom(Members members, DutyList duties) {
        this.members = members;
        this.duties = duties;
    }

    @Override
    public Stage stage() {
        return Stage.PEOPLE;
    }

    @Override
    public Text title() {
        return Text.of("duties.title");
    }

    @Override
    public Text state(Actor.Person person, EngagementId engagement) {
        var list = members.find(engagement, person.id())
                .map(member -> duties.of(engagement, member))
                .orElseGet(List::of);
        return Text.of(
                "duties.state",
                list.size(),
                list.stream().filter(line -> line.standing() == Standing.NEW).count());
    }

    @Override
    public String path() {
        return "duties";
    }
}
