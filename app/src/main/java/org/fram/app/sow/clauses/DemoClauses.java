package org.fram.app.sow.clauses;

import org.fram.app.engagement.DemoPart;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.access.Transactions;
import org.fram.app.sow.StatementsOfWork;
import org.fram.app.sow.clauses.Clause.Shape;
import org.fram.app.sow.clauses.Manuscript.Line;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What the customer writes for the next version and has not shown yet: who bears a delay of the carrier.
@Component
@Order(DemoClauses.LATE)
class DemoClauses implements DemoPart {

    /// Its place among the parts of its stage: the statement of work is there.
    static final int LATE = 21;

    private static final String ADDED =
            "The party that holds the contract with the carrier bears the delays of the carrier, and reports the dates of"
                    + " the carrier to the other party each week.";

    private final StatementsOfWork statements;
    private final EditingClauses editing;
    private final ReadingClauses reading;
    private final Transactions transactions;

    DemoClauses(
            StatementsOfWork statements, EditingClauses editing, ReadingClauses reading, Transactions transactions) {
        this.statements = statements;
        this.editing = editing;
        this.reading = reading;
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
        done(editing.begin(demo.customer(), demo.engagement(), sow));
        var after = transactions.as(demo.customer(), () -> reading.of(sow)).orElseThrow().lines().stream()
                .filter(line -> line.shape() == Shape.PARAGRAPH && line.quote().contains("carrier"))
                .map(Line::id)
                .findFirst()
                .orElse(null);
        done(editing.add(demo.customer(), demo.engagement(), sow, after, Shape.PARAGRAPH, ADDED));
    }

    private static void done(EditingClauses.Outcome outcome) {
        if (!(outcome instanceof EditingClauses.Outcome.Done)) {
            throw new IllegalStateException("An edit of the demonstration is refused: " + outcome);
        }
    }
}
