package org.fram.app.agreement;

import java.util.List;
import org.fram.app.engagement.DemoPart;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Transactions;
import org.fram.app.sow.SowId;
import org.fram.app.sow.StatementsOfWork;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// A statement of work in the middle of being agreed on: the first sections by both sides, the next by the vendor
/// alone,
/// with remarks that wait for an answer.
@Component
@Order(DemoAgreement.LATE)
class DemoAgreement implements DemoPart {

    /// Its place among the parts of its stage: the statement of work is there.
    static final int LATE = 20;

    private static final int BY_BOTH = 2;
    private static final int BY_VENDOR = 4;

    private final StatementsOfWork statements;
    private final Agreeing agreeing;
    private final AgreeingSections sections;
    private final Discussing discussing;
    private final Transactions transactions;

    DemoAgreement(
            StatementsOfWork statements,
            Agreeing agreeing,
            AgreeingSections sections,
            Discussing discussing,
            Transactions transactions) {
        this.statements = statements;
        this.agreeing = agreeing;
        this.sections = sections;
        this.discussing = discussing;
        this.transactions = transactions;
    }

    @Override
    public Stage stage() {
        return Stage.SOW;
    }

    @Override
    public void add(Demo demo) {
        var sow = transactions.as(
                demo.customer(),
                () -> statements.of(demo.engagement()).getFirst().id());
        var parts = transactions.as(demo.customer(), () -> agreeing.of(demo.engagement(), sow)).sections().stream()
                .map(Standing.Part::section)
                .toList();
        agree(demo, demo.vendor(), sow, parts.subList(0, Math.min(BY_VENDOR, parts.size())));
        agree(demo, demo.customer(), sow, parts.subList(0, Math.min(BY_BOTH, parts.size())));
        var next = parts.get(Math.min(BY_BOTH, parts.size() - 1));
        say(
                demo,
                demo.customer(),
                sow,
                new Discussing.Said(
                        next.key(),
                        "Who decides that a delay of the carrier counts as ours? As it stands, nobody does.",
                        "A delay of the carrier counts for the party that holds the contract with it.",
                        false));
        say(
                demo,
                demo.vendor(),
                sow,
                new Discussing.Said(
                        next.key(), "We can live with that if the carrier’s dates are shared weekly.", "", false));
    }

    private void agree(Demo demo, Actor.Person person, SowId sow, List<Section> parts) {
        for (var part : parts) {
            var outcome = sections.agree(person, demo.engagement(), sow, part.key(), part.sha256());
            if (outcome instanceof AgreeingSections.Outcome.Refused(var reason)) {
                throw new IllegalStateException("An agreement of the demonstration is refused: " + reason);
            }
        }
    }

    private void say(Demo demo, Actor.Person person, SowId sow, Discussing.Said said) {
        if (discussing.say(person, demo.engagement(), sow, said) instanceof Discussing.Outcome.Refused(var reason)) {
            throw new IllegalStateException("A remark of the demonstration is refused: " + reason);
        }
    }
}
