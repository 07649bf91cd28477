package org.fram.app.sow;

import static fram.schema.sow.Tables.OBLIGATION;
import static fram.schema.sow.Tables.OBLIGATION_ACT;

import fram.schema.sow.tables.records.ObligationRecord;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PersonId;
import org.fram.facts.ActivityArea;
import org.fram.facts.ObligationKind;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The obligations of statements of work. Each change is kept with who made it. Is asked within a transaction.
@Component
public class Obligations {

    private final DSLContext database;
    private final InstantSource clock;

    Obligations(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Where an obligation is kept, and who changes it by which act.
    record Change(EngagementId engagement, SowId sow, PersonId by, String act) {}

    /// All obligations of one, whatever was decided about them, in the order of the document.
    public List<Obligation> of(SowId sow) {
        return database.selectFrom(OBLIGATION)
                .where(OBLIGATION.SOW_ID.eq(sow.value()))
                .orderBy(OBLIGATION.POSITION, OBLIGATION.CODE)
                .fetch(Obligations::obligation);
    }

    /// How many obligations of one there are in each state.
    public Map<Obligation.State, Integer> count(SowId sow) {
        return database
                .select(OBLIGATION.STATE, DSL.count())
                .from(OBLIGATION)
                .where(OBLIGATION.SOW_ID.eq(sow.value()))
                .groupBy(OBLIGATION.STATE)
                .fetch()
                .stream()
                .collect(Collectors.toMap(row -> Code.of(Obligation.State.class, row.value1()), row -> row.value2()));
    }

    /// How many of one a later version asks about.
    public int asked(SowId sow) {
        return (int) database
                .selectFrom(OBLIGATION)
                .where(OBLIGATION.SOW_ID.eq(sow.value()))
                .and(OBLIGATION.BASIS.isNotNull())
                .and(OBLIGATION.BASIS.isDistinctFrom(OBLIGATION.SEEN))
                .fetch(Obligations::obligation)
                .stream()
                .filter(one -> one.question().isPresent())
                .count();
    }

    /// The obligation with this id, of this statement of work.
    ///
    /// @throws NotFoundException where there is none for whoever asks
    public Obligation get(SowId sow, ObligationId id) {
        return database.selectFrom(OBLIGATION)
                .where(OBLIGATION.ID.eq(id.value()))
                .and(OBLIGATION.SOW_ID.eq(sow.value()))
                .fetchOptional(Obligations::obligation)
                .orElseThrow(NotFoundException::new);
    }

    /// Those that somebody is to look at.
    List<Obligation> assigned(SowId sow, PersonId person) {
        return database.selectFrom(OBLIGATION)
                .where(OBLIGATION.SOW_ID.eq(sow.value()))
                .and(OBLIGATION.ASSIGNED_TO.eq(person.value()))
                .orderBy(OBLIGATION.POSITION, OBLIGATION.CODE)
                .fetch(Obligations::obligation);
    }

    /// Those accepted ones that somebody is to look at.
    List<Obligation> assigned(SowId sow) {
        return database.selectFrom(OBLIGATION)
                .where(OBLIGATION.SOW_ID.eq(sow.value()))
                .and(OBLIGATION.ASSIGNED_TO.isNotNull())
                .and(OBLIGATION.STATE.eq(Obligation.State.ACCEPTED.code()))
                .orderBy(OBLIGATION.POSITION, OBLIGATION.CODE)
                .fetch(Obligations::obligation);
    }

    void add(Change change, Obligation obligation) {
        database.insertInto(OBLIGATION)
                .set(OBLIGATION.ID, obligation.id().value())
                .set(OBLIGATION.ENGAGEMENT_ID, change.engagement().value())
                .set(OBLIGATION.SOW_ID, change.sow().value())
                .set(OBLIGATION.CODE, obligation.number())
                .set(row(change, obligation))
                .execute();
        note(change, null, obligation);
    }

    /// Stores a changed obligation, unless somebody else did since it was read.
    ///
    /// @param before as it was read
    /// @return whether it was stored
    boolean store(Change change, Obligation before, Obligation after) {
        boolean stored = database.update(OBLIGATION)
                        .set(row(change, after))
                        .set(OBLIGATION.VERSION, before.version() + 1)
                        .where(OBLIGATION.ID.eq(before.id().value()))
                        .and(OBLIGATION.SOW_ID.eq(change.sow().value()))
                        .and(OBLIGATION.VERSION.eq(before.version()))
                        .execute()
                == 1;
        if (stored) {
            note(change, before, after);
        }
        return stored;
    }

    private ObligationRecord row(Change change, Obligation obligation) {
        var promise = obligation.promise();
        var row = new ObligationRecord();
        row.setPosition(obligation.position());
        row.setState(obligation.state().code());
        row.setText(promise.text());
        row.setSection(promise.section());
        row.setAccountable(promise.accountable());
        row.setResponsible(promise.responsible().toArray(String[]::new));
        row.setRaci(SowJson.write(promise.raci()));
        row.setKind(promise.kind().name().toLowerCase(Locale.ROOT));
        row.setTopic(promise.topic());
        row.setArea(promise.area() == null ? null : promise.area().name());
        row.setDue(promise.due());
        row.setQuantity(promise.quantity());
        row.setAmount(promise.amount());
        row.setAssignedTo(value(obligation.assignedTo()));
        row.setDropReason(obligation.dropReason());
        row.setPartOf(obligation.partOf() == null ? null : obligation.partOf().value());
        row.setBasis(SowJson.write(obligation.basis()));
        row.setSeen(SowJson.write(obligation.seen()));
        row.setChangedBy(change.by().value());
        row.setChanged(clock.instant());
        return row;
    }

    private void note(Change change, @Nullable Obligation before, Obligation after) {
        database.insertInto(OBLIGATION_ACT)
                .set(OBLIGATION_ACT.ID, Ids.next())
                .set(OBLIGATION_ACT.ENGAGEMENT_ID, change.engagement().value())
                .set(OBLIGATION_ACT.SOW_ID, change.sow().value())
                .set(OBLIGATION_ACT.OBLIGATION_ID, after.id().value())
                .set(OBLIGATION_ACT.ACT, change.act())
                .set(OBLIGATION_ACT.BY_PERSON, change.by().value())
                .set(OBLIGATION_ACT.AT, clock.instant())
                .set(OBLIGATION_ACT.BEFORE, before == null ? null : SowJson.write(before))
                .set(OBLIGATION_ACT.AFTER, SowJson.write(after))
                .execute();
    }

    private static @Nullable UUID value(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }

    private static Obligation obligation(ObligationRecord row) {
        var basis = SowJson.found(row.getBasis());
        // Most stand as they were read, and need not be read twice.
        var seen = Objects.equals(row.getBasis(), row.getSeen()) ? basis : SowJson.found(row.getSeen());
        return new Obligation(
                new ObligationId(row.getId()),
                row.getCode(),
                row.getPosition(),
                Code.of(Obligation.State.class, row.getState()),
                new Promise(
                        row.getText(),
                        row.getSection(),
                        row.getAccountable(),
                        Arrays.asList(row.getResponsible()),
                        SowJson.raci(row.getRaci()),
                        ObligationKind.valueOf(row.getKind().toUpperCase(Locale.ROOT)),
                        row.getTopic(),
                        row.getArea() == null ? null : ActivityArea.valueOf(row.getArea()),
                        row.getDue(),
                        row.getQuantity(),
                        row.getAmount()),
                row.getAssignedTo() == null ? null : new PersonId(row.getAssignedTo()),
                row.getDropReason(),
                row.getPartOf() == null ? null : new ObligationId(row.getPartOf()),
                basis,
                seen,
                row.getVersion());
    }
}
