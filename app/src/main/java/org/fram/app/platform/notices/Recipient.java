package org.fram.app.platform.notices;

import java.util.Locale;
import org.fram.app.platform.access.PersonId;

/// Whom a notice is for.
public sealed interface Recipient {

    /// Somebody with an account: told in the application, and by mail as they choose.
    record Account(PersonId person) implements Recipient {}

    /// Somebody known by an e-mail address alone: told by mail.
    ///
    /// @param email in lower case
    record Address(String email) implements Recipient {

        public Address {
            email = email.strip().toLowerCase(Locale.ROOT);
        }

        /// It shows in no log.
        @Override
        public String toString() {
            return "Address[…]";
        }
    }
}
