/// Guests: somebody without an account reads one document or answers one question, by a link that was sent to them.
///
/// Begin with [GuestLink] and [InvitingGuests], then [AnsweringLink], what a guest does. A link holds a secret of which
/// only
/// the hash is kept, opens one thing until a time, can be taken back, and each of its uses goes to the ledger. Row
/// security
/// knows guests: they see their link, its file and nothing else.
@ApplicationModule(
        displayName = "Guests",
        allowedDependencies = {
            "engagement",
            "platform :: access",
            "platform :: files",
            "platform :: identity",
            "platform :: ledger",
            "platform :: notices",
            "platform :: pages",
            "platform :: start",
            "platform :: texts"
        })
@NullMarked
package org.fram.app.guests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
