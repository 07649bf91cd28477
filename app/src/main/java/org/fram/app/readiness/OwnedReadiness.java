package org.fram.app.readiness;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.fram.app.engagement.Duties;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Members;
import org.fram.app.engagement.Owners;
import org.fram.app.engagement.Waiting;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.register.RowActs.Seen;
import org.fram.app.platform.texts.Shortened;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// The sign-offs and what ends with the old platform that somebody is to see to. Another takes over what somebody owns
/// by name.
@Component
class OwnedReadiness implements Waiting, Duties {

    private static final List<Integer> REMINDERS = List.of(14, 3);

    private final Readiness readiness;
    private final Members members;

    OwnedReadiness(Readiness readiness, Members members) {
        this.readiness = readiness;
        this.members = members;
    }

    @Override
    public List<Item> of(Actor.Person me, Member member, EngagementId engagement) {
        return readiness.openOf(engagement, Owners.words(member)).stream()
                .map(item -> new Item(
                        Kind.OWED,
                        item.register().name() + " " + item.row().id() + " " + item.due(),
                        Text.of("readiness.owed." + item.due(), Shortened.line(item.name())),
                        item.path(),
                        (LocalDate) item.row().get(item.due()),
                        REMINDERS))
                .toList();
    }

    @Override
    public List<Duty> of(EngagementId engagement, PersonId person) {
        return members.find(engagement, person).stream()
                .flatMap(member -> owned(engagement, member))
                .map(item -> new Duty(Text.of("readiness.duty", Shortened.line(item.name())), item.path(), true))
                .toList();
    }

    @Override
    public void handOn(Actor.Person by, EngagementId engagement, PersonId from, PersonId to) {
        var giver = members.find(engagement, from);
        var taker = members.find(engagement, to);
        if (giver.isEmpty() || taker.isEmpty()) {
            return;
        }
        for (var item : owned(engagement, giver.get()).toList()) {
            item.register()
                    .acts()
                    .change(
                            item.register(),
                            by,
                            engagement,
                            item.row().id(),
                            new Seen.Version(item.row().version()),
                            Map.of("owner", taker.get().name()));
        }
    }

    /// What somebody owns by name or e-mail address: who has a role after them has what that role owns.
    private Stream<Readiness.Item> owned(EngagementId engagement, Member member) {
        return readiness.openOf(engagement, Set.copyOf(List.of(member.name(), member.email()))).stream();
    }
}
