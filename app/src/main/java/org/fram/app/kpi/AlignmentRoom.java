package org.fram.app.kpi;

import org.fram.app.engagement.Room;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// The door to objectives against KPIs on an engagement's home page.
@Component
class AlignmentRoom implements Room {

    private final Aligning aligning;

    AlignmentRoom(Aligning aligning) {
        this.aligning = aligning;
    }

    @Override
    public Stage stage() {
        return Stage.SOW;
    }

    @Override
    public Text title() {
        return Text.of("kpi.alignment.title");
    }

    @Override
    public Text state(Actor.Person person, EngagementId engagement) {
        var alignment = aligning.of(engagement);
        return alignment.objectives().isEmpty() && alignment.kpis().isEmpty()
                ? Text.of("kpi.alignment.stateNone")
                : Text.of("kpi.alignment.state", alignment.remarks().size());
    }

    @Override
    public String path() {
        return "alignment";
    }
}
