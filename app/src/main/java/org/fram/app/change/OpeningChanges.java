package org.fram.app.change;

import static fram.schema.change.Tables.OPENING;

import fram.schema.change.tables.records.OpeningRecord;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Objects;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.RowActs.RowOutcome;
import org.fram.app.platform.runs.Round;
import org.fram.app.platform.texts.Texts;
import org.fram.app.sow.AssumptionFailed;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Proposes a change where an assumption failed, in the name of whoever kept the assumption last: what was agreed
/// rested
/// on it. What is heard is on the disk before anything else happens, so that none is lost; a change that names the
/// assumption already, and is not decided yet, is enough.
@Component
public class OpeningChanges {

    private static final Logger LOG = LoggerFactory.getLogger(OpeningChanges.class);
    private static final Actor.Task TASK = new Actor.Task("openings");
    private static final int LONGEST = 2_000;

    private final DSLContext database;
    private final Transactions transactions;
    private final Authority authority;
    private final ProposedChanges changes;
    private final Register register;
    private final Texts texts = Texts.in(Locale.UK);
    private final InstantSource clock;

    OpeningChanges(
            DSLContext database,
            Transactions transactions,
            Authority authority,
            ProposedChanges changes,
            Register changesRegister,
            InstantSource clock) {
        this.database = database;
        this.transactions = transactions;
        this.authority = authority;
        this.changes = changes;
        this.register = changesRegister;
        this.clock = clock;
    }

    @Bean
    static Round openingsRound(OpeningChanges opening) {
        return Round.every("openings", Duration.ofMinutes(1), opening::open);
    }

    /// In the transaction in which it came about.
    @EventListener
    void heard(AssumptionFailed failed) {
        database.insertInto(OPENING)
                .set(OPENING.ASSUMPTION_ID, failed.row())
                .set(OPENING.REASON, failed.reason().name().toLowerCase(Locale.ROOT))
                .set(OPENING.ENGAGEMENT_ID, failed.engagement().value())
                .set(OPENING.REF, failed.ref())
                .set(OPENING.TEXT, failed.text())
                .set(OPENING.PERSON_ID, failed.by().value())
                .set(
                        OPENING.PRIVATE_TO,
                        failed.privateTo() == null ? null : failed.privateTo().value())
                .set(OPENING.HEARD, clock.instant())
                .onConflictDoNothing()
                .execute();
    }

    /// Proposes what was heard. What somebody kept who may not propose changes any more stays until they may again.
    /// What
    /// fails stays too, and keeps nothing from the others.
    ///
    /// @return how many changes were proposed
    public int open() {
        int proposed = 0;
        for (var heard : transactions.as(
                TASK, () -> database.selectFrom(OPENING).orderBy(OPENING.HEARD).fetch())) {
            var person = new Actor.Person(new PersonId(heard.getPersonId()));
            try {
                proposed += transactions.<Integer>as(person, () -> propose(person, heard));
            } catch (RuntimeException failure) {
                LOG.warn(
                        "No change was proposed for assumption {} of engagement {}, as that failed. It is tried again.",
                        heard.getRef(),
                        heard.getEngagementId(),
                        failure);
            }
        }
        return proposed;
    }

    private int propose(Actor.Person person, OpeningRecord heard) {
        var engagement = new EngagementId(heard.getEngagementId());
        if (!authority.may(person, Act.CONTRIBUTE, engagement)) {
            return 0;
        }
        // Of two servers that look at once, one takes it away.
        int mine = database.deleteFrom(OPENING)
                .where(OPENING.ASSUMPTION_ID.eq(heard.getAssumptionId()))
                .and(OPENING.REASON.eq(heard.getReason()))
                .execute();
        boolean known = changes.of(engagement).stream()
                .anyMatch(change -> change.state() == ChangeState.PROPOSED
                        && Objects.equals(change.row().get("assumption"), heard.getRef()));
        if (mine == 0 || known) {
            return 0;
        }
        var values = new HashMap<String, @Nullable Object>();
        String text = texts.of("change.opened." + heard.getReason(), heard.getRef(), heard.getText());
        values.put("text", text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…");
        values.put("reason", texts.of("change.opened.reason"));
        values.put("assumption", heard.getRef());
        values.put("seenBy", heard.getPrivateTo() == null ? null : true);
        if (!(register.acts().add(register, person, engagement, values) instanceof RowOutcome.Done)) {
            throw new IllegalStateException("The change for %s is refused.".formatted(heard.getRef()));
        }
        return 1;
    }
}
