package org.fram.price;

/// What a line is paid for.
public enum Kind {
    /// One price for a thing, whatever it takes.
    FIXED,
    /// A price for each of a number of things.
    PER_UNIT,
    /// A price for each hour; the hours are what is expected.
    HOURLY,
    /// A price for each transaction, a call or a message say; the number is what is expected.
    TRANSACTION,
    /// Travel as it comes; the price is an estimate.
    TRAVEL_AT_COST,
    /// Travel as it comes up to a cap; the price is the cap.
    TRAVEL_CAPPED;

    /// What is paid in the end depends on how much comes, so the price is an expectation.
    public boolean estimated() {
        return this == HOURLY || this == TRANSACTION || this == TRAVEL_AT_COST;
    }

    /// A line of this kind says how many.
    public boolean counted() {
        return this == PER_UNIT || this == HOURLY || this == TRANSACTION;
    }
}
