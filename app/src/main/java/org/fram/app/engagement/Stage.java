package org.fram.app.engagement;

import org.fram.app.platform.access.Code;

/// The lifecycle of an engagement, in its order.
public enum Stage implements Code {
    SOW,
    RAID,
    ASSESSMENT,
    DESIGN,
    PEOPLE,
    PLAN,
    PROVISIONING,
    TESTING,
    ROLLOUT,
    ACCEPTANCE,
    OPERATIONS
}
