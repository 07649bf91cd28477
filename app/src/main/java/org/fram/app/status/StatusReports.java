package org.fram.app.status;

import static fram.schema.status.Tables.REPORT;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fram.app.engagement.Light;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PersonId;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Reports that were kept. Is asked within a transaction.
@Component
public class StatusReports {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final DSLContext database;
    private final InstantSource clock;

    StatusReports(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A report by its heading.
    ///
    /// @param number counts those of the engagement, from 1
    /// @param by who asked for it, or null where its day had come
    /// @param probability of the target date, in whole percent, or null
    public record Kept(
            int number,
            LocalDate day,
            Instant made,
            @Nullable PersonId by,
            Light light,
            @Nullable Integer probability) {}

    /// Those of an engagement, the newest first.
    public List<Kept> of(EngagementId engagement) {
        return database.select(REPORT.NUMBER, REPORT.DAY, REPORT.MADE, REPORT.MADE_BY, REPORT.LIGHT, REPORT.PROBABILITY)
                .from(REPORT)
                .where(REPORT.ENGAGEMENT_ID.eq(engagement.value()))
                .orderBy(REPORT.NUMBER.desc())
                .fetch(row -> new Kept(
                        row.get(REPORT.NUMBER),
                        row.get(REPORT.DAY),
                        row.get(REPORT.MADE),
                        row.get(REPORT.MADE_BY) == null ? null : new PersonId(row.get(REPORT.MADE_BY)),
                        Code.of(Light.class, row.get(REPORT.LIGHT)),
                        row.get(REPORT.PROBABILITY)));
    }

    /// What one says.
    ///
    /// @throws NotFoundException where there is none for whoever asks
    public StatusReport get(EngagementId engagement, int number) {
        return find(engagement, number).orElseThrow(NotFoundException::new);
    }

    /// What one says; empty where there is none for whoever asks.
    public Optional<StatusReport> find(EngagementId engagement, int number) {
        return database.select(REPORT.BODY)
                .from(REPORT)
                .where(REPORT.ENGAGEMENT_ID.eq(engagement.value()))
                .and(REPORT.NUMBER.eq(number))
                .fetchOptional(row -> MAPPER.readValue(row.value1().data(), StatusReport.class));
    }

    /// Keeps one under the next number.
    ///
    /// @return the number
    int keep(EngagementId engagement, StatusReport report, @Nullable PersonId by) {
        return keep(engagement, report, by, clock.instant());
    }

    int keep(EngagementId engagement, StatusReport report, @Nullable PersonId by, Instant made) {
        // Of two at once the second waits here, and then finds the number of the first.
        database.fetch(
                "select pg_advisory_xact_lock(hashtextextended(?, 0))", "status report of " + engagement.value());
        int number = database.select(DSL.coalesce(DSL.max(REPORT.NUMBER), 0))
                        .from(REPORT)
                        .where(REPORT.ENGAGEMENT_ID.eq(engagement.value()))
                        .fetchSingle()
                        .value1()
                + 1;
        database.insertInto(REPORT)
                .set(REPORT.ID, Ids.next())
                .set(REPORT.ENGAGEMENT_ID, engagement.value())
                .set(REPORT.NUMBER, number)
                .set(REPORT.DAY, report.day())
                .set(REPORT.MADE, made)
                .set(REPORT.MADE_BY, by == null ? null : by.value())
                .set(REPORT.LIGHT, report.light().code())
                .set(REPORT.PROBABILITY, report.probability().orElse(null))
                .set(REPORT.BODY, JSONB.valueOf(MAPPER.writeValueAsString(report)))
                .execute();
        return number;
    }
}
