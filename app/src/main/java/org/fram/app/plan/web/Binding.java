package org.fram.app.plan.web;

import org.fram.app.platform.access.Code;
import org.fram.schedule.Constraint;

/// What binds an activity beside its links, as forms have it.
public enum Binding implements Code {
    AS_SOON_AS_POSSIBLE,
    AS_LATE_AS_POSSIBLE,
    START_NO_EARLIER,
    START_NO_LATER,
    FINISH_NO_EARLIER,
    FINISH_NO_LATER,
    MUST_START,
    MUST_FINISH;

    static Binding of(Constraint.Kind kind) {
        return valueOf(kind.name());
    }

    Constraint.Kind kind() {
        return Constraint.Kind.valueOf(name());
    }
}
