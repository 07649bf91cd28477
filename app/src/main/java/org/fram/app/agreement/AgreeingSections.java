package org.fram.app.agreement;

import java.time.InstantSource;
import java.util.Map;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.ledger.Deed;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.platform.texts.Text;
import org.fram.app.sow.SowId;
import org.fram.app.sow.StatementsOfWork;
import org.springframework.stereotype.Component;

/// Agreeing to the words of a section for one's party, and taking that back.
@Component
public class AgreeingSections {

    private final Transactions transactions;
    private final Authority authority;
    private final StatementsOfWork statements;
    private final Agreeing agreeing;
    private final Agreements agreements;
    private final Ledger ledger;
    private final InstantSource clock;

    AgreeingSections(
            Transactions transactions,
            Authority authority,
            StatementsOfWork statements,
            Agreeing agreeing,
            Agreements agreements,
            Ledger ledger,
            InstantSource clock) {
        this.transactions = transactions;
        this.authority = authority;
        this.statements = statements;
        this.agreeing = agreeing;
        this.agreements = agreements;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// What came of it.
    public sealed interface Outcome {

        record Done() implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// Agrees to a section.
    ///
    /// @param section its key
    /// @param seen the digest of the words that the page showed
    public Outcome agree(Actor.Person me, EngagementId engagement, SowId sow, String section, String seen) {
        return transactions.<Outcome>as(me, () -> {
            var mine = authority.require(me, Act.ASK_FOR_SIGNATURES, engagement);
            var statement = statements.get(engagement, sow);
            var standing = agreeing.of(engagement, sow);
            var part = part(standing, section);
            if (!part.section().sha256().equals(seen)) {
                return new Outcome.Refused(
                        Text.of("agreement.refused.changed", part.section().title()));
            }
            if (!standing.parties().contains(mine.party())) {
                return new Outcome.Refused(Text.of("agreement.refused.party"));
            }
            if (part.assents().stream().anyMatch(assent -> assent.party().equals(mine.party()))) {
                return new Outcome.Done();
            }
            agreements.agree(
                    engagement,
                    sow,
                    new Assent(section, seen, standing.ordinal(), mine.party(), me.id(), clock.instant()));
            ledger.record(
                    me,
                    engagement,
                    statement.privateTo(),
                    Deed.of(
                            "section-agreed",
                            sow.value(),
                            Map.of(
                                    "section", part.section().title(),
                                    "version", Integer.toString(standing.ordinal()),
                                    "sha256", seen,
                                    "party", mine.party())));
            return new Outcome.Done();
        });
    }

    /// Takes back what one's party agreed to in a section.
    public Outcome reopen(Actor.Person me, EngagementId engagement, SowId sow, String section) {
        return transactions.<Outcome>as(me, () -> {
            var mine = authority.require(me, Act.ASK_FOR_SIGNATURES, engagement);
            var statement = statements.get(engagement, sow);
            var standing = agreeing.of(engagement, sow);
            var part = part(standing, section);
            if (standing.open() != null) {
                return new Outcome.Refused(Text.of("agreement.refused.signing"));
            }
            if (agreements.takeBack(sow, section, mine.party())) {
                ledger.record(
                        me,
                        engagement,
                        statement.privateTo(),
                        Deed.of(
                                "section-reopened",
                                sow.value(),
                                Map.of("section", part.section().title(), "party", mine.party())));
            }
            return new Outcome.Done();
        });
    }

    private static Standing.Part part(Standing standing, String section) {
        return standing.sections().stream()
                .filter(part -> part.section().key().equals(section))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
