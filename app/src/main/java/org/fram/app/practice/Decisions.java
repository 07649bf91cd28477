package org.fram.app.practice;

import static fram.schema.practice.Tables.DECISION;

import fram.schema.practice.tables.records.DecisionRecord;
import java.util.List;
import java.util.UUID;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// What was decided about findings, as far as whoever asks may see it. Is asked within a transaction.
@Component
public class Decisions {

    private static final String WAIVER = "waiver";
    private static final String NOT_APPLICABLE = "not-applicable";

    private final DSLContext database;

    Decisions(DSLContext database) {
        this.database = database;
    }

    /// Those about the findings of one statement of work, the oldest first.
    public List<Decision> about(EngagementId engagement, UUID about) {
        return database.selectFrom(DECISION)
                .where(DECISION.ENGAGEMENT_ID.eq(engagement.value()))
                .and(DECISION.ABOUT.eq(about))
                .orderBy(DECISION.DECIDED, DECISION.ID)
                .fetch(Decisions::decision);
    }

    /// Shows what was private to a party to the whole engagement.
    public void share(EngagementId engagement, UUID about) {
        database.update(DECISION)
                .setNull(DECISION.PRIVATE_TO)
                .where(DECISION.ENGAGEMENT_ID.eq(engagement.value()))
                .and(DECISION.ABOUT.eq(about))
                .execute();
    }

    void add(Decision decision, PersonId by) {
        var row = new DecisionRecord();
        row.setId(decision.id());
        row.setEngagementId(decision.engagement().value());
        row.setAbout(decision.about());
        var privateTo = decision.privateTo();
        row.setPrivateTo(privateTo == null ? null : privateTo.value());
        row.setPractice(decision.practice());
        row.setItem(decision.item());
        row.setDecidedBy(by.value());
        row.setDecidedByName(decision.by());
        row.setReason(decision.verdict().reason());
        row.setDecided(decision.decided());
        switch (decision.verdict()) {
            case Decision.Verdict.Waived(var authority, var _, var until) -> {
                row.setKind(WAIVER);
                row.setAuthority(authority);
                row.setUntil(until);
            }
            case Decision.Verdict.NotApplicable _ -> row.setKind(NOT_APPLICABLE);
        }
        database.insertInto(DECISION).set(row).execute();
    }

    /// Takes one back.
    ///
    /// @return whether there was one
    boolean remove(EngagementId engagement, UUID about, UUID id) {
        return database.deleteFrom(DECISION)
                        .where(DECISION.ENGAGEMENT_ID.eq(engagement.value()))
                        .and(DECISION.ABOUT.eq(about))
                        .and(DECISION.ID.eq(id))
                        .execute()
                == 1;
    }

    private static Decision decision(DecisionRecord row) {
        return new Decision(
                row.getId(),
                new EngagementId(row.getEngagementId()),
                row.getAbout(),
                row.getPrivateTo() == null ? null : new PartyId(row.getPrivateTo()),
                row.getPractice(),
                row.getItem(),
                row.getKind().equals(WAIVER)
                        ? new Decision.Verdict.Waived(row.getAuthority(), row.getReason(), row.getUntil())
                        : new Decision.Verdict.NotApplicable(row.getReason()),
                row.getDecidedByName(),
                row.getDecided());
    }
}
