package org.fram.app.platform.runs;

import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.springframework.stereotype.Component;

/// Saying that a run is not wanted any more.
@Component
public class CancellingRun {

    private final Transactions transactions;
    private final Authority authority;
    private final Runs runs;

    CancellingRun(Transactions transactions, Authority authority, Runs runs) {
        this.transactions = transactions;
        this.authority = authority;
        this.runs = runs;
    }

    /// Ends a run that waits; has one that goes on end soon; leaves one that has ended as it is. From now on it stores
    /// nothing.
    public void cancel(Actor.Person person, EngagementId engagement, RunId id) {
        transactions.run(person, () -> {
            authority.require(person, Act.CONTRIBUTE, engagement);
            runs.get(engagement, id);
            runs.cancel(engagement, id);
        });
    }
}
