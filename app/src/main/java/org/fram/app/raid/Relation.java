package org.fram.app.raid;

import org.fram.app.platform.access.Code;

/// What one thing has to do with another.
public enum Relation implements Code {
    /// It has to do with it. Two may concern each other.
    CONCERNS,
    /// It is there because of it. Nothing follows from itself, also not by way of others.
    FOLLOWS_FROM,
    /// It became it. Of two items that are kept here, the other one follows from it instead.
    LED_TO
}
