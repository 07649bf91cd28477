package org.fram.app.raid.escalation;

import org.fram.app.engagement.DemoPart;
import org.fram.app.engagement.Stage;
import org.fram.app.raid.RaidOutcome;
import org.springframework.stereotype.Component;

/// The demonstration’s escalation paths: the usual ones.
@Component
class DemoPaths implements DemoPart {

    private final BeginningPaths beginning;

    DemoPaths(BeginningPaths beginning) {
        this.beginning = beginning;
    }

    @Override
    public Stage stage() {
        return Stage.RAID;
    }

    @Override
    public void add(Demo demo) {
        if (beginning.begin(demo.customer(), demo.engagement()) instanceof RaidOutcome.Refused(var reason)) {
            throw new IllegalStateException(reason.toString());
        }
    }
}
