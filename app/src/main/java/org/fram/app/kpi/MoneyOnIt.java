package org.fram.app.kpi;

import org.fram.app.platform.access.Code;

/// What money depends on whether a KPI reaches its target.
public enum MoneyOnIt implements Code {
    NONE,
    /// Exceeding it pays.
    BONUS,
    /// Missing it costs: a penalty, or a credit on the next invoice.
    PENALTY,
    BOTH,
    /// The price itself depends on it.
    PRICING;

    boolean rewards() {
        return this == BONUS || this == BOTH;
    }

    boolean penalises() {
        return this == PENALTY || this == BOTH;
    }
}
