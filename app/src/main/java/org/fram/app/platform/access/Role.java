package org.fram.app.platform.access;

/// What a person may do in an engagement. Each may all that those before it may.
public enum Role implements Code {
    /// Sees what is not private to another party.
    VIEWER,
    /// Works on what the engagement is about.
    CONTRIBUTOR,
    /// Shapes the engagement: its parties, sites and terms, and the people of the own party.
    MANAGER,
    /// Decides over the engagement and all its people.
    OWNER;

    boolean atLeast(Role required) {
        return compareTo(required) >= 0;
    }
}
