package org.fram.app.platform.pages;

import org.fram.app.platform.access.Actor;

/// How many notices somebody has not read, for the bell in the head of each page.
public interface Unread {

    /// Counts those of a person; 0 where that cannot be said now.
    int of(Actor.Person person);
}
