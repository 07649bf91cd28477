package org.fram.app.guests;

import java.util.List;
import org.fram.app.platform.access.Actor;

/// A module that asks guests to confirm statements: they say yes or no to each, instead of writing an
/// answer to the question of their link. The module makes a link for a question by [InvitingGuests] and
/// keeps what it asks by it.
///
/// It is asked within the guest's transaction, in which row security shows them what the module's own
/// policies do.
public interface Asking {

    /// What a link asks, in the order in which the guest reads it; none where this module asks nothing
    /// by it.
    List<Statement> statements(GuestLink link);

    /// Writes down what a guest said: it is there exactly when the answer of the link is.
    ///
    /// @param answers to all statements of the link, in their order
    void answered(Actor.Guest guest, GuestLink link, List<Statement.Answer> answers);

    /// Where whoever asked finds the answers, below the address of the engagement.
    String path();
}
