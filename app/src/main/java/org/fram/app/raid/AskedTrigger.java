package org.fram.app.raid;

import org.fram.rules.FactCondition.Answered;

/// The trigger of a risk, and what the facts say to it.
public record AskedTrigger(RaidItem risk, Answered answered) {

    /// As it was written.
    public String trigger() {
        return risk.words("trigger");
    }
}
