package org.fram.app.signing;

import org.fram.app.platform.access.Code;

/// What somebody binds their party to by signing.
public enum Matter implements Code {
    STATEMENT_OF_WORK,
    CHANGE_ORDER,
    GATE,
    ACCEPTANCE,
    /// From the project to support.
    TRANSITION,
    OTHER
}
