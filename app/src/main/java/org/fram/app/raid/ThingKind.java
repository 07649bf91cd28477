package org.fram.app.raid;

import java.util.Arrays;
import java.util.Optional;
import org.fram.app.platform.access.Code;

/// What can be linked: the four kinds of items that are kept here, which are named by their id, and
/// things of other modules, which are named as people call them.
public enum ThingKind implements Code {
    RISK,
    ISSUE,
    DECISION,
    ACTION,
    OBLIGATION,
    ASSUMPTION,
    ACTIVITY,
    ORDER,
    CHANGE,
    /// A sign-off, or what of the old platform ends or is kept.
    READINESS,
    MEETING,
    /// What a practice found: its id, and the item that it found it in.
    FINDING;

    /// Whether it is kept here.
    public boolean isItem() {
        return compareTo(ACTION) <= 0;
    }

    /// The name of its register, of those that are kept here.
    public String register() {
        return code() + "s";
    }

    /// The column of its register that says when it was done with, of those that are kept here.
    String ends() {
        return switch (this) {
            case DECISION -> "decided";
            case ACTION -> "done";
            default -> "closed";
        };
    }

    /// The one whose register has this name.
    public static Optional<ThingKind> ofRegister(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.isItem() && kind.register().equals(name))
                .findFirst();
    }
}
