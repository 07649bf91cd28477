package org.fram.app.raid;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.register.FurtherActs;
import org.fram.app.platform.register.KeepingRows;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Rows;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writing the register of decisions. What was entered in the ledger stays as it was entered, and is
/// not deleted.
@Component
class DecisionActs extends FurtherActs {

    static final String ENTERED = "entered";

    /// What of a decision the ledger has.
    private static final Set<String> TERMS = Set.of("text", "options", "deciders", "reason", "decided", "seenBy");

    private final Rows rows;
    private final Transactions transactions;

    DecisionActs(KeepingRows keeping, Rows rows, Transactions transactions) {
        super(keeping);
        this.rows = rows;
        this.transactions = transactions;
    }

    /// What arrives was entered elsewhere, if it was, and not here.
    @Override
    public List<RowOutcome> addAll(
            Register register, Actor.Person me, EngagementId engagement, List<Map<String, @Nullable Object>> wanted) {
        return super.addAll(
                register,
                me,
                engagement,
                wanted.stream()
                        .map(values -> {
                            var all = new LinkedHashMap<String, @Nullable Object>(values);
                            all.remove(ENTERED);
                            return (Map<String, @Nullable Object>) all;
                        })
                        .toList());
    }

    @Override
    public RowOutcome change(
            Register register,
            Actor.Person me,
            EngagementId engagement,
            UUID id,
            Seen seen,
            Map<String, @Nullable Object> wanted) {
        return transactions.as(me, () -> {
            var now = rows.find(register, engagement, id);
            if (now.isEmpty()) {
                return new RowOutcome.Gone();
            }
            for (var column : wanted.keySet()) {
                boolean changes = !Objects.equals(wanted.get(column), now.get().get(column));
                if (changes && column.equals(ENTERED)) {
                    return new RowOutcome.Refused(Map.of(column, Text.of("raid.refused.typed")));
                }
                if (changes && TERMS.contains(column) && now.get().get(ENTERED) != null) {
                    return new RowOutcome.Refused(Map.of(column, Text.of("raid.refused.entered")));
                }
            }
            return super.change(register, me, engagement, id, seen, wanted);
        });
    }

    /// The same for the day on which it was entered.
    RowOutcome enter(
            Register register,
            Actor.Person me,
            EngagementId engagement,
            UUID id,
            Seen seen,
            Map<String, @Nullable Object> wanted) {
        return super.change(register, me, engagement, id, seen, wanted);
    }

    @Override
    public Deletion delete(Register register, Actor.Person me, EngagementId engagement, Map<UUID, Integer> versions) {
        return deleteOnly(register, me, engagement, versions, row -> row.get(ENTERED) == null);
    }
}
