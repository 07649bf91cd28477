package org.fram.app.platform.notices;

import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.pages.Unread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Counts what somebody has not read.
@Component
class UnreadNotices implements Unread {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadNotices.class);

    private final Transactions transactions;
    private final OwnNotices own;

    UnreadNotices(Transactions transactions, OwnNotices own) {
        this.transactions = transactions;
        this.own = own;
    }

    @Override
    public int of(Actor.Person person) {
        try {
            return transactions.<Integer>as(person, () -> own.unread(person.id()));
        } catch (RuntimeException failure) {
            // The page itself is ready, and is not lost for its bell.
            LOG.warn("The bell shows nothing: {}", failure.toString());
            return 0;
        }
    }
}
