package org.fram.app.raid;

import static fram.schema.raid.Tables.CONSIDERED_CATEGORY;
import static fram.schema.raid.Tables.RISK_REVIEW;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.PersonId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// When people went through the risks, and which categories they considered. Is asked within a
/// transaction.
@Component
public class RiskReviews {

    private final DSLContext database;
    private final InstantSource clock;

    RiskReviews(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// All of an engagement, the newest first.
    public List<RiskReview> of(EngagementId engagement) {
        return database.selectFrom(RISK_REVIEW)
                .where(RISK_REVIEW.ENGAGEMENT_ID.eq(engagement.value()))
                .orderBy(RISK_REVIEW.REVIEWED.desc(), RISK_REVIEW.ID.desc())
                .fetch(row -> new RiskReview(
                        row.getReviewed(),
                        Code.of(RiskReview.Kind.class, row.getKind()),
                        row.getStakeholders(),
                        new PersonId(row.getNotedBy())));
    }

    /// The day of the last one.
    public Optional<LocalDate> last(EngagementId engagement) {
        return of(engagement).stream().map(RiskReview::day).findFirst();
    }

    /// Whether those affected took part in a workshop; empty where there was none, or nobody says so.
    Optional<Boolean> stakeholders(EngagementId engagement) {
        return of(engagement).stream()
                .filter(review -> review.kind() == RiskReview.Kind.WORKSHOP)
                .map(RiskReview::stakeholders)
                .filter(Objects::nonNull)
                .reduce(Boolean::logicalOr);
    }

    /// The categories that somebody considered, by their order.
    public List<Considered> considered(EngagementId engagement) {
        return database
                .selectFrom(CONSIDERED_CATEGORY)
                .where(CONSIDERED_CATEGORY.ENGAGEMENT_ID.eq(engagement.value()))
                .fetch(row -> new Considered(
                        Code.of(RiskCategory.class, row.getCategory()),
                        row.getConsidered(),
                        row.getNote(),
                        new PersonId(row.getNotedBy())))
                .stream()
                .sorted((one, other) -> one.category().compareTo(other.category()))
                .toList();
    }

    void add(EngagementId engagement, RiskReview review) {
        database.insertInto(RISK_REVIEW)
                .set(RISK_REVIEW.ID, Ids.next())
                .set(RISK_REVIEW.ENGAGEMENT_ID, engagement.value())
                .set(RISK_REVIEW.REVIEWED, review.day())
                .set(RISK_REVIEW.KIND, review.kind().code())
                .set(RISK_REVIEW.STAKEHOLDERS, review.stakeholders())
                .set(RISK_REVIEW.NOTED_BY, review.by().value())
                .set(RISK_REVIEW.NOTED, clock.instant())
                .execute();
    }

    /// Keeps it in place of what was said of the category before.
    void consider(EngagementId engagement, Considered considered) {
        database.deleteFrom(CONSIDERED_CATEGORY)
                .where(CONSIDERED_CATEGORY.ENGAGEMENT_ID.eq(engagement.value()))
                .and(CONSIDERED_CATEGORY.CATEGORY.eq(considered.category().code()))
                .execute();
        database.insertInto(CONSIDERED_CATEGORY)
                .set(CONSIDERED_CATEGORY.ENGAGEMENT_ID, engagement.value())
                .set(CONSIDERED_CATEGORY.CATEGORY, considered.category().code())
                .set(CONSIDERED_CATEGORY.CONSIDERED, considered.day())
                .set(CONSIDERED_CATEGORY.NOTE, considered.note())
                .set(CONSIDERED_CATEGORY.NOTED_BY, considered.by().value())
                .set(CONSIDERED_CATEGORY.NOTED, clock.instant())
                .execute();
    }
}
