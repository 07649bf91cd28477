package org.fram.app.readiness;

import org.fram.app.platform.access.Code;

/// What ends with the old platform, or is kept of it.
public enum ExitKind implements Code {
    CONTRACT_NOTICE,
    CARRIER_DISCONNECT,
    HISTORY,
    RECORDINGS,
    HARDWARE_RETURN,
    LICENCE_END,
    OTHER
}
