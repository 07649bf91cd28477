package org.fram.app.raid;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.fram.app.engagement.Engagements;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.register.RowActs.RowOutcome;
import org.fram.app.platform.register.RowActs.Seen;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Noting that something happened to an item today.
@Component
public class NotingDay {

    private static final int LONGEST = 2_000;

    private final Transactions transactions;
    private final Authority authority;
    private final RaidItems items;
    private final Engagements engagements;

    NotingDay(Transactions transactions, Authority authority, RaidItems items, Engagements engagements) {
        this.transactions = transactions;
        this.authority = authority;
        this.items = items;
        this.engagements = engagements;
    }

    /// Notes it.
    ///
    /// @param what null where somebody chose nothing that is offered, which is refused
    /// @param note what the exercise of a contingency plan showed, or how an issue was settled; may be
    /// empty
    public RaidOutcome today(
            Actor.Person me, EngagementId engagement, ThingKind kind, UUID id, @Nullable DayOf what, String note) {
        if (note.strip().length() > LONGEST) {
            return new RaidOutcome.Refused(Text.of("register.refused.long", LONGEST));
        }
        return transactions.as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            var item = items.get(engagement, kind, id);
            if (what == null || !DayOf.of(kind).contains(what)) {
                return new RaidOutcome.Refused(Text.of("raid.refused.day"));
            }
            if (what == DayOf.EXERCISED && item.words("contingencyPlan").isEmpty()) {
                return new RaidOutcome.Refused(Text.of("raid.refused.noPlan", item.ref()));
            }
            var wanted = new HashMap<String, @Nullable Object>();
            wanted.put(what.code(), engagements.today(engagement));
            if (!note.isBlank()) {
                if (what == DayOf.EXERCISED) {
                    wanted.put("exerciseNote", note.strip());
                } else if (kind == ThingKind.ISSUE && what == DayOf.CLOSED) {
                    wanted.put("settlement", note.strip());
                }
            }
            var register = items.register(kind);
            return outcome(register.acts()
                    .change(
                            register,
                            me,
                            engagement,
                            id,
                            new Seen.Version(item.row().version()),
                            Map.copyOf(wanted)));
        });
    }

    private static RaidOutcome outcome(RowOutcome outcome) {
        return switch (outcome) {
            case RowOutcome.Done _ -> new RaidOutcome.Done();
            case RowOutcome.Refused(var reasons) ->
                new RaidOutcome.Refused(reasons.values().iterator().next());
            case RowOutcome.Overtaken _, RowOutcome.Gone _ ->
                new RaidOutcome.Refused(Text.of("raid.refused.overtaken"));
        };
    }
}
