package org.fram.app.sow.trace;

import org.fram.app.engagement.Room;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// The door to the trace on an engagement's home page.
@Component
class TraceRoom implements Room {

    private final Traces traces;

    TraceRoom(Traces traces) {
        this.traces = traces;
    }

    @Override
    public Stage stage() {
        return Stage.SOW;
    }

    @Override
    public Text title() {
        return Text.of("sow.trace.title");
    }

    @Override
    public Text state(Actor.Person person, EngagementId engagement) {
        var trace = traces.of(engagement);
        return Text.of(
                "sow.trace.room",
                trace.lines().size(),
                trace.answered(),
                trace.unasked().size());
    }

    @Override
    public String path() {
        return "trace";
    }
}
