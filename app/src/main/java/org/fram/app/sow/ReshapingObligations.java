package org.fram.app.sow;

import java.util.ArrayList;
import java.util.List;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// Making one obligation of several, several of one, and one that the review did not find.
@Component
public class ReshapingObligations {

    private static final int MOST_AT_ONCE = 50;

    private final Transactions transactions;
    private final Authority authority;
    private final StatementsOfWork statements;
    private final Obligations obligations;

    ReshapingObligations(
            Transactions transactions, Authority authority, StatementsOfWork statements, Obligations obligations) {
        this.transactions = transactions;
        this.authority = authority;
        this.statements = statements;
        this.obligations = obligations;
    }

    /// What came of it.
    public sealed interface Outcome {

        /// It is on the disk; this is the one to look at now.
        record Done(ObligationId id) implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// Merges several into the first of them in the order of the document. Its text becomes those of all, one after
    /// the other; the others are kept as merged into it.
    public Outcome merge(Actor.Person me, EngagementId engagement, SowId sow, List<ObligationId> ids) {
        return transactions.<Outcome>as(me, () -> {
            begin(me, engagement, sow);
            var all = obligations.of(sow).stream()
                    .filter(one -> ids.contains(one.id()))
                    .filter(one -> one.state() == Obligation.State.PROPOSED || one.state() == Obligation.State.ACCEPTED)
                    .toList();
            if (all.size() < 2 || all.size() > MOST_AT_ONCE) {
                return new Outcome.Refused(Text.of("sow.refused.merge", MOST_AT_ONCE));
            }
            var first = all.getFirst();
            var change = new Obligations.Change(engagement, sow, me.id(), "merge");
            String text = String.join(
                    " ",
                    all.stream().map(one -> one.promise().text()).distinct().toList());
            store(change, first, first.correct(first.promise().withText(text)));
            all.stream().skip(1).forEach(one -> store(change, one, one.mergeInto(first.id())));
            return new Outcome.Done(first.id());
        });
    }

    /// Splits one into as many as the text has lines. The parts inherit all but the text; the whole is kept as split.
    public Outcome split(Actor.Person me, EngagementId engagement, SowId sow, ObligationId id, String lines) {
        var texts =
                lines.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (texts.size() < 2 || texts.size() > MOST_AT_ONCE) {
            return new Outcome.Refused(Text.of("sow.refused.split", MOST_AT_ONCE));
        }
        return transactions.<Outcome>as(me, () -> {
            int number = begin(me, engagement, sow);
            var whole = obligations.get(sow, id);
            var change = new Obligations.Change(engagement, sow, me.id(), "split");
            var parts = new ArrayList<Obligation>();
            for (int i = 0; i < texts.size(); i++) {
                parts.add(new Obligation(
                        ObligationId.next(),
                        ++number,
                        whole.position() + i + 1,
                        whole.state() == Obligation.State.ACCEPTED
                                ? Obligation.State.ACCEPTED
                                : Obligation.State.PROPOSED,
                        whole.promise().withText(texts.get(i)),
                        whole.assignedTo(),
                        null,
                        whole.id(),
                        null,
                        null,
                        0));
            }
            store(change, whole, whole.split());
            parts.forEach(part -> obligations.add(change, part));
            statements.numbered(sow, number);
            return new Outcome.Done(parts.getFirst().id());
        });
    }

    /// Adds one that the review did not find; it is accepted at once.
    public Outcome add(Actor.Person me, EngagementId engagement, SowId sow, Promise promise) {
        return transactions.<Outcome>as(me, () -> {
            int number = begin(me, engagement, sow) + 1;
            int position = obligations.of(sow).stream()
                    .filter(one -> one.promise().section().equals(promise.section()))
                    .mapToInt(Obligation::position)
                    .max()
                    .orElseGet(() -> obligations.of(sow).stream()
                            .mapToInt(Obligation::position)
                            .max()
                            .orElse(0));
            var added = new Obligation(
                    ObligationId.next(),
                    number,
                    position + 1,
                    Obligation.State.ACCEPTED,
                    promise,
                    null,
                    null,
                    null,
                    null,
                    null,
                    0);
            obligations.add(new Obligations.Change(engagement, sow, me.id(), "add"), added);
            statements.numbered(sow, number);
            return new Outcome.Done(added.id());
        });
    }

    private int begin(Actor.Person me, EngagementId engagement, SowId sow) {
        authority.require(me, Act.CONTRIBUTE, engagement);
        return statements.lock(engagement, sow);
    }

    private void store(Obligations.Change change, Obligation before, Obligation after) {
        if (!obligations.store(change, before, after)) {
            throw new IllegalStateException("Obligation %s changed under a lock.".formatted(before.code()));
        }
    }
}
