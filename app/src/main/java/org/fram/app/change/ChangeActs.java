package org.fram.app.change;

import java.util.HashMap;
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

/// Writing the register of changes. What was decided is not typed: it is decided on the page of a change
/// ([DecidingChange]), and from then on its terms stay as they are. A change that was made elsewhere is kept as it was
/// made.
@Component
class ChangeActs extends FurtherActs {

    /// What deciding writes.
    private static final Set<String> DECISION = Set.of("state", "decided", "refusal", "inScopeBy");

    /// What stays open once a change is decided.
    private static final Set<String> ALWAYS = Set.of("inPrice", "seenBy", "ref");

    private final Rows rows;
    private final Transactions transactions;

    ChangeActs(KeepingRows keeping, Rows rows, Transactions transactions) {
        super(keeping);
        this.rows = rows;
        this.transactions = transactions;
    }

    @Override
    public List<RowOutcome> addAll(
            Register register, Actor.Person me, EngagementId engagement, List<Map<String, @Nullable Object>> wanted) {
        return super.addAll(
                register,
                me,
                engagement,
                wanted.stream().map(ChangeActs::arriving).toList());
    }

    /// Nobody decided it here: what arrives decided was decided elsewhere.
    private static Map<String, @Nullable Object> arriving(Map<String, @Nullable Object> values) {
        var all = new LinkedHashMap<String, @Nullable Object>(values);
        all.putIfAbsent("state", ChangeState.PROPOSED.code());
        if (ChangeRegister.state(all.get("state")) != ChangeState.PROPOSED) {
            all.put("elsewhere", true);
        }
        return all;
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
            var values = now.get().values();
            var after = new HashMap<String, @Nullable Object>(values);
            after.putAll(wanted);
            boolean decided = ChangeRegister.state(values.get("state")) != ChangeState.PROPOSED;
            // What was decided here does not become something that was decided elsewhere, nor the other way round.
            boolean free = elsewhere(after) && (elsewhere(values) || !decided);
            if (!free) {
                for (var column : wanted.keySet()) {
                    boolean changes = !Objects.equals(wanted.get(column), values.get(column));
                    if (changes && DECISION.contains(column)) {
                        return new RowOutcome.Refused(Map.of(column, Text.of("change.refused.state")));
                    }
                    if (changes && decided && !ALWAYS.contains(column)) {
                        return new RowOutcome.Refused(Map.of(column, Text.of("change.refused.decided")));
                    }
                }
            }
            return super.change(register, me, engagement, id, seen, wanted);
        });
    }

    /// The same for what was decided.
    RowOutcome decide(
            Register register,
            Actor.Person me,
            EngagementId engagement,
            UUID id,
            Seen seen,
            Map<String, @Nullable Object> decision) {
        return super.change(register, me, engagement, id, seen, decision);
    }

    @Override
    public Deletion delete(Register register, Actor.Person me, EngagementId engagement, Map<UUID, Integer> versions) {
        // What was decided stays: it is the record.
        return deleteOnly(
                register,
                me,
                engagement,
                versions,
                row -> ChangeRegister.state(row.get("state")) == ChangeState.PROPOSED || elsewhere(row.values()));
    }

    private static boolean elsewhere(Map<String, @Nullable Object> values) {
        return Boolean.TRUE.equals(values.get("elsewhere"));
    }
}
