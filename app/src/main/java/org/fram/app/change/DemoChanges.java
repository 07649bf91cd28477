package org.fram.app.change;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fram.app.engagement.DemoPart;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.register.Money;
import org.fram.app.platform.register.Register;
import org.fram.app.sow.StatementsOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Changes as they come up in the middle of a project: one that waits, one to which only the vendor agrees, one that
/// was
/// refused, and one that an engineer signed who may not.
@Component
@Order(DemoChanges.LATE)
class DemoChanges implements DemoPart {

    /// Its place among the parts of its stage: prices are approved.
    static final int LATE = 30;

    private static final int DAYS_AGO = 6;
    private static final int DAYS_TO_REVIEW = 90;

    private final Register register;
    private final DecidingChange deciding;
    private final ProposedChanges changes;
    private final ReviewingSow reviewing;
    private final StatementsOfWork statements;
    private final Transactions transactions;
    private final InstantSource clock;

    DemoChanges(
            Register changesRegister,
            DecidingChange deciding,
            ProposedChanges changes,
            ReviewingSow reviewing,
            StatementsOfWork statements,
            Transactions transactions,
            InstantSource clock) {
        this.register = changesRegister;
        this.deciding = deciding;
        this.changes = changes;
        this.reviewing = reviewing;
        this.statements = statements;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Stage stage() {
        return Stage.SOW;
    }

    @Override
    public void add(Demo demo) {
        add(
                demo,
                demo.customer(),
                Map.of(
                        "text", "Record the calls of the second line for quality assurance as well",
                        "reason", "The second line takes a third of the complaints.",
                        "wantedBy", "Contact center",
                        "price", euros("18400"),
                        "days", BigDecimal.valueOf(8),
                        "vendorHours", BigDecimal.valueOf(96),
                        "tests", "Two test cases for the recording of transferred calls"));
        String training = add(
                demo,
                demo.vendor(),
                Map.of(
                        "text",
                        "Hold the training of the agents in two weeks instead of one",
                        "reason",
                        "A week takes too many agents off the phones at once.",
                        "wantedBy",
                        "Training lead of the vendor",
                        "price",
                        euros("3900"),
                        "days",
                        BigDecimal.valueOf(5),
                        "buyerHours",
                        BigDecimal.valueOf(40)));
        agree(demo, training);
        String centre = add(
                demo,
                demo.vendor(),
                Map.of("text", "Keep recordings in a second data centre", "price", euros("52000")));
        done(deciding.refuse(
                demo.customer(),
                demo.engagement(),
                centre,
                "The archive of the group keeps copies already; a second one is not worth the price."));
        add(
                demo,
                demo.customer(),
                Map.of(
                        "text",
                        "Six more routers than ordered, by message to the carrier",
                        "elsewhere",
                        true,
                        "state",
                        ChangeState.AGREED.code(),
                        "decided",
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(DAYS_AGO),
                        "price",
                        euros("5100"),
                        "signedBy",
                        "Design engineer of the partner",
                        "mayChange",
                        false));
        var sow = transactions.as(
                demo.customer(),
                () -> statements.of(demo.engagement()).getFirst().id());
        done(reviewing.review(
                demo.customer(),
                demo.engagement(),
                sow,
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(DAYS_TO_REVIEW)));
    }

    private void agree(Demo demo, String ref) {
        String terms = transactions.as(
                demo.vendor(), () -> changes.get(demo.engagement(), ref).terms());
        done(deciding.agree(demo.vendor(), demo.engagement(), ref, terms));
    }

    private String add(Demo demo, Actor.Person person, Map<String, Object> values) {
        return demo.add(register, person, List.of(new HashMap<String, @Nullable Object>(values)))
                .getFirst()
                .ref();
    }

    private static void done(DecidingChange.Outcome outcome) {
        if (!(outcome instanceof DecidingChange.Outcome.Done)) {
            throw new IllegalStateException("A decision of the demonstration is refused: " + outcome);
        }
    }

    private static Money.Sum euros(String amount) {
        return new Money.Sum(new BigDecimal(amount), Currency.getInstance("EUR"));
    }
}
