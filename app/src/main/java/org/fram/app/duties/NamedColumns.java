package org.fram.app.duties;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fram.app.engagement.AnsweredFor;
import org.fram.app.engagement.Duties;
import org.fram.app.engagement.Member;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// What somebody does or answers for who stands for a column of the table of responsibilities: the
/// confirmed rows with an A or an R there. Whoever takes their place stands for the column.
@Component
class NamedColumns implements Duties, AnsweredFor {

    private final Grids grids;
    private final Participants participants;

    NamedColumns(Grids grids, Participants participants) {
        this.grids = grids;
        this.participants = participants;
    }

    @Override
    public List<Duty> of(EngagementId engagement, PersonId person) {
        return participants.of(engagement).stream()
                .filter(column -> person.equals(column.person()))
                .map(column -> new Duty(Text.of("duties.duty", column.name()), "raci", true))
                .toList();
    }

    @Override
    public void handOn(Actor.Person by, EngagementId engagement, PersonId from, PersonId to) {
        participants.of(engagement).stream()
                .filter(column -> from.equals(column.person()))
                .forEach(column -> participants.name(engagement, column, to));
    }

    @Override
    public Map<PersonId, List<Single>> of(EngagementId engagement, List<Member> people) {
        var all = new HashMap<PersonId, List<Single>>();
        var grid = grids.of(engagement);
        for (var column : grid.columns()) {
            var person = column.person();
            if (person != null) {
                all.computeIfAbsent(person, _ -> new ArrayList<>()).addAll(of(grid, column));
            }
        }
        return all;
    }

    private static List<Single> of(Grid grid, Participant column) {
        var singles = new ArrayList<Single>();
        for (var row : grid.confirmed()) {
            var letters = row.letters(column.name());
            if (letters.accountable() || letters.responsible()) {
                singles.add(new Single(
                        "responsibility " + row.id() + " " + column.key(),
                        row.ref(),
                        row.text(),
                        Text.of("duties.answers." + letters.code(), column.name()),
                        "raci#row-" + row.id(),
                        row.ours() ? column.party() : null));
            }
        }
        return singles;
    }
}
