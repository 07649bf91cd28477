package org.fram.app.sow;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.fram.app.engagement.Dated;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Shortened;
import org.fram.app.platform.texts.Text;
import org.fram.review.ReviewFacts;
import org.springframework.stereotype.Component;

/// The obligations that stand and have a day: of whoever they are assigned to, and otherwise of the party that answers
/// for them.
@Component
class DatedObligations implements Dated {

    private static final Text OBLIGATIONS = Text.of("sow.obligations");

    private final StatementsOfWork statements;
    private final Obligations obligations;

    DatedObligations(StatementsOfWork statements, Obligations obligations) {
        this.statements = statements;
        this.obligations = obligations;
    }

    @Override
    public Set<Text> kinds() {
        return Set.of(OBLIGATIONS);
    }

    @Override
    public List<Entry> of(EngagementId engagement) {
        return statements.of(engagement).stream()
                .flatMap(sow -> obligations.of(sow.id()).stream()
                        .filter(one -> OwedObligations.STANDING.contains(one.state()))
                        .flatMap(one -> entry(sow, one)))
                .toList();
    }

    private static Stream<Entry> entry(StatementOfWork sow, Obligation one) {
        var due = ReviewFacts.day(one.promise().due());
        return due == null
                ? Stream.empty()
                : Stream.of(new Entry(
                        "obligation " + one.id(),
                        OBLIGATIONS,
                        Text.of("sow.calendar.due"),
                        one.code() + " " + Shortened.line(one.promise().text()),
                        sow.path() + one.id().place(),
                        When.Days.on(due),
                        whose(one),
                        Standing.OPEN,
                        null));
    }

    private static Whose whose(Obligation one) {
        var person = one.assignedTo();
        String party = Objects.requireNonNullElse(one.promise().accountable(), "");
        return person != null
                ? new Whose.People(Set.of(person))
                : party.isEmpty() ? new Whose.Everybody() : new Whose.Named(party);
    }
}
