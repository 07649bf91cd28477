package org.fram.app.sow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fram.app.engagement.AnsweredFor;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Members;
import org.fram.app.engagement.Owners;
import org.fram.app.engagement.ProjectRole;
import org.fram.app.engagement.Side;
import org.fram.app.engagement.Waiting;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.Rows;
import org.fram.app.platform.register.Which;
import org.fram.app.platform.texts.Shortened;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The assumptions that somebody is to validate. An owner is written down in words: who has that name,
/// e-mail address or role is meant. Those with a day and nobody who is meant are of the customer's
/// project managers, or of those of the party that alone sees them.
@Component
class OwnedAssumptions implements Waiting, AnsweredFor {

    private static final List<Integer> REMINDERS = List.of(14);

    private final Rows rows;
    private final Register register;
    private final Members members;
    private final Engagements engagements;

    OwnedAssumptions(Rows rows, Register assumptionsRegister, Members members, Engagements engagements) {
        this.rows = rows;
        this.register = assumptionsRegister;
        this.members = members;
        this.engagements = engagements;
    }

    @Override
    public List<Item> of(Actor.Person me, Member member, EngagementId engagement) {
        var all = members.of(engagement);
        // Whoever manages the project sees to what has a day and is nobody’s, too.
        var theirs = Which.says("owner", Owners.words(member));
        var looked =
                member.does().contains(ProjectRole.PROJECT_MANAGER) ? theirs.or(Which.filled("validateBy")) : theirs;
        return rows.all(register, engagement, Which.empty("holds").and(looked)).stream()
                .filter(row -> isOf(row, member)
                        || row.get("validateBy") != null
                                && all.stream().noneMatch(other -> isOf(row, other))
                                && manages(row, member, engagement))
                .map(row -> item(row, isOf(row, member)))
                .toList();
    }

    @Override
    public Map<PersonId, List<Single>> of(EngagementId engagement, List<Member> people) {
        var all = new HashMap<PersonId, List<Single>>();
        for (var row : rows.all(register, engagement, Which.empty("holds"))) {
            people.stream()
                    .filter(member -> isOf(row, member))
                    .forEach(member -> all.computeIfAbsent(member.person(), _ -> new ArrayList<>())
                            .add(new Single(
                                    "assumption " + row.id(),
                                    row.ref(),
                                    Objects.toString(row.get("text"), ""),
                                    Text.of("sow.answers.assumption"),
                                    path(row),
                                    privateTo(row, member))));
        }
        return all;
    }

    private boolean manages(Row row, Member member, EngagementId engagement) {
        return member.does().contains(ProjectRole.PROJECT_MANAGER)
                && (row.get("seenBy") != null
                        || engagements.parties(engagement).stream()
                                .anyMatch(party ->
                                        party.side() == Side.BUYER && party.id().equals(member.party())));
    }

    private static boolean isOf(Row row, Member member) {
        return Owners.means(Objects.toString(row.get("owner"), ""), member);
    }

    /// Whoever sees a private row is of its party.
    private static @Nullable PartyId privateTo(Row row, Member member) {
        return row.get("seenBy") == null ? null : member.party();
    }

    private static String path(Row row) {
        return "registers/assumptions/rows/" + row.id();
    }

    private static Item item(Row row, boolean owned) {
        return new Item(
                Kind.OWED,
                "assumption " + row.id(),
                Text.of(
                        owned ? "sow.owed.assumption" : "sow.owed.nobodys",
                        row.ref(),
                        Shortened.line(Objects.toString(row.get("text"), ""))),
                path(row),
                (LocalDate) row.get("validateBy"),
                REMINDERS);
    }
}
