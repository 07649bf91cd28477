package org.fram.app.platform.runs;

import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Asking for long work. It begins as soon as a worker is free.
@Component
public class RequestingRun {

    private static final int LONGEST_SUBJECT = 300;

    private final Transactions transactions;
    private final Authority authority;
    private final Runs runs;
    private final Bell bell;

    RequestingRun(Transactions transactions, Authority authority, Runs runs, Bell bell) {
        this.transactions = transactions;
        this.authority = authority;
        this.runs = runs;
        this.bell = bell;
    }

    /// What is asked for.
    ///
    /// @param privateTo the party that alone sees it, or null for all of the engagement
    /// @param kind of the [Work]
    /// @param subject what it is about, as people call it
    /// @param input a record for the work, kept as JSON
    public record Wish(
            EngagementId engagement, @Nullable PartyId privateTo, String kind, String subject, Object input) {

        public Wish {
            subject = subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT);
        }
    }

    /// Puts the run into the queue, together with whatever else the open transaction does.
    public RunId request(Actor.Person person, Wish wish) {
        return transactions.as(person, () -> {
            authority.require(person, Act.CONTRIBUTE, wish.engagement());
            var id = RunId.next();
            runs.add(wish, id, person.id());
            bell.ringAfterCommit();
            return id;
        });
    }
}
