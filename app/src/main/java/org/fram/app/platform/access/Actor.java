package org.fram.app.platform.access;

import java.util.UUID;

/// On whose behalf something happens. What they may see follows from it, by row security.
public sealed interface Actor {

    /// Somebody with an account.
    record Person(PersonId id) implements Actor {}

    /// Somebody with an account who looks at what all of an engagement see, and at nothing that only their own
    /// party sees. What comes of it may be shown to everybody of the engagement.
    record InCommon(PersonId id) implements Actor {}

    /// Work that no person asked for, such as signing somebody in. It sees what policies grant to its name
    /// and nothing else.
    ///
    /// @param name as it stands in the policies of the migrations
    record Task(String name) implements Actor {}

    /// Somebody without an account, who came by a link for one thing. They see that thing and nothing else.
    ///
    /// @param link its id
    record Guest(UUID link) implements Actor {}
}
