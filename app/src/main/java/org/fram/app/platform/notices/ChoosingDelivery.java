package org.fram.app.platform.notices;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// Saying how one wants to be told by mail. What has not gone yet goes as is said now.
@Component
class ChoosingDelivery {

    private static final int LAST_HOUR = 23;

    private final Transactions transactions;
    private final Wishes wishes;
    private final List<NoticeKind> kinds;
    private final Bell bell;

    ChoosingDelivery(Transactions transactions, Wishes wishes, List<NoticeKind> kinds, Bell bell) {
        this.transactions = transactions;
        this.wishes = wishes;
        this.kinds = kinds;
        this.bell = bell;
    }

    /// What came of it.
    sealed interface Outcome {

        record Chosen() implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// What somebody chose, as the form has it.
    ///
    /// @param quietFrom an hour, or empty for no quiet hours
    /// @param choices codes of ways by codes of kinds
    record Wish(
            String zone,
            Preferences.Rhythm rhythm,
            int weekday,
            int hour,
            String quietFrom,
            String quietTo,
            Map<String, String> choices) {}

    Outcome choose(Actor.Person me, Wish wish) {
        Preferences wanted;
        try {
            wanted = read(wish);
        } catch (DateTimeException | IllegalArgumentException _) {
            return new Outcome.Refused(Text.of("notices.settings.refused"));
        }
        var quiet = wanted.quiet();
        if (quiet != null && quiet.from() == quiet.to()) {
            return new Outcome.Refused(Text.of("notices.settings.refusedQuiet"));
        }
        transactions.run(me, () -> {
            wishes.set(me.id(), wanted);
            bell.ringAfterCommit();
        });
        return new Outcome.Chosen();
    }

    private Preferences read(Wish wish) {
        var choices = new HashMap<String, Delivery>();
        for (var kind : kinds) {
            String chosen = wish.choices().get(kind.code());
            if (kind.choice() && chosen != null) {
                choices.put(kind.code(), Code.of(Delivery.class, chosen));
            }
        }
        boolean quiet = !wish.quietFrom().isEmpty() && !wish.quietTo().isEmpty();
        return new Preferences(
                ZoneId.of(wish.zone()),
                wish.rhythm(),
                DayOfWeek.of(wish.weekday()),
                hour(wish.hour()),
                quiet
                        ? new Preferences.Quiet(
                                hour(Integer.parseInt(wish.quietFrom())), hour(Integer.parseInt(wish.quietTo())))
                        : null,
                choices);
    }

    private static int hour(int given) {
        if (given < 0 || given > LAST_HOUR) {
            throw new IllegalArgumentException("An hour is 0 to 23, not " + given);
        }
        return given;
    }
}
