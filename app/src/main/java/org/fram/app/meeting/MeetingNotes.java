package org.fram.app.meeting;

import static fram.schema.meeting.Tables.NOTE;
import static fram.schema.meeting.Tables.POINT;
import static fram.schema.meeting.Tables.PRESENT;
import static fram.schema.meeting.Tables.SENT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.PersonId;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What was written in meetings: points, notes, who was there, and to whom the minutes went. Is asked
/// within a transaction.
@Component
public class MeetingNotes {

    private final DSLContext database;

    MeetingNotes(DSLContext database) {
        this.database = database;
    }

    /// Somebody to whom minutes went.
    ///
    /// @param given whether the application told them; false where somebody has to hand them on
    public record Sent(UUID id, @Nullable PersonId person, String name, String email, boolean given, Instant sent) {

        /// Under which the notice was given.
        String key() {
            return "minutes " + id;
        }
    }

    /// The notes of a meeting, the oldest first.
    public List<Note> of(Meeting meeting) {
        return meeting.id() == null
                ? List.of()
                : database.selectFrom(NOTE)
                        .where(NOTE.MEETING_ID.eq(meeting.id()))
                        .orderBy(NOTE.WRITTEN, NOTE.ID)
                        .fetch(MeetingNotes::note);
    }

    Optional<Note> find(Meeting meeting, UUID id) {
        return of(meeting).stream().filter(note -> note.id().equals(id)).findFirst();
    }

    void add(Meeting kept, Note note) {
        database.insertInto(NOTE)
                .set(NOTE.ID, note.id())
                .set(NOTE.ENGAGEMENT_ID, kept.series().engagement().value())
                .set(NOTE.MEETING_ID, Meetings.id(kept))
                .set(NOTE.POINT_KEY, note.point())
                .set(NOTE.KIND, note.kind().code())
                .set(NOTE.TEXT, note.text())
                .set(NOTE.ITEM_ID, note.item())
                .set(NOTE.ITEM_REF, note.itemRef().isEmpty() ? null : note.itemRef())
                .set(NOTE.OWNER, note.owner().isEmpty() ? null : note.owner())
                .set(NOTE.DUE, note.due())
                .set(NOTE.WRITTEN_BY, note.by().value())
                .set(NOTE.WRITTEN, note.written())
                .execute();
    }

    /// Rewrites a note.
    ///
    /// @return whether nobody else had rewritten it since that version
    boolean rewrite(UUID id, int version, String text) {
        return database.update(NOTE)
                        .set(NOTE.TEXT, text)
                        .set(NOTE.VERSION, version + 1)
                        .where(NOTE.ID.eq(id))
                        .and(NOTE.VERSION.eq(version))
                        .execute()
                == 1;
    }

    /// Takes a note away.
    ///
    /// @return whether nobody else had rewritten it since that version
    boolean remove(UUID id, int version) {
        return database.deleteFrom(NOTE)
                        .where(NOTE.ID.eq(id))
                        .and(NOTE.VERSION.eq(version))
                        .execute()
                == 1;
    }

    /// Writes down how an action or decision stood when its meeting was held.
    void settle(Note note, String text, String owner, @Nullable LocalDate due) {
        database.update(NOTE)
                .set(NOTE.TEXT, text)
                .set(NOTE.OWNER, owner.isEmpty() ? null : owner)
                .set(NOTE.DUE, due)
                .where(NOTE.ID.eq(note.id()))
                .execute();
    }

    /// The points of a meeting that are kept, by their places.
    List<Point> points(Meeting meeting) {
        return meeting.id() == null
                ? List.of()
                : database.selectFrom(POINT)
                        .where(POINT.MEETING_ID.eq(meeting.id()))
                        .orderBy(POINT.POSITION, POINT.ID)
                        .fetch(row -> new Point(
                                row.getKey(),
                                Code.of(Point.Origin.class, row.getOrigin()),
                                row.getTitle(),
                                row.getPath(),
                                row.getRemoved()));
    }

    /// Keeps a point in place of what was kept of it.
    void keep(Meeting kept, Point point, int position) {
        database.insertInto(POINT)
                .set(POINT.ID, Ids.next())
                .set(POINT.ENGAGEMENT_ID, kept.series().engagement().value())
                .set(POINT.MEETING_ID, Meetings.id(kept))
                .set(POINT.KEY, point.key())
                .set(POINT.ORIGIN, point.origin().code())
                .set(POINT.TITLE, point.title())
                .set(POINT.PATH, point.path())
                .set(POINT.POSITION, position)
                .set(POINT.REMOVED, point.removed())
                .onConflict(POINT.MEETING_ID, POINT.KEY)
                .doUpdate()
                .set(POINT.TITLE, point.title())
                .set(POINT.PATH, point.path())
                .set(POINT.POSITION, position)
                .set(POINT.REMOVED, point.removed())
                .execute();
    }

    /// Who was there, by name.
    public List<String> present(Meeting meeting) {
        return meeting.id() == null
                ? List.of()
                : database.select(PRESENT.NAME)
                        .from(PRESENT)
                        .where(PRESENT.MEETING_ID.eq(meeting.id()))
                        .orderBy(PRESENT.ID)
                        .fetch(PRESENT.NAME);
    }

    void present(Meeting kept, List<String> names) {
        database.deleteFrom(PRESENT)
                .where(PRESENT.MEETING_ID.eq(Meetings.id(kept)))
                .and(PRESENT.NAME.notIn(names))
                .execute();
        for (String name : names) {
            database.insertInto(PRESENT)
                    .set(PRESENT.ID, Ids.next())
                    .set(PRESENT.ENGAGEMENT_ID, kept.series().engagement().value())
                    .set(PRESENT.MEETING_ID, Meetings.id(kept))
                    .set(PRESENT.NAME, name)
                    .onConflictDoNothing()
                    .execute();
        }
    }

    /// To whom the minutes went, the earliest first.
    public List<Sent> sent(Meeting meeting) {
        return meeting.id() == null
                ? List.of()
                : database.selectFrom(SENT)
                        .where(SENT.MEETING_ID.eq(meeting.id()))
                        .orderBy(SENT.SENT_, SENT.ID)
                        .fetch(row -> new Sent(
                                row.getId(),
                                row.getPersonId() == null ? null : new PersonId(row.getPersonId()),
                                row.getName(),
                                Objects.requireNonNullElse(row.getEmail(), ""),
                                row.getGiven(),
                                row.getSent()));
    }

    void sent(Meeting kept, Sent sent) {
        var person = sent.person();
        database.insertInto(SENT)
                .set(SENT.ID, sent.id())
                .set(SENT.ENGAGEMENT_ID, kept.series().engagement().value())
                .set(SENT.MEETING_ID, Meetings.id(kept))
                .set(SENT.PERSON_ID, person == null ? null : person.value())
                .set(SENT.NAME, sent.name())
                .set(SENT.EMAIL, sent.email().isEmpty() ? null : sent.email())
                .set(SENT.GIVEN, sent.given())
                .set(SENT.SENT_, sent.sent())
                .execute();
    }

    private static Note note(Record row) {
        return new Note(
                row.get(NOTE.ID),
                row.get(NOTE.POINT_KEY),
                Code.of(Note.Kind.class, row.get(NOTE.KIND)),
                row.get(NOTE.TEXT),
                row.get(NOTE.ITEM_ID),
                Objects.requireNonNullElse(row.get(NOTE.ITEM_REF), ""),
                Objects.requireNonNullElse(row.get(NOTE.OWNER), ""),
                row.get(NOTE.DUE),
                new PersonId(row.get(NOTE.WRITTEN_BY)),
                row.get(NOTE.WRITTEN),
                row.get(NOTE.VERSION));
    }
}
