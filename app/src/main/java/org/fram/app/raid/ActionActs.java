package org.fram.app.raid;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Members;
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

/// Writing the register of actions. An action is owned by a person of the engagement, so that it stands on their page.
@Component
class ActionActs extends FurtherActs {

    private static final String OWNER = "owner";

    private final Members members;
    private final Rows rows;
    private final Transactions transactions;

    ActionActs(KeepingRows keeping, Members members, Rows rows, Transactions transactions) {
        super(keeping);
        this.members = members;
        this.rows = rows;
        this.transactions = transactions;
    }

    @Override
    public List<RowOutcome> addAll(
            Register register, Actor.Person me, EngagementId engagement, List<Map<String, @Nullable Object>> wanted) {
        return transactions.as(me, () -> {
            var people = members.of(engagement);
            var right = new ArrayList<Map<String, @Nullable Object>>();
            var refused = new ArrayList<@Nullable RowOutcome>();
            for (var values : wanted) {
                var named = owned(values, people);
                refused.add(named == null ? nobody(values) : null);
                if (named != null) {
                    right.add(named);
                }
            }
            var outcomes = new ArrayDeque<>(super.addAll(register, me, engagement, right));
            return refused.stream()
                    .map(one -> one == null ? outcomes.removeFirst() : one)
                    .toList();
        });
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
            // Whoever owned it before may have left, and it stays as it is.
            boolean same = rows.find(register, engagement, id)
                    .filter(row -> Objects.equals(row.get(OWNER), wanted.get(OWNER)))
                    .isPresent();
            if (!wanted.containsKey(OWNER) || same) {
                return super.change(register, me, engagement, id, seen, wanted);
            }
            var named = owned(wanted, members.of(engagement));
            return named == null ? nobody(wanted) : super.change(register, me, engagement, id, seen, named);
        });
    }

    /// The same with the owner’s name; null where the words name nobody.
    private static @Nullable Map<String, @Nullable Object> owned(
            Map<String, @Nullable Object> values, List<Member> people) {
        if (values.get(OWNER) == null) {
            return values;
        }
        var person = Owners.named(Objects.toString(values.get(OWNER), ""), people);
        if (person.isEmpty()) {
            return null;
        }
        var named = new LinkedHashMap<String, @Nullable Object>(values);
        named.put(OWNER, person.get().name());
        return named;
    }

    private static RowOutcome nobody(Map<String, @Nullable Object> values) {
        return new RowOutcome.Refused(
                Map.of(OWNER, Text.of("raid.refused.owner", Objects.toString(values.get(OWNER), ""))));
    }
}
