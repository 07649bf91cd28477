package org.fram.app.meeting;

import static fram.schema.meeting.Tables.ASKED;

import fram.schema.meeting.tables.records.AskedRecord;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PersonId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// What people were asked in place of a meeting, and answered. Is asked within a transaction.
@Component
public class AskedInstead {

    private final DSLContext database;

    AskedInstead(DSLContext database) {
        this.database = database;
    }

    /// All of a meeting, by whom was asked.
    public List<Asked> of(Meeting meeting) {
        return meeting.id() == null
                ? List.of()
                : database.selectFrom(ASKED)
                        .where(ASKED.MEETING_ID.eq(meeting.id()))
                        .orderBy(ASKED.NAME, ASKED.ASKED_, ASKED.POSITION)
                        .fetch(AskedInstead::asked);
    }

    /// What a guest is asked by their link, in its order.
    List<Asked> byLink(UUID link) {
        return database.selectFrom(ASKED)
                .where(ASKED.LINK_ID.eq(link))
                .orderBy(ASKED.POSITION)
                .fetch(AskedInstead::asked);
    }

    void add(Asked asked) {
        database.insertInto(ASKED)
                .set(ASKED.ID, asked.id())
                .set(ASKED.ENGAGEMENT_ID, asked.engagement().value())
                .set(ASKED.MEETING_ID, asked.meeting())
                .set(ASKED.LINK_ID, asked.link())
                .set(ASKED.NAME, asked.name())
                .set(ASKED.POSITION, (short) asked.position())
                .set(ASKED.QUESTION, asked.question())
                .set(ASKED.ASKED_BY, asked.askedBy().value())
                .set(ASKED.ASKED_, asked.asked())
                .set(ASKED.EXPIRES, asked.expires())
                .execute();
    }

    void answer(UUID id, String answer, Instant now) {
        database.update(ASKED)
                .set(ASKED.ANSWER, answer)
                .set(ASKED.GIVEN, now)
                .where(ASKED.ID.eq(id))
                .execute();
    }

    private static Asked asked(AskedRecord row) {
        return new Asked(
                row.getId(),
                new EngagementId(row.getEngagementId()),
                row.getMeetingId(),
                row.getLinkId(),
                row.getName(),
                row.getPosition(),
                row.getQuestion(),
                new PersonId(row.getAskedBy()),
                row.getAsked(),
                row.getExpires(),
                Objects.requireNonNullElse(row.getAnswer(), ""),
                row.getGiven());
    }
}
