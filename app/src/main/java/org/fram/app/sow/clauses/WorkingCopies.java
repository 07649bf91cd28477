package org.fram.app.sow.clauses;

import static fram.schema.sow.Tables.CLAUSE;
import static fram.schema.sow.Tables.CLAUSE_ACT;
import static fram.schema.sow.Tables.WORKING_COPY;

import fram.schema.sow.tables.records.ClauseRecord;
import fram.schema.sow.tables.records.WorkingCopyRecord;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.sow.SowId;
import org.fram.app.sow.clauses.Clause.Shape;
import org.fram.app.sow.clauses.ClauseJson.Before;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Working copies and their clauses. Is asked within a transaction.
@Component
public class WorkingCopies {

    /// Rows that go to the database at once.
    private static final int BATCH = 500;

    private final DSLContext database;
    private final InstantSource clock;

    WorkingCopies(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The one that whoever asks may see: that of their party.
    Optional<WorkingCopy> of(SowId sow) {
        return database.selectFrom(WORKING_COPY)
                .where(WORKING_COPY.SOW_ID.eq(sow.value()))
                .fetchOptional(WorkingCopies::copy);
    }

    /// The same, while everybody else who changes it waits until the transaction ends.
    Optional<WorkingCopy> locked(SowId sow) {
        return database.selectFrom(WORKING_COPY)
                .where(WORKING_COPY.SOW_ID.eq(sow.value()))
                .forUpdate()
                .fetchOptional(WorkingCopies::copy);
    }

    /// All clauses of one in their order, with those that were taken out.
    List<Clause> clauses(WorkingCopy copy) {
        return database.selectFrom(CLAUSE)
                .where(CLAUSE.COPY_ID.eq(copy.id()))
                .orderBy(CLAUSE.POSITION, CLAUSE.ID)
                .fetch(WorkingCopies::clause);
    }

    WorkingCopy begin(EngagementId engagement, SowId sow, PartyId party, PersonId by, int ordinal, List<Clause> all) {
        var copy = new WorkingCopy(Ids.next(), sow, party, ordinal, by, clock.instant(), 0);
        database.insertInto(WORKING_COPY)
                .set(WORKING_COPY.ID, copy.id())
                .set(WORKING_COPY.ENGAGEMENT_ID, engagement.value())
                .set(WORKING_COPY.SOW_ID, sow.value())
                .set(WORKING_COPY.PRIVATE_TO, party.value())
                .set(WORKING_COPY.ORDINAL, ordinal)
                .set(WORKING_COPY.BEGUN_BY, by.value())
                .set(WORKING_COPY.BEGUN, copy.begun())
                .execute();
        var records = new ArrayList<ClauseRecord>();
        for (var clause : all) {
            records.add(record(engagement, copy, clause));
        }
        for (int from = 0; from < records.size(); from += BATCH) {
            database.batchInsert(records.subList(from, Math.min(from + BATCH, records.size())))
                    .execute();
        }
        return copy;
    }

    void discard(WorkingCopy copy) {
        database.deleteFrom(WORKING_COPY).where(WORKING_COPY.ID.eq(copy.id())).execute();
    }

    /// What somebody does to a working copy.
    record Deed(EngagementId engagement, PersonId by, String act) {}

    /// What becomes of a clause.
    ///
    /// @param before null where it is new
    record Edit(@Nullable Clause before, Clause after) {}

    /// Keeps what becomes of clauses, and how they were.
    void keep(Deed deed, WorkingCopy copy, List<Edit> edits) {
        var changed = new ArrayList<Clause>();
        var added = new ArrayList<ClauseId>();
        for (var edit : edits) {
            var before = edit.before();
            if (before == null) {
                added.add(edit.after().id());
            } else {
                changed.add(before);
            }
        }
        database.insertInto(CLAUSE_ACT)
                .set(CLAUSE_ACT.ID, Ids.next())
                .set(CLAUSE_ACT.ENGAGEMENT_ID, deed.engagement().value())
                .set(CLAUSE_ACT.COPY_ID, copy.id())
                .set(CLAUSE_ACT.ORDINAL, copy.version() + 1)
                .set(CLAUSE_ACT.ACT, deed.act())
                .set(CLAUSE_ACT.BY_PERSON, deed.by().value())
                .set(CLAUSE_ACT.AT, clock.instant())
                .set(CLAUSE_ACT.BEFORE, ClauseJson.write(new Before(changed, added)))
                .execute();
        for (var edit : edits) {
            if (edit.before() == null) {
                database.executeInsert(record(deed.engagement(), copy, edit.after()));
            } else {
                update(deed.engagement(), copy, edit.after());
            }
        }
        touched(copy);
    }

    /// Gives all clauses of one room between them again. What was done before that cannot be taken back any more.
    void spread(EngagementId engagement, WorkingCopy copy, List<Clause> all) {
        for (var clause : all) {
            update(engagement, copy, clause);
        }
        database.update(CLAUSE_ACT)
                .set(CLAUSE_ACT.UNDONE, true)
                .where(CLAUSE_ACT.COPY_ID.eq(copy.id()))
                .execute();
    }

    /// An act that can be taken back.
    public record Last(UUID id, String act, PersonId by, JSONB before) {}

    /// The newest act that was not taken back.
    Optional<Last> last(WorkingCopy copy) {
        return database.selectFrom(CLAUSE_ACT)
                .where(CLAUSE_ACT.COPY_ID.eq(copy.id()))
                .and(CLAUSE_ACT.UNDONE.isFalse())
                .orderBy(CLAUSE_ACT.ORDINAL.desc())
                .limit(1)
                .fetchOptional(
                        row -> new Last(row.getId(), row.getAct(), new PersonId(row.getByPerson()), row.getBefore()));
    }

    /// Puts the clauses back to how they were before an act.
    void undo(EngagementId engagement, WorkingCopy copy, Last last) {
        var before = ClauseJson.before(last.before());
        before.changed().forEach(clause -> update(engagement, copy, clause));
        database.deleteFrom(CLAUSE)
                .where(CLAUSE.COPY_ID.eq(copy.id()))
                .and(CLAUSE.ID.in(before.added().stream().map(ClauseId::value).toList()))
                .execute();
        database.update(CLAUSE_ACT)
                .set(CLAUSE_ACT.UNDONE, true)
                .where(CLAUSE_ACT.ID.eq(last.id()))
                .execute();
        touched(copy);
    }

    private void update(EngagementId engagement, WorkingCopy copy, Clause clause) {
        var record = record(engagement, copy, clause);
        record.touched(CLAUSE.ID, false);
        database.update(CLAUSE)
                .set(record)
                .where(CLAUSE.ID.eq(clause.id().value()))
                .and(CLAUSE.COPY_ID.eq(copy.id()))
                .execute();
    }

    private void touched(WorkingCopy copy) {
        database.update(WORKING_COPY)
                .set(WORKING_COPY.VERSION, WORKING_COPY.VERSION.plus(1))
                .where(WORKING_COPY.ID.eq(copy.id()))
                .execute();
    }

    private static ClauseRecord record(EngagementId engagement, WorkingCopy copy, Clause clause) {
        var record = new ClauseRecord();
        record.setId(clause.id().value());
        record.setEngagementId(engagement.value());
        record.setCopyId(copy.id());
        record.setPosition(clause.position());
        record.setShape(clause.shape().code());
        record.setLevel(clause.level());
        record.setDepth(clause.depth());
        record.setMarker(clause.marker());
        record.setBegins(clause.begins());
        record.setText(clause.text());
        var table = clause.table();
        record.setCells(table == null ? null : ClauseJson.write(table));
        record.setRemoved(clause.removed());
        return record;
    }

    private static WorkingCopy copy(WorkingCopyRecord row) {
        return new WorkingCopy(
                row.getId(),
                new SowId(row.getSowId()),
                new PartyId(row.getPrivateTo()),
                row.getOrdinal(),
                new PersonId(row.getBegunBy()),
                row.getBegun(),
                row.getVersion());
    }

    private static Clause clause(ClauseRecord row) {
        var cells = row.getCells();
        return new Clause(
                new ClauseId(row.getId()),
                row.getPosition(),
                Code.of(Shape.class, row.getShape()),
                row.getLevel(),
                row.getDepth(),
                row.getMarker(),
                row.getBegins(),
                row.getText(),
                cells == null ? null : ClauseJson.table(cells),
                row.getRemoved());
    }
}
