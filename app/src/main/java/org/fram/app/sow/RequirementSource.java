package org.fram.app.sow;

import org.fram.app.platform.access.Code;

/// Where a requirement comes from.
public enum RequirementSource implements Code {
    /// The request for proposals.
    RFP,
    ANSWER_OF_THE_VENDOR,
    EVALUATION,
    DEMONSTRATION
}
