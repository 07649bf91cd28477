package org.fram.app.meeting;

import java.util.UUID;
import org.fram.app.platform.access.PersonId;
import org.jspecify.annotations.Nullable;

/// Somebody who is invited.
///
/// @param person null where they are known by name and e-mail address alone
/// @param email empty where a member has left the engagement: they are told nothing more
public record Invited(UUID id, @Nullable PersonId person, String name, String email) {

    /// Whether they were a member and have left.
    public boolean left() {
        return email.isEmpty();
    }
}
