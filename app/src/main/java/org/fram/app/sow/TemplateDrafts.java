package org.fram.app.sow;

import static fram.schema.sow.Tables.TEMPLATE_DRAFT;

import fram.schema.sow.tables.records.TemplateDraftRecord;
import java.time.InstantSource;
import java.util.List;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.fram.drafting.Answers;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// The answers to templates in engagements. Is asked within a transaction.
@Component
public class TemplateDrafts {

    private final DSLContext database;
    private final InstantSource clock;

    TemplateDrafts(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Those of an engagement that whoever asks may see, what was changed last first.
    public List<TemplateDraft> of(EngagementId engagement) {
        return database.selectFrom(TEMPLATE_DRAFT)
                .where(TEMPLATE_DRAFT.ENGAGEMENT_ID.eq(engagement.value()))
                .orderBy(TEMPLATE_DRAFT.CHANGED.desc(), TEMPLATE_DRAFT.ID)
                .fetch(TemplateDrafts::draft);
    }

    /// The one with this id, in this engagement.
    ///
    /// @throws NotFoundException where there is none for whoever asks
    public TemplateDraft get(EngagementId engagement, TemplateDraftId id) {
        return database.selectFrom(TEMPLATE_DRAFT)
                .where(TEMPLATE_DRAFT.ID.eq(id.value()))
                .and(TEMPLATE_DRAFT.ENGAGEMENT_ID.eq(engagement.value()))
                .fetchOptional(TemplateDrafts::draft)
                .orElseThrow(NotFoundException::new);
    }

    void add(TemplateDraft draft) {
        var privateTo = draft.privateTo();
        database.insertInto(TEMPLATE_DRAFT)
                .set(TEMPLATE_DRAFT.ID, draft.id().value())
                .set(TEMPLATE_DRAFT.ENGAGEMENT_ID, draft.engagement().value())
                .set(TEMPLATE_DRAFT.PRIVATE_TO, privateTo == null ? null : privateTo.value())
                .set(TEMPLATE_DRAFT.TEMPLATE, draft.template())
                .set(TEMPLATE_DRAFT.ANSWERS, SowJson.write(draft.answers()))
                .set(TEMPLATE_DRAFT.CREATED_BY, draft.changedBy().value())
                .set(TEMPLATE_DRAFT.CREATED, draft.changed())
                .set(TEMPLATE_DRAFT.CHANGED_BY, draft.changedBy().value())
                .set(TEMPLATE_DRAFT.CHANGED, draft.changed())
                .execute();
    }

    /// Stores other answers, unless somebody else did since they were read.
    ///
    /// @return whether they were stored
    boolean store(TemplateDraft draft, Answers answers, PersonId by) {
        return database.update(TEMPLATE_DRAFT)
                        .set(TEMPLATE_DRAFT.ANSWERS, SowJson.write(answers))
                        .set(TEMPLATE_DRAFT.CHANGED_BY, by.value())
                        .set(TEMPLATE_DRAFT.CHANGED, clock.instant())
                        .set(TEMPLATE_DRAFT.VERSION, TEMPLATE_DRAFT.VERSION.plus(1))
                        .where(TEMPLATE_DRAFT.ID.eq(draft.id().value()))
                        .and(TEMPLATE_DRAFT.ENGAGEMENT_ID.eq(draft.engagement().value()))
                        .and(TEMPLATE_DRAFT.VERSION.eq(draft.version()))
                        .execute()
                == 1;
    }

    /// Notes that a document was made of it. The answers are as they were.
    void made(TemplateDraft draft) {
        database.update(TEMPLATE_DRAFT)
                .set(TEMPLATE_DRAFT.MADE, clock.instant())
                .where(TEMPLATE_DRAFT.ID.eq(draft.id().value()))
                .and(TEMPLATE_DRAFT.ENGAGEMENT_ID.eq(draft.engagement().value()))
                .execute();
    }

    void discard(TemplateDraft draft) {
        database.deleteFrom(TEMPLATE_DRAFT)
                .where(TEMPLATE_DRAFT.ID.eq(draft.id().value()))
                .and(TEMPLATE_DRAFT.ENGAGEMENT_ID.eq(draft.engagement().value()))
                .execute();
    }

    private static TemplateDraft draft(TemplateDraftRecord row) {
        return new TemplateDraft(
                new TemplateDraftId(row.getId()),
                new EngagementId(row.getEngagementId()),
                row.getPrivateTo() == null ? null : new PartyId(row.getPrivateTo()),
                row.getTemplate(),
                SowJson.answers(row.getAnswers()),
                row.getMade(),
                new PersonId(row.getChangedBy()),
                row.getChanged(),
                row.getVersion());
    }
}
