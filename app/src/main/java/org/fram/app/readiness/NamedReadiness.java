package org.fram.app.readiness;

import java.util.Objects;
import java.util.Optional;
import org.fram.app.engagement.NamedThings;
import org.fram.app.platform.access.EngagementId;
import org.springframework.stereotype.Component;

/// Sign-offs and what of the old platform ends or is kept, as others refer to them: `SO-4`, `LX-2`.
@Component
class NamedReadiness implements NamedThings {

    private final Readiness readiness;

    NamedReadiness(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    public String kind() {
        return "readiness";
    }

    @Override
    public Optional<Thing> find(EngagementId engagement, String name) {
        return readiness
                .called(engagement, name)
                .map(item ->
                        new Thing(item.row().ref(), Objects.toString(item.row().get("text"), ""), item.path()));
    }
}
