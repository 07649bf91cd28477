package org.fram.app.change;

import java.util.Optional;
import org.fram.app.engagement.NamedThings;
import org.fram.app.platform.access.EngagementId;
import org.springframework.stereotype.Component;

/// Changes, as others refer to them: `CR-2`.
@Component
class NamedChanges implements NamedThings {

    private final ProposedChanges changes;

    NamedChanges(ProposedChanges changes) {
        this.changes = changes;
    }

    @Override
    public String kind() {
        return "change";
    }

    @Override
    public Optional<Thing> find(EngagementId engagement, String name) {
        return changes.of(engagement).stream()
                .filter(change -> change.ref().equalsIgnoreCase(name))
                .findFirst()
                .map(change -> new Thing(change.ref(), change.text(), "changes/" + change.ref()));
    }
}
