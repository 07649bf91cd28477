package org.fram.app.platform.webhooks;

import org.fram.app.platform.access.Code;

/// What a webhook is told of.
public enum Topic implements Code {
    /// Rows of registers.
    REGISTER,
    /// Decisions about obligations.
    OBLIGATION,
    /// What the ledger records.
    LEDGER
}
