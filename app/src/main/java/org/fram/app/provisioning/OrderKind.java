package org.fram.app.provisioning;

import org.fram.app.platform.access.Code;

/// What is ordered.
public enum OrderKind implements Code {
    HARDWARE,
    CIRCUIT,
    SIP_TRUNK,
    NUMBER_PORT,
    LICENCE;

    /// Whether a carrier has to confirm a date for it.
    public boolean isNetworkService() {
        return this == CIRCUIT || this == SIP_TRUNK || this == NUMBER_PORT;
    }
}
