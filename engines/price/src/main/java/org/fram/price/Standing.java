package org.fram.price;

/// Whether a line is part of what is agreed.
public enum Standing {
    AGREED,
    /// May be invoked, and was not yet: no part of the total.
    OPTION,
    /// An option that was invoked: part of the total.
    INVOKED;

    boolean counts() {
        return this != OPTION;
    }
}
