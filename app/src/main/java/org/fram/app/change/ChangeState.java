package org.fram.app.change;

import org.fram.app.platform.access.Code;
import org.fram.app.platform.pages.Tone;

/// What was decided about a change.
public enum ChangeState implements Code {
    PROPOSED,
    /// It is owed already, by an obligation.
    IN_SCOPE,
    /// By both sides.
    AGREED,
    REFUSED;

    /// How it looks.
    public Tone tone() {
        return switch (this) {
            case PROPOSED -> Tone.WARN;
            case AGREED -> Tone.GOOD;
            case IN_SCOPE, REFUSED -> Tone.CALM;
        };
    }
}
