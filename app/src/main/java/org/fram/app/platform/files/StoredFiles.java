package org.fram.app.platform.files;

import static fram.schema.files.Tables.STORED_FILE;

import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The files of engagements, as far as whoever asks may see them. Is asked within a transaction.
@Component
public class StoredFiles {

    private final DSLContext database;

    StoredFiles(DSLContext database) {
        this.database = database;
    }

    /// The file with this id, in this engagement.
    ///
    /// @throws NotFoundException where there is none for whoever asks
    public StoredFile get(EngagementId engagement, FileId id) {
        return database.selectFrom(STORED_FILE)
                .where(STORED_FILE.ID.eq(id.value()))
                .and(STORED_FILE.ENGAGEMENT_ID.eq(engagement.value()))
                .fetchOptional(row -> new StoredFile(
                        id,
                        engagement,
                        row.getName(),
                        new Content(row.getSha256(), row.getBytes()),
                        new PersonId(row.getStoredBy()),
                        row.getStored()))
                .orElseThrow(NotFoundException::new);
    }

    /// Shows a file that was private to a party to the whole engagement.
    public void share(EngagementId engagement, FileId id) {
        database.update(STORED_FILE)
                .setNull(STORED_FILE.PRIVATE_TO)
                .where(STORED_FILE.ID.eq(id.value()))
                .and(STORED_FILE.ENGAGEMENT_ID.eq(engagement.value()))
                .execute();
    }

    void add(StoredFile file, @Nullable PartyId privateTo) {
        database.insertInto(STORED_FILE)
                .set(STORED_FILE.ID, file.id().value())
                .set(STORED_FILE.ENGAGEMENT_ID, file.engagement().value())
                .set(STORED_FILE.PRIVATE_TO, privateTo == null ? null : privateTo.value())
                .set(STORED_FILE.NAME, file.name())
                .set(STORED_FILE.SHA256, file.content().sha256())
                .set(STORED_FILE.BYTES, file.content().bytes())
                .set(STORED_FILE.STORED_BY, file.storedBy().value())
                .set(STORED_FILE.STORED, file.stored())
                .execute();
    }
}
