package org.fram.app.plan;

import static fram.schema.plan.Tables.ARRIVAL;

import fram.schema.plan.tables.records.ArrivalRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.files.StoredFile;
import org.fram.schedule.files.ReadPlan;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Files with plans that were brought in. Is asked within a transaction.
@Component
public class Arrivals {

    private final DSLContext database;
    private final InstantSource clock;

    Arrivals(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// What became of one.
    public enum Outcome implements Code {
        /// It was the first plan of its engagement.
        FIRST,
        REPLACED,
        MERGED,
        DECLINED
    }

    /// A file that was brought in.
    ///
    /// @param notes what of the file is not in the plan, or is there otherwise, a sentence each
    /// @param outcome what became of it, or null while it waits
    public record Arrival(
            UUID id,
            String fileName,
            String format,
            List<String> notes,
            Instant arrived,
            PersonId arrivedBy,
            @Nullable Outcome outcome) {}

    /// The newest that waits for a decision.
    public Optional<Arrival> waiting(EngagementId engagement) {
        return database.selectFrom(ARRIVAL)
                .where(ARRIVAL.ENGAGEMENT_ID.eq(engagement.value()))
                .and(ARRIVAL.OUTCOME.isNull())
                .orderBy(ARRIVAL.ARRIVED.desc())
                .limit(1)
                .fetchOptional(Arrivals::arrival);
    }

    /// The newest that was taken over.
    public Optional<Arrival> last(EngagementId engagement) {
        return database.selectFrom(ARRIVAL)
                .where(ARRIVAL.ENGAGEMENT_ID.eq(engagement.value()))
                .and(ARRIVAL.OUTCOME.in("first", "replaced", "merged"))
                .orderBy(ARRIVAL.SETTLED.desc())
                .limit(1)
                .fetchOptional(Arrivals::arrival);
    }

    /// One of them.
    ///
    /// @throws NotFoundException where there is none for whoever asks
    public Arrival get(EngagementId engagement, UUID id) {
        return database.selectFrom(ARRIVAL)
                .where(ARRIVAL.ENGAGEMENT_ID.eq(engagement.value()))
                .and(ARRIVAL.ID.eq(id))
                .fetchOptional(Arrivals::arrival)
                .orElseThrow(NotFoundException::new);
    }

    /// The plan of one that waits; empty where it is settled.
    Optional<Arrived> content(UUID id) {
        return database.select(ARRIVAL.CONTENT)
                .from(ARRIVAL)
                .where(ARRIVAL.ID.eq(id))
                .and(ARRIVAL.OUTCOME.isNull())
                .fetchOptional(row -> PlanJson.read(row.value1(), Arrived.class));
    }

    /// Adds one that waits.
    UUID add(EngagementId engagement, StoredFile file, ReadPlan read, PersonId by) {
        var id = Ids.next();
        database.insertInto(ARRIVAL)
                .set(ARRIVAL.ID, id)
                .set(ARRIVAL.ENGAGEMENT_ID, engagement.value())
                .set(ARRIVAL.FILE_ID, file.id().value())
                .set(ARRIVAL.FILE_NAME, file.name())
                .set(ARRIVAL.FORMAT, read.format())
                .set(ARRIVAL.NOTES, read.notes().toArray(String[]::new))
                .set(ARRIVAL.CONTENT, PlanJson.write(Arrived.of(read.plan(), read.costs())))
                .set(ARRIVAL.ARRIVED, clock.instant())
                .set(ARRIVAL.ARRIVED_BY, by.value())
                .execute();
        return id;
    }

    /// Settles one, and forgets what it held.
    ///
    /// @return whether it waited until now
    boolean settle(UUID id, Outcome outcome, PersonId by) {
        return database.update(ARRIVAL)
                        .set(ARRIVAL.OUTCOME, outcome.code())
                        .set(ARRIVAL.SETTLED, clock.instant())
                        .set(ARRIVAL.SETTLED_BY, by.value())
                        .setNull(ARRIVAL.CONTENT)
                        .where(ARRIVAL.ID.eq(id))
                        .and(ARRIVAL.OUTCOME.isNull())
                        .execute()
                == 1;
    }

    private static Arrival arrival(ArrivalRecord row) {
        return new Arrival(
                row.getId(),
                row.getFileName(),
                row.getFormat(),
                Arrays.asList(row.getNotes()),
                row.getArrived(),
                new PersonId(row.getArrivedBy()),
                row.getOutcome() == null ? null : Code.of(Outcome.class, row.getOutcome()));
    }
}
