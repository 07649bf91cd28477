package org.fram.app.duties;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fram.app.duties.DutyLine.Standing;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Members;
import org.fram.app.engagement.ProjectRole;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.ledger.Deed;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.platform.notices.Notice;
import org.fram.app.platform.notices.Notices;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Saying yes to what one answers for, or to single things what speaks against them; and asking others
/// for their yes.
@Component
public class Acknowledging {

    private static final int LONGEST_OBJECTION = 1000;

    private final Transactions transactions;
    private final Authority authority;
    private final Members members;
    private final DutyList duties;
    private final Ledger ledger;
    private final Notices notices;
    private final InstantSource clock;

    Acknowledging(
            Transactions transactions,
            Authority authority,
            Members members,
            DutyList duties,
            Ledger ledger,
            Notices notices,
            InstantSource clock) {
        this.transactions = transactions;
        this.authority = authority;
        this.members = members;
        this.duties = duties;
        this.ledger = ledger;
        this.notices = notices;
        this.clock = clock;
    }

    /// What came of it.
    public sealed interface Outcome {

        /// It is on the disk.
        ///
        /// @param taken things that they take on
        /// @param objected things against which something speaks
        record Done(int taken, int objected) implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// Says yes to all that is on one's list, but for what something speaks against.
    ///
    /// @param seen the digest of the list that the page showed
    /// @param objections what speaks against it, by the keys of duties; blank for nothing
    public Outcome acknowledge(Actor.Person me, EngagementId engagement, String seen, Map<String, String> objections) {
        return transactions.<Outcome>as(me, () -> {
            authority.require(me, Act.SEE, engagement);
            var member = members.find(engagement, me.id()).orElseThrow(NotFoundException::new);
            var list = duties.of(engagement, member);
            if (!DutyList.digest(list).equals(seen)) {
                return new Outcome.Refused(Text.of("duties.refused.changed"));
            }
            if (list.isEmpty()) {
                return new Outcome.Refused(Text.of("duties.refused.nothing"));
            }
            var said = new LinkedHashMap<String, String>();
            for (var line : list) {
                String objection =
                        objections.getOrDefault(line.duty().key(), "").strip();
                if (objection.length() > LONGEST_OBJECTION) {
                    return new Outcome.Refused(Text.of("duties.refused.objection", LONGEST_OBJECTION));
                }
                if (!objection.isEmpty()) {
                    said.put(line.duty().key(), objection);
                }
            }
            duties.answer(engagement, me.id(), list, said, clock.instant());
            ledger.record(
                    me,
                    engagement,
                    null,
                    Deed.of(
                            "duties-acknowledged",
                            me.id().value(),
                            Map.of(
                                    "sha256",
                                    seen,
                                    "taken",
                                    list.size() - said.size(),
                                    "objected",
                                    said.size(),
                                    "party",
                                    member.party())));
            if (!said.isEmpty()) {
                tell(engagement, member, seen, said.size());
            }
            return new Outcome.Done(list.size() - said.size(), said.size());
        });
    }

    /// Asks somebody for their yes to what they have not answered yet. Managers ask the people of their
    /// own party, owners all.
    ///
    /// @param person whom, or all that have not answered where it is null
    /// @return how many were asked
    public int remind(Actor.Person me, EngagementId engagement, @Nullable PersonId person) {
        return transactions.as(me, () -> {
            var mine = authority.require(me, Act.MANAGE_OWN_PEOPLE, engagement);
            int asked = 0;
            var people = members.of(engagement);
            var lists = duties.of(engagement, people);
            for (var member : people) {
                if ((person == null || member.person().equals(person)) && mine.mayManagePeopleOf(member.party())) {
                    var list = lists.getOrDefault(member.person(), List.of());
                    long open = list.stream()
                            .filter(line -> line.standing() == Standing.NEW)
                            .count();
                    if (open > 0) {
                        ask(me, engagement, member, DutyList.digest(list), open);
                        asked++;
                    }
                }
            }
            return asked;
        });
    }

    private void ask(Actor.Person me, EngagementId engagement, Member member, String digest, long open) {
        var now = clock.instant();
        notices.give(Notice.to(
                        member.person(),
                        DutyNotices.DUTIES,
                        "duties-asked %s %s %d".formatted(engagement, digest, now.getEpochSecond()),
                        Text.of("duties.told.asked", open),
                        Text.of("duties.toldText.asked", open),
                        path(engagement))
                .in(engagement));
        ledger.record(
                me,
                engagement,
                null,
                Deed.of("duties-asked", member.person().value(), Map.of("person", member.person(), "open", open)));
    }

    /// Tells the project managers of whoever objects.
    private void tell(EngagementId engagement, Member member, String digest, int objected) {
        members.of(engagement).stream()
                .filter(other -> other.party().equals(member.party())
                        && other.does().contains(ProjectRole.PROJECT_MANAGER)
                        && !other.person().equals(member.person()))
                .forEach(other -> notices.give(Notice.to(
                                other.person(),
                                DutyNotices.DUTIES,
                                "duties-objected %s %s %s %d"
                                        .formatted(
                                                engagement,
                                                member.person(),
                                                digest,
                                                clock.instant().getEpochSecond()),
                                Text.of("duties.told.objected", member.name(), objected),
                                Text.of("duties.toldText.objected", member.name(), objected),
                                path(engagement))
                        .in(engagement)));
    }

    private static String path(EngagementId engagement) {
        return "/engagements/" + engagement + "/duties";
    }
}
