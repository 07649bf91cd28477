package org.fram.app.duties;

import java.util.List;
import org.fram.app.duties.DutyLine.Standing;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Waiting;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// What somebody answers for and has not said yes to.
@Component
class WaitingDuties implements Waiting {

    private final DutyList duties;

    WaitingDuties(DutyList duties) {
        this.duties = duties;
    }

    @Override
    public List<Item> of(Actor.Person me, Member member, EngagementId engagement) {
        long open = duties.of(engagement, member).stream()
                .filter(line -> line.standing() == Standing.NEW)
                .count();
        return open == 0
                ? List.of()
                : List.of(new Item(
                        Kind.WAITS,
                        "duties " + engagement,
                        Text.of("duties.waiting", open),
                        "duties",
                        null,
                        List.of()));
    }
}
