package org.fram.app.raid.escalation;

import static fram.schema.raid.Tables.ESCALATION;
import static java.util.stream.Collectors.groupingBy;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Which issues went to which level, as far as whoever asks may see them. Is asked within a transaction.
@Component
public class Escalations {

    private final DSLContext database;
    private final InstantSource clock;

    Escalations(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// That an issue went to a level.
    ///
    /// @param customer who took it on the customer’s side, or empty
    public record Taken(UUID issue, int level, String customer, String vendor, LocalDate day) {}

    /// All of an engagement by issue, the lowest level first.
    public Map<UUID, List<Taken>> of(EngagementId engagement) {
        return database
                .selectFrom(ESCALATION)
                .where(ESCALATION.ENGAGEMENT_ID.eq(engagement.value()))
                .orderBy(ESCALATION.LEVEL)
                .fetch(row -> new Taken(
                        row.getIssueId(),
                        row.getLevel(),
                        Objects.toString(row.getCustomer(), ""),
                        Objects.toString(row.getVendor(), ""),
                        row.getDay()))
                .stream()
                .collect(groupingBy(Taken::issue));
    }

    /// Keeps that an issue goes to a level.
    ///
    /// @return whether it had not gone there before: of two at once one gets yes
    boolean take(EngagementId engagement, UUID issue, EscalationLevel level, LocalDate day) {
        return database.insertInto(ESCALATION)
                        .set(ESCALATION.ID, Ids.next())
                        .set(ESCALATION.ENGAGEMENT_ID, engagement.value())
                        .set(ESCALATION.ISSUE_ID, issue)
                        .set(ESCALATION.LEVEL, level.level())
                        .set(ESCALATION.CUSTOMER, level.customer().isEmpty() ? null : level.customer())
                        .set(ESCALATION.VENDOR, level.vendor().isEmpty() ? null : level.vendor())
                        .set(ESCALATION.DAY, day)
                        .set(ESCALATION.MADE, clock.instant())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }
}
