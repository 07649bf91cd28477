package org.fram.app.duties;

import java.util.Objects;
import org.fram.app.engagement.Members;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Saying who takes part: further functions of a party, and the people who stand for columns of the
/// table.
@Component
public class NamingParticipants {

    private static final int LONGEST_FUNCTION = 30;

    private final Transactions transactions;
    private final Authority authority;
    private final Grids grids;
    private final Participants participants;
    private final Members members;

    NamingParticipants(
            Transactions transactions, Authority authority, Grids grids, Participants participants, Members members) {
        this.transactions = transactions;
        this.authority = authority;
        this.grids = grids;
        this.participants = participants;
        this.members = members;
    }

    /// What came of it.
    public sealed interface Outcome {

        record Done() implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// Adds a function of a party as a column.
    public Outcome add(Actor.Person me, EngagementId engagement, PartyId party, String function) {
        return transactions.<Outcome>as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            String name = function.strip();
            if (name.isEmpty() || name.length() > LONGEST_FUNCTION || name.matches(".*[,;\\n].*")) {
                return new Outcome.Refused(Text.of("duties.refused.function", LONGEST_FUNCTION));
            }
            var columns = participants.of(engagement);
            if (columns.stream().noneMatch(column -> column.party().equals(party))) {
                throw new NotFoundException();
            }
            if (columns.stream()
                    .anyMatch(column ->
                            column.party().equals(party) && column.function().equalsIgnoreCase(name))) {
                return new Outcome.Refused(Text.of("duties.refused.functionExists", name));
            }
            participants.add(engagement, party, name);
            return new Outcome.Done();
        });
    }

    /// Removes a function that somebody added and that has no letters.
    public Outcome remove(Actor.Person me, EngagementId engagement, String key) {
        return transactions.<Outcome>as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            var grid = grids.of(engagement);
            var column = grid.column(key).orElseThrow(NotFoundException::new);
            if (!column.added()) {
                return new Outcome.Refused(Text.of("duties.refused.ownColumn", column.name()));
            }
            long used = grid.rows().stream()
                    .filter(row -> row.named().contains(column.name()))
                    .count();
            if (used > 0) {
                return new Outcome.Refused(Text.of("duties.refused.functionUsed", column.name(), used));
            }
            participants.remove(engagement, key);
            return new Outcome.Done();
        });
    }

    /// Says who stands for a column: somebody of its party, or nobody.
    public Outcome name(Actor.Person me, EngagementId engagement, String key, @Nullable PersonId person) {
        return transactions.<Outcome>as(me, () -> {
            authority.require(me, Act.CONTRIBUTE, engagement);
            var column = grids.of(engagement).column(key).orElseThrow(NotFoundException::new);
            if (person != null
                    && members.of(engagement).stream()
                            .noneMatch(member -> member.person().equals(person)
                                    && member.party().equals(column.party()))) {
                return new Outcome.Refused(Text.of("duties.refused.person", column.partyName()));
            }
            if (!Objects.equals(column.person(), person)) {
                participants.name(engagement, column, person);
            }
            return new Outcome.Done();
        });
    }
}
