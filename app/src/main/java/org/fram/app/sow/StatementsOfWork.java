package org.fram.app.sow;

import static fram.schema.sow.Tables.IMPORTED_VERSION;
import static fram.schema.sow.Tables.STATEMENT_OF_WORK;

import fram.schema.sow.tables.records.StatementOfWorkRecord;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.ReadOnce;
import org.fram.app.platform.files.FileId;
import org.fram.office.Document;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// The statements of work of an engagement and the versions that were brought in. Is asked within a transaction.
@Component
public class StatementsOfWork {

    private final DSLContext database;
    private final InstantSource clock;

    StatementsOfWork(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Those of an engagement that whoever asks may see, the oldest first.
    public List<StatementOfWork> of(EngagementId engagement) {
        return ReadOnce.of(
                StatementOfWork.class,
                engagement,
                () -> database.selectFrom(STATEMENT_OF_WORK)
                        .where(STATEMENT_OF_WORK.ENGAGEMENT_ID.eq(engagement.value()))
                        .orderBy(STATEMENT_OF_WORK.CREATED, STATEMENT_OF_WORK.ID)
                        .fetch(StatementsOfWork::statement));
    }

    /// The one with this id, in this engagement.
    ///
    /// @throws NotFoundException where there is none for whoever asks
    public StatementOfWork get(EngagementId engagement, SowId id) {
        return database.selectFrom(STATEMENT_OF_WORK)
                .where(STATEMENT_OF_WORK.ID.eq(id.value()))
                .and(STATEMENT_OF_WORK.ENGAGEMENT_ID.eq(engagement.value()))
                .fetchOptional(StatementsOfWork::statement)
                .orElseThrow(NotFoundException::new);
    }

    /// The versions of one, the oldest first.
    public List<ImportedVersion> versions(SowId sow) {
        return database.select(
                        IMPORTED_VERSION.ORDINAL,
                        IMPORTED_VERSION.FILE_ID,
                        IMPORTED_VERSION.FILE_NAME,
                        IMPORTED_VERSION.IMPORTED_BY,
                        IMPORTED_VERSION.IMPORTED)
                .from(IMPORTED_VERSION)
                .where(IMPORTED_VERSION.SOW_ID.eq(sow.value()))
                .orderBy(IMPORTED_VERSION.ORDINAL)
                .fetch(row -> new ImportedVersion(
                        sow,
                        row.get(IMPORTED_VERSION.ORDINAL),
                        new FileId(row.get(IMPORTED_VERSION.FILE_ID)),
                        row.get(IMPORTED_VERSION.FILE_NAME),
                        new PersonId(row.get(IMPORTED_VERSION.IMPORTED_BY)),
                        row.get(IMPORTED_VERSION.IMPORTED)));
    }

    /// What was read of the newest version.
    public Optional<ReadVersion> newest(SowId sow) {
        return database.select(IMPORTED_VERSION.DOCUMENT, IMPORTED_VERSION.REVIEW)
                .from(IMPORTED_VERSION)
                .where(IMPORTED_VERSION.SOW_ID.eq(sow.value()))
                .orderBy(IMPORTED_VERSION.ORDINAL.desc())
                .limit(1)
                .fetchOptional(row -> new ReadVersion(
                        SowJson.document(row.get(IMPORTED_VERSION.DOCUMENT)),
                        SowJson.review(row.get(IMPORTED_VERSION.REVIEW))));
    }

    /// What was read of a version.
    ///
    /// @throws NotFoundException where there is no such version for whoever asks
    public ReadVersion read(SowId sow, int ordinal) {
        return database.select(IMPORTED_VERSION.DOCUMENT, IMPORTED_VERSION.REVIEW)
                .from(IMPORTED_VERSION)
                .where(IMPORTED_VERSION.SOW_ID.eq(sow.value()))
                .and(IMPORTED_VERSION.ORDINAL.eq(ordinal))
                .fetchOptional(row -> new ReadVersion(
                        SowJson.document(row.get(IMPORTED_VERSION.DOCUMENT)),
                        SowJson.review(row.get(IMPORTED_VERSION.REVIEW))))
                .orElseThrow(NotFoundException::new);
    }

    /// The document of a version.
    ///
    /// @throws NotFoundException where there is no such version for whoever asks
    public Document document(SowId sow, int ordinal) {
        return database.select(IMPORTED_VERSION.DOCUMENT)
                .from(IMPORTED_VERSION)
                .where(IMPORTED_VERSION.SOW_ID.eq(sow.value()))
                .and(IMPORTED_VERSION.ORDINAL.eq(ordinal))
                .fetchOptional(row -> SowJson.document(row.get(IMPORTED_VERSION.DOCUMENT)))
                .orElseThrow(NotFoundException::new);
    }

    /// Has everybody else who changes this one wait until the transaction ends.
    ///
    /// @return the number of its last obligation
    int lock(EngagementId engagement, SowId id) {
        return database.select(STATEMENT_OF_WORK.LAST_CODE)
                .from(STATEMENT_OF_WORK)
                .where(STATEMENT_OF_WORK.ID.eq(id.value()))
                .and(STATEMENT_OF_WORK.ENGAGEMENT_ID.eq(engagement.value()))
                .forUpdate()
                .fetchOptional(STATEMENT_OF_WORK.LAST_CODE)
                .orElseThrow(NotFoundException::new);
    }

    /// Has a version that is brought in wait until the transaction ends, and nobody else.
    void hold(EngagementId engagement, SowId id) {
        var held = database.select(STATEMENT_OF_WORK.ID)
                .from(STATEMENT_OF_WORK)
                .where(STATEMENT_OF_WORK.ID.eq(id.value()))
                .and(STATEMENT_OF_WORK.ENGAGEMENT_ID.eq(engagement.value()))
                .forShare()
                .fetchOptional();
        if (held.isEmpty()) {
            throw new NotFoundException();
        }
    }

    /// Notes the number of the last obligation of one that is locked.
    void numbered(SowId id, int lastNumber) {
        database.update(STATEMENT_OF_WORK)
                .set(STATEMENT_OF_WORK.LAST_CODE, lastNumber)
                .where(STATEMENT_OF_WORK.ID.eq(id.value()))
                .execute();
    }

    void add(StatementOfWork statement, PersonId by) {
        var privateTo = statement.privateTo();
        database.insertInto(STATEMENT_OF_WORK)
                .set(STATEMENT_OF_WORK.ID, statement.id().value())
                .set(STATEMENT_OF_WORK.ENGAGEMENT_ID, statement.engagement().value())
                .set(STATEMENT_OF_WORK.PRIVATE_TO, privateTo == null ? null : privateTo.value())
                .set(STATEMENT_OF_WORK.TITLE, statement.title())
                .set(STATEMENT_OF_WORK.CREATED_BY, by.value())
                .set(STATEMENT_OF_WORK.CREATED, clock.instant())
                .execute();
    }

    void add(EngagementId engagement, ImportedVersion version, ReadVersion read) {
        database.insertInto(IMPORTED_VERSION)
                .set(IMPORTED_VERSION.ID, Ids.next())
                .set(IMPORTED_VERSION.ENGAGEMENT_ID, engagement.value())
                .set(IMPORTED_VERSION.SOW_ID, version.sow().value())
                .set(IMPORTED_VERSION.ORDINAL, version.ordinal())
                .set(IMPORTED_VERSION.FILE_ID, version.file().value())
                .set(IMPORTED_VERSION.FILE_NAME, version.fileName())
                .set(IMPORTED_VERSION.IMPORTED_BY, version.importedBy().value())
                .set(IMPORTED_VERSION.IMPORTED, version.imported())
                .set(IMPORTED_VERSION.DOCUMENT, SowJson.write(read.document()))
                .set(IMPORTED_VERSION.REVIEW, SowJson.write(read.review()))
                .execute();
    }

    /// Shows one to the whole engagement.
    void share(EngagementId engagement, SowId id) {
        database.update(STATEMENT_OF_WORK)
                .setNull(STATEMENT_OF_WORK.PRIVATE_TO)
                .set(STATEMENT_OF_WORK.VERSION, STATEMENT_OF_WORK.VERSION.plus(1))
                .where(STATEMENT_OF_WORK.ID.eq(id.value()))
                .and(STATEMENT_OF_WORK.ENGAGEMENT_ID.eq(engagement.value()))
                .execute();
    }

    private static StatementOfWork statement(StatementOfWorkRecord row) {
        return new StatementOfWork(
                new SowId(row.getId()),
                new EngagementId(row.getEngagementId()),
                row.getPrivateTo() == null ? null : new PartyId(row.getPrivateTo()),
                row.getTitle(),
                row.getVersion());
    }
}
