package org.fram.app.raid;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Members;
import org.fram.app.engagement.Owners;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.register.FurtherActs;
import org.fram.app.platform.register.KeepingRows;
import org.fram.app.platform.register.Register;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writing the register of actions. Whoever is named by e-mail address, or by a role that only one has,
/// is written down by name, so that the action stays theirs. Words that mean nobody stay as they
/// arrived: lists come from elsewhere.
@Component
class ActionActs extends FurtherActs {

    private static final String OWNER = "owner";

    private final Members members;
    private final Transactions transactions;

    ActionActs(KeepingRows keeping, Members members, Transactions transactions) {
        super(keeping);
        this.members = members;
        this.transactions = transactions;
    }

    @Override
    public List<RowOutcome> addAll(
            Register register, Actor.Person me, EngagementId engagement, List<Map<String, @Nullable Object>> wanted) {
        return transactions.as(me, () -> {
            var people = members.of(engagement);
            return super.addAll(
                    register,
                    me,
                    engagement,
                    wanted.stream().map(values -> named(values, people)).toList());
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
        return transactions.as(
                me, () -> super.change(register, me, engagement, id, seen, named(wanted, members.of(engagement))));
    }

    private static Map<String, @Nullable Object> named(Map<String, @Nullable Object> values, List<Member> people) {
        if (!(values.get(OWNER) instanceof String owner)) {
            return values;
        }
        var named = new LinkedHashMap<String, @Nullable Object>(values);
        Owners.named(owner, people).ifPresent(person -> named.put(OWNER, person.name()));
        return named;
    }
}
