package org.fram.app.platform.register;

import static fram.schema.register.Tables.UPLOAD;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.NotFoundException;
import org.fram.office.Sheet;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Lists on their way in: read from a file, and waiting for somebody to say which column is which. Is asked
/// within a transaction; everybody sees their own.
@Component
class Uploads {

    private static final Duration LIFETIME = Duration.ofDays(1);
    private static final int LONGEST_NAME = 255;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext database;
    private final InstantSource clock;

    Uploads(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A list, with the number that each row has in its file.
    ///
    /// @param headers the cells of the row that heads the list
    record Upload(UUID id, String name, List<String> headers, List<Line> lines) {}

    /// A row of it; it may have fewer cells than there are headers.
    record Line(int number, List<String> cells) {}

    /// Keeps a list, and forgets those of this person that are old.
    ///
    /// @param head which line of the sheet heads it
    UUID keep(Register register, Actor.Person me, EngagementId engagement, String name, Sheet sheet, int head) {
        var id = Ids.next();
        var lines = sheet.lines().stream()
                .skip(head)
                .map(line -> new Line(
                        line.number(),
                        line.cells().stream()
                                // PostgreSQL keeps no zero signs.
                                .map(cell -> cell.text().replace("\0", ""))
                                .toList()))
                .toList();
        database.deleteFrom(UPLOAD)
                .where(UPLOAD.CREATED.lt(clock.instant().minus(LIFETIME)))
                .execute();
        database.insertInto(UPLOAD)
                .set(UPLOAD.ID, id)
                .set(UPLOAD.ENGAGEMENT_ID, engagement.value())
                .set(UPLOAD.REGISTER, register.name())
                .set(UPLOAD.PERSON_ID, me.id().value())
                .set(UPLOAD.NAME, name.substring(Math.max(0, name.length() - LONGEST_NAME)))
                .set(UPLOAD.CELLS, JSONB.valueOf(JSON.writeValueAsString(lines)))
                .set(UPLOAD.CREATED, clock.instant())
                .execute();
        return id;
    }

    /// @throws NotFoundException where there is none, or no more
    Upload get(Register register, EngagementId engagement, UUID id) {
        return database.selectFrom(UPLOAD)
                .where(UPLOAD.ENGAGEMENT_ID.eq(engagement.value()))
                .and(UPLOAD.REGISTER.eq(register.name()))
                .and(UPLOAD.ID.eq(id))
                .fetchOptional(row -> {
                    var lines = JSON.readValue(row.getCells().data(), new TypeReference<List<Line>>() {});
                    return new Upload(id, row.getName(), lines.getFirst().cells(), lines.subList(1, lines.size()));
                })
                .orElseThrow(NotFoundException::new);
    }

    void remove(UUID id) {
        database.deleteFrom(UPLOAD).where(UPLOAD.ID.eq(id)).execute();
    }
}
