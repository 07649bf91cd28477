package org.fram.app.raid.delay;

import java.util.HashMap;
import java.util.List;
import org.fram.app.engagement.EngagementHeads;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Naming;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.RowActs.RowOutcome;
import org.fram.app.platform.texts.Text;
import org.fram.app.platform.texts.Texts;
import org.fram.app.raid.LookAhead;
import org.fram.app.raid.RaidOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Noting as a delay what somebody of another party owes and is overdue. It begins on the day after the one on which it
/// was due, in the words in which it stood there.
@Component
public class KeepingDelay {

    private static final int LONGEST = 2_000;

    private final Transactions transactions;
    private final Authority authority;
    private final LookAhead ahead;
    private final Engagements engagements;
    private final Naming naming;
    private final Delays delays;
    private final Register register;

    KeepingDelay(
            Transactions transactions,
            Authority authority,
            LookAhead ahead,
            Engagements engagements,
            Naming naming,
            Delays delays,
            Register delaysRegister) {
        this.transactions = transactions;
        this.authority = authority;
        this.ahead = ahead;
        this.engagements = engagements;
        this.naming = naming;
        this.delays = delays;
        this.register = delaysRegister;
    }

    /// Notes it.
    ///
    /// @param person who owes it
    /// @param key of what they owe, as the page showed it
    /// @param words of whoever asks, in which it is written down
    public RaidOutcome keep(Actor.Person me, EngagementId engagement, String person, String key, Texts words) {
        return transactions.as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            var today = engagements.today(engagement);
            var line = ahead.of(engagement, today).stream()
                    .filter(one -> one.member().person().toString().equals(person)
                            && one.item().key().equals(key)
                            && one.due().isBefore(today))
                    .findFirst();
            if (line.isEmpty()) {
                return new RaidOutcome.Refused(Text.of("raid.refused.notOverdue"));
            }
            var owed = line.get();
            String path =
                    EngagementHeads.address(engagement) + "/" + owed.item().path();
            if (isKept(engagement, path)) {
                return new RaidOutcome.Refused(Text.of("raid.refused.delayKept"));
            }
            String text = words.of(owed.item().what());
            var values = new HashMap<String, @Nullable Object>();
            values.put("text", text.length() > LONGEST ? text.substring(0, LONGEST) : text);
            values.put("party", naming.of(engagement).party(owed.member().party()));
            values.put("began", owed.due().plusDays(1));
            values.put("source", path);
            return register.acts()
                                    .addAll(register, me, engagement, List.of(values))
                                    .getFirst()
                            instanceof RowOutcome.Done
                    ? new RaidOutcome.Done()
                    : new RaidOutcome.Refused(Text.of("raid.refused.overtaken"));
        });
    }

    /// Whether what is done on a page is a delay that lasts. Is asked within a transaction.
    public boolean isKept(EngagementId engagement, String path) {
        return delays.of(engagement).stream()
                .anyMatch(delay -> delay.ended() == null && delay.source().equals(path));
    }
}
