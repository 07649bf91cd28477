package org.fram.app.raid;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Members;
import org.fram.app.engagement.Waiting;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What everybody of an engagement owes within the next weeks, and what is overdue, as far as whoever
/// looks may see it. Is asked within a transaction of theirs.
@Component
public class LookAhead {

    /// How far it looks.
    public static final int DAYS = 21;

    private final Members members;
    private final Engagements engagements;
    private final ObjectProvider<Waiting> kinds;

    /// What is to be done stands on other modules, so it is asked for when somebody asks.
    LookAhead(Members members, Engagements engagements, ObjectProvider<Waiting> kinds) {
        this.members = members;
        this.engagements = engagements;
        this.kinds = kinds;
    }

    /// Something that somebody has to do by a day.
    public record Line(Member member, Waiting.Item item, LocalDate due) {}

    /// All of it, what is due first before the rest.
    public List<Line> of(EngagementId engagement, LocalDate today) {
        engagements.get(engagement);
        var last = today.plusDays(DAYS);
        var lines = new ArrayList<Line>();
        for (var member : members.of(engagement)) {
            var person = new Actor.Person(member.person());
            kinds.stream()
                    .flatMap(kind -> kind.of(person, member, engagement).stream())
                    .forEach(item -> {
                        var due = item.due();
                        if (due != null && !due.isAfter(last)) {
                            lines.add(new Line(member, item, due));
                        }
                    });
        }
        lines.sort(Comparator.comparing(Line::due)
                .thenComparing(line -> line.item().key()));
        return lines;
    }
}
