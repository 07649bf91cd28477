package org.fram.app.change;

import static fram.schema.change.Tables.REVIEW;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.PersonId;
import org.fram.app.sow.SowId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// When people went through statements of work, as far as whoever asks may see it. Is asked within a transaction.
@Component
public class SowReviews {

    private final DSLContext database;
    private final InstantSource clock;

    SowReviews(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// All of an engagement, the newest first.
    public List<SowReview> of(EngagementId engagement) {
        return database.selectFrom(REVIEW)
                .where(REVIEW.ENGAGEMENT_ID.eq(engagement.value()))
                .orderBy(REVIEW.REVIEWED.desc(), REVIEW.ID.desc())
                .fetch(row -> new SowReview(
                        new SowId(row.getSowId()), row.getReviewed(), row.getNext(), new PersonId(row.getNotedBy())));
    }

    /// The day of the last one.
    Optional<LocalDate> last(EngagementId engagement) {
        return of(engagement).stream().map(SowReview::reviewed).findFirst();
    }

    void add(EngagementId engagement, SowReview review) {
        database.insertInto(REVIEW)
                .set(REVIEW.ID, Ids.next())
                .set(REVIEW.ENGAGEMENT_ID, engagement.value())
                .set(REVIEW.SOW_ID, review.sow().value())
                .set(REVIEW.REVIEWED, review.reviewed())
                .set(REVIEW.NEXT, review.next())
                .set(REVIEW.NOTED_BY, review.by().value())
                .set(REVIEW.NOTED, clock.instant())
                .execute();
    }
}
