package org.fram.app.raid;

import org.fram.app.platform.access.Code;
import org.fram.facts.RaidFacts;

/// Where risks come from.
public enum RiskCategory implements Code {
    HARDWARE,
    SOFTWARE_COMPATIBILITY,
    INTEGRATION,
    TEAM_READINESS,
    ADOPTION,
    NETWORK,
    DATA,
    PEOPLE,
    VENDOR;

    /// As facts have it.
    RaidFacts.RiskCategory fact() {
        return RaidFacts.RiskCategory.valueOf(name());
    }
}
