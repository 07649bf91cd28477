package org.fram.app.readiness;

import org.fram.app.platform.access.Code;

/// What is signed off.
public enum SignOffKind implements Code {
    SECURITY,
    PAYMENT_CARD,
    RECORDING_CONSENT,
    RECORDING_RETENTION,
    EMERGENCY_CALLING,
    CHANGE_WINDOW,
    FIREWALL,
    DESKTOP
}
