package org.fram.app.raid;

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

/// The actions and issues that somebody is to see to, and the risks that they watch. Another takes over
/// what somebody owns by name.
@Component
class OwnedItems implements Waiting, Duties {

    private static final List<Integer> REMINDERS = List.of(1);

    private final RaidItems items;
    private final Members members;

    OwnedItems(RaidItems items, Members members) {
        this.items = items;
        this.members = members;
    }

    @Override
    public List<Item> of(Actor.Person me, Member member, EngagementId engagement) {
        return Stream.of(ThingKind.ACTION, ThingKind.ISSUE)
                .flatMap(kind -> items.openOf(engagement, kind, Owners.words(member)).stream())
                .map(item -> new Item(
                        Kind.OWED,
                        item.kind().code() + " " + item.row().id(),
                        Text.of("raid.owed." + item.kind().code(), item.ref(), Shortened.line(item.text())),
                        item.path(),
                        item.day("due"),
                        REMINDERS))
                .toList();
    }

    @Override
    public List<Duty> of(EngagementId engagement, PersonId person) {
        return members.find(engagement, person).stream()
                .flatMap(member -> owned(engagement, member))
                .map(item -> new Duty(
                        Text.of("raid.duty." + item.kind().code(), item.ref(), Shortened.line(item.text())),
                        item.path(),
                        true))
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
            var register = items.register(item.kind());
            register.acts()
                    .change(
                            register,
                            by,
                            engagement,
                            item.row().id(),
                            new Seen.Version(item.row().version()),
                            Map.of("owner", taker.get().name()));
        }
    }

    /// What somebody owns by name or e-mail address: who has a role after them has what that role owns.
    private Stream<RaidItem> owned(EngagementId engagement, Member member) {
        return Stream.of(ThingKind.ACTION, ThingKind.ISSUE, ThingKind.RISK)
                .flatMap(kind ->
                        items.openOf(engagement, kind, Set.copyOf(List.of(member.name(), member.email()))).stream());
    }
}
