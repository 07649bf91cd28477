package org.fram.app.sow;

import java.util.Map;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.files.StoredFiles;
import org.fram.app.platform.ledger.Deed;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.practice.Decisions;
import org.springframework.stereotype.Component;

/// Showing a draft that was private to a party to all of the engagement, with its documents and all that was decided.
@Component
public class SharingSow {

    private final Transactions transactions;
    private final Authority authority;
    private final StatementsOfWork statements;
    private final StoredFiles files;
    private final Decisions decisions;
    private final Ledger ledger;

    SharingSow(
            Transactions transactions,
            Authority authority,
            StatementsOfWork statements,
            StoredFiles files,
            Decisions decisions,
            Ledger ledger) {
        this.transactions = transactions;
        this.authority = authority;
        this.statements = statements;
        this.files = files;
        this.decisions = decisions;
        this.ledger = ledger;
    }

    /// Shares it. There is no way back: what others have seen they have seen.
    public void share(Actor.Person me, EngagementId engagement, SowId sow) {
        transactions.run(me, () -> {
            authority.require(me, Act.WAIVE, engagement);
            statements.get(engagement, sow);
            statements.share(engagement, sow);
            decisions.share(engagement, sow.value());
            statements.versions(sow).forEach(version -> files.share(engagement, version.file()));
            ledger.record(me, engagement, null, Deed.of("sow-shared", sow.value(), Map.of()));
        });
    }
}
