package org.fram.app.plan.people;

import org.fram.app.platform.access.Code;

/// What somebody is booked for.
public enum Purpose implements Code {
    PROJECT_WORK,
    /// They are trained.
    TRAINING,
    /// They test as users.
    ACCEPTANCE_TEST;

    /// Whether people of the contact center take no calls meanwhile.
    public boolean offPhone() {
        return this != PROJECT_WORK;
    }
}
