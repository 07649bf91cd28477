package org.fram.app.sow;

import static fram.schema.sow.Tables.OBLIGATION;

import java.util.List;
import org.fram.app.engagement.Findable;
import org.fram.app.engagement.NamedThings;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Obligations that stand, by their numbers and their words.
@Component
class FindableObligations implements Findable {

    private static final String NAME = "o-0*([0-9]{1,9})";

    private final DSLContext database;

    FindableObligations(DSLContext database) {
        this.database = database;
    }

    @Override
    public Text kind() {
        return Text.of("sow.obligations");
    }

    @Override
    public List<NamedThings.Thing> find(EngagementId engagement, List<String> words, int most) {
        return database.select(OBLIGATION.ID, OBLIGATION.SOW_ID, OBLIGATION.CODE, OBLIGATION.TEXT)
                .from(OBLIGATION)
                .where(OBLIGATION.ENGAGEMENT_ID.eq(engagement.value()))
                .and(OBLIGATION.STATE.in(Obligation.State.PROPOSED.code(), Obligation.State.ACCEPTED.code()))
                .and(DSL.and(words.stream().map(FindableObligations::has).toList()))
                .orderBy(OBLIGATION.SOW_ID.desc(), OBLIGATION.POSITION, OBLIGATION.CODE)
                .limit(most)
                .fetch(row -> new NamedThings.Thing(
                        Obligation.code(row.value3()),
                        row.value4(),
                        "sow/" + row.value2() + new ObligationId(row.value1()).place()));
    }

    private static Condition has(String word) {
        var text = DSL.lower(OBLIGATION.TEXT).contains(word);
        return word.matches(NAME)
                ? text.or(OBLIGATION.CODE.eq(Integer.parseInt(word.replaceFirst("^" + NAME + "$", "$1"))))
                : text;
    }
}
