package org.fram.app.sow;

import org.fram.app.engagement.Room;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// The door to the statements of work on an engagement's home page.
@Component
class SowRoom implements Room {

    private final StatementsOfWork statements;
    private final Obligations obligations;

    SowRoom(StatementsOfWork statements, Obligations obligations) {
        this.statements = statements;
        this.obligations = obligations;
    }

    @Override
    public Stage stage() {
        return Stage.SOW;
    }

    @Override
    public Text title() {
        return Text.of("sow.list.title");
    }

    @Override
    public Text state(Actor.Person person, EngagementId engagement) {
        var all = statements.of(engagement);
        int accepted = all.stream()
                .mapToInt(one -> obligations.count(one.id()).getOrDefault(Obligation.State.ACCEPTED, 0))
                .sum();
        return Text.of("sow.room.state", all.size(), accepted);
    }

    @Override
    public String path() {
        return "sow";
    }
}
