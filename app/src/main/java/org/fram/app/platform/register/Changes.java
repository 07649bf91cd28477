package org.fram.app.platform.register;

import static fram.schema.register.Tables.CHANGE;

import fram.schema.register.tables.records.ChangeRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.register.Change.Cells;
import org.fram.app.platform.register.Change.Kind;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What happened to rows, as far as whoever asks may see it. Is asked within a transaction.
@Component
public class Changes {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<TreeMap<String, Cells>> CELLS = new TypeReference<>() {};
    private static final int ROWS_OF_A_STATEMENT = 500;

    private final DSLContext database;
    private final InstantSource clock;
    private final ApplicationEventPublisher listeners;

    Changes(DSLContext database, InstantSource clock, ApplicationEventPublisher listeners) {
        this.database = database;
        this.clock = clock;
        this.listeners = listeners;
    }

    /// Whose rows they are, and who changes them.
    record Target(Register register, EngagementId engagement, PartyId mine, Actor.Person me) {}

    /// What happened to a row, the newest first.
    public List<Change> of(EngagementId engagement, UUID row, int most) {
        return database.selectFrom(CHANGE)
                .where(CHANGE.ENGAGEMENT_ID.eq(engagement.value()))
                .and(CHANGE.ROW_ID.eq(row))
                .orderBy(CHANGE.VERSION.desc())
                .limit(most)
                .fetch(Changes::change);
    }

    /// When each of these rows was last written, by its id.
    public Map<UUID, Instant> last(Collection<UUID> rows) {
        return database.select(CHANGE.ROW_ID, DSL.max(CHANGE.TIME))
                .from(CHANGE)
                .where(CHANGE.ROW_ID.eq(DSL.any(rows.toArray(UUID[]::new))))
                .groupBy(CHANGE.ROW_ID)
                .fetchMap(CHANGE.ROW_ID, DSL.max(CHANGE.TIME));
    }

    /// The last act of somebody in a register that is no undoing and is not undone.
    Optional<UUID> lastAct(Register register, EngagementId engagement, PersonId person) {
        var undoing = CHANGE.as("undoing");
        return database.select(CHANGE.ACT)
                .from(CHANGE)
                .where(CHANGE.ENGAGEMENT_ID.eq(engagement.value()))
                .and(CHANGE.REGISTER.eq(register.name()))
                .and(CHANGE.PERSON_ID.eq(person.value()))
                .and(CHANGE.UNDOES.isNull())
                .andNotExists(DSL.selectOne().from(undoing).where(undoing.UNDOES.eq(CHANGE.ACT)))
                .orderBy(CHANGE.ID.desc())
                .limit(1)
                .fetchOptional(CHANGE.ACT);
    }

    /// Whether somebody else changed a row after a version.
    boolean touchedByOthers(EngagementId engagement, UUID row, int since, PersonId person) {
        return database.fetchExists(
                CHANGE,
                CHANGE.ENGAGEMENT_ID
                        .eq(engagement.value())
                        .and(CHANGE.ROW_ID.eq(row))
                        .and(CHANGE.VERSION.gt(since))
                        .and(CHANGE.PERSON_ID.ne(person.value())));
    }

    /// What an act did, the last first.
    List<Change> ofAct(EngagementId engagement, UUID act) {
        return database.selectFrom(CHANGE)
                .where(CHANGE.ENGAGEMENT_ID.eq(engagement.value()))
                .and(CHANGE.ACT.eq(act))
                .orderBy(CHANGE.VERSION.desc())
                .fetch(Changes::change);
    }

    /// What all that happens in the open transaction is a part of.
    UUID act() {
        if (TransactionSynchronizationManager.getResource(this) instanceof UUID known) {
            return known;
        }
        var act = Ids.next();
        TransactionSynchronizationManager.bindResource(this, act);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(Changes.this);
            }
        });
        return act;
    }

    void added(Target target, List<Row> rows) {
        happened(target, Kind.ADDED, rows);
    }

    void deleted(Target target, List<Row> rows) {
        happened(target, Kind.DELETED, rows);
    }

    void restored(Target target, List<Row> rows) {
        happened(target, Kind.RESTORED, rows);
    }

    void changed(Target target, Row before, Row after) {
        var cells = new TreeMap<String, Cells>();
        for (Column column : target.register().columns()) {
            var old = before.get(column.key());
            var now = after.get(column.key());
            if (!Objects.equals(old, now)) {
                cells.put(
                        column.key(),
                        new Cells(column.type().edit(old), column.type().edit(now)));
            }
        }
        boolean privately =
                target.register().isPrivate(before) || target.register().isPrivate(after);
        store(List.of(record(target, Kind.CHANGED, after, privately, cells)));
        tell(target, Kind.CHANGED, List.of(after), cells.keySet());
    }

    private void happened(Target target, Kind kind, List<Row> rows) {
        var records = new ArrayList<ChangeRecord>();
        for (Row row : rows) {
            records.add(record(target, kind, row, target.register().isPrivate(row), Map.of()));
        }
        store(records);
        tell(target, kind, rows, Set.of());
    }

    private ChangeRecord record(Target target, Kind kind, Row row, boolean privately, Map<String, Cells> cells) {
        var origin = Origin.current();
        var record = new ChangeRecord();
        record.setId(Ids.next());
        record.setEngagementId(target.engagement().value());
        record.setRegister(target.register().name());
        record.setRowId(row.id());
        record.setPrivateTo(privately ? target.mine().value() : null);
        record.setAct(act());
        record.setKind(kind.code());
        record.setOrigin(origin.code());
        record.setUndoes(origin.undoes());
        record.setPersonId(target.me().id().value());
        record.setTime(clock.instant());
        record.setVersion(row.version());
        record.setCells(JSONB.valueOf(JSON.writeValueAsString(cells)));
        return record;
    }

    private void store(List<ChangeRecord> records) {
        for (int from = 0; from < records.size(); from += ROWS_OF_A_STATEMENT) {
            database.insertInto(CHANGE)
                    .set(records.subList(from, Math.min(records.size(), from + ROWS_OF_A_STATEMENT)))
                    .execute();
        }
    }

    private void tell(Target target, Kind kind, List<Row> rows, Set<String> columns) {
        if (!rows.isEmpty()) {
            listeners.publishEvent(new RowsChanged(
                    target.register(),
                    target.engagement(),
                    target.mine(),
                    target.me().id(),
                    kind,
                    rows,
                    columns,
                    Origin.current().code()));
        }
    }

    private static Change change(ChangeRecord row) {
        return new Change(
                row.getRowId(),
                row.getAct(),
                Code.of(Kind.class, row.getKind()),
                row.getOrigin(),
                new PersonId(row.getPersonId()),
                row.getTime(),
                row.getVersion(),
                JSON.readValue(row.getCells().data(), CELLS));
    }
}
