package org.fram.app.raid;

import java.util.List;
import org.fram.app.platform.access.Code;

/// What happens to an item on a day that is noted: its contingency plan is exercised, it goes to the
/// next level, it is done with.
public enum DayOf implements Code {
    EXERCISED,
    ESCALATED,
    CLOSED,
    DECIDED,
    DONE;

    /// What can be noted of a kind of items, as columns of its register.
    public static List<DayOf> of(ThingKind kind) {
        return switch (kind) {
            case RISK -> List.of(EXERCISED, CLOSED);
            case ISSUE -> List.of(ESCALATED, CLOSED);
            case DECISION -> List.of(DECIDED);
            case ACTION -> List.of(DONE);
            default -> List.of();
        };
    }
}
