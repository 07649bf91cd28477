package org.fram.app.raid;

import org.fram.app.platform.access.Code;

/// What kind of issue something is, which decides where it goes.
public enum IssueKind implements Code {
    /// Something does not work.
    TECHNICAL,
    /// Something does not come in time.
    DELIVERY,
    /// Somebody is missing, or people do not get on.
    PEOPLE,
    /// Price, terms, scope.
    COMMERCIAL,
    /// The sides do not agree what was promised.
    DISPUTE
}
