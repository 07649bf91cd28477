package org.fram.app.agreement;

import static fram.schema.agreement.Tables.ASSENT;
import static fram.schema.agreement.Tables.PUT_UP;
import static fram.schema.agreement.Tables.REMARK;

import fram.schema.agreement.tables.records.RemarkRecord;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.signing.RequestId;
import org.fram.app.sow.SowId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// What is said about statements of work, what parties agree to, and what was put up for signature. Is asked within a
/// transaction.
@Component
class Agreements {

    private final DSLContext database;

    Agreements(DSLContext database) {
        this.database = database;
    }

    /// A version that was put up for signature.
    record PutUp(RequestId request, int ordinal) {}

    /// All remarks on a statement of work, the oldest first.
    List<Remark> remarks(SowId sow) {
        return database.selectFrom(REMARK)
                .where(REMARK.SOW_ID.eq(sow.value()))
                .orderBy(REMARK.WRITTEN, REMARK.ID)
                .fetch(Agreements::remark);
    }

    Remark remark(SowId sow, UUID id) {
        return database.selectFrom(REMARK)
                .where(REMARK.ID.eq(id))
                .and(REMARK.SOW_ID.eq(sow.value()))
                .fetchOptional(Agreements::remark)
                .orElseThrow(NotFoundException::new);
    }

    void add(EngagementId engagement, SowId sow, Remark remark) {
        var privateTo = remark.privateTo();
        database.insertInto(REMARK)
                .set(REMARK.ID, remark.id())
                .set(REMARK.ENGAGEMENT_ID, engagement.value())
                .set(REMARK.SOW_ID, sow.value())
                .set(REMARK.PRIVATE_TO, privateTo == null ? null : privateTo.value())
                .set(REMARK.SECTION, remark.section())
                .set(REMARK.ORDINAL, remark.ordinal())
                .set(REMARK.TEXT, remark.text())
                .set(REMARK.SUGGESTION, remark.suggestion().isEmpty() ? null : remark.suggestion())
                .set(REMARK.PARTY_ID, remark.party().value())
                .set(REMARK.WRITTEN_BY, remark.by().value())
                .set(REMARK.WRITTEN, remark.written())
                .execute();
    }

    /// Settles one.
    ///
    /// @return whether nobody had settled it before
    boolean settle(UUID remark, Remark.Settled settled) {
        return database.update(REMARK)
                        .set(REMARK.OUTCOME, settled.outcome().code())
                        .set(REMARK.ANSWER, settled.answer().isEmpty() ? null : settled.answer())
                        .set(REMARK.SETTLED_BY, settled.by().value())
                        .set(REMARK.SETTLED, settled.at())
                        .where(REMARK.ID.eq(remark))
                        .and(REMARK.OUTCOME.isNull())
                        .execute()
                == 1;
    }

    /// What parties agree to in a statement of work.
    List<Assent> assents(SowId sow) {
        return database.selectFrom(ASSENT)
                .where(ASSENT.SOW_ID.eq(sow.value()))
                .orderBy(ASSENT.GIVEN)
                .fetch(row -> new Assent(
                        row.getSection(),
                        row.getSha256(),
                        row.getOrdinal(),
                        new PartyId(row.getPartyId()),
                        new PersonId(row.getGivenBy()),
                        row.getGiven()));
    }

    /// Keeps it in place of what the party agreed to in that section before.
    void agree(EngagementId engagement, SowId sow, Assent assent) {
        takeBack(sow, assent.section(), assent.party());
        database.insertInto(ASSENT)
                .set(ASSENT.ID, Ids.next())
                .set(ASSENT.ENGAGEMENT_ID, engagement.value())
                .set(ASSENT.SOW_ID, sow.value())
                .set(ASSENT.SECTION, assent.section())
                .set(ASSENT.SHA256, assent.sha256())
                .set(ASSENT.ORDINAL, assent.ordinal())
                .set(ASSENT.PARTY_ID, assent.party().value())
                .set(ASSENT.GIVEN_BY, assent.by().value())
                .set(ASSENT.GIVEN, assent.given())
                .execute();
    }

    /// Takes back what a party agreed to in a section.
    ///
    /// @return whether there was something to take back
    boolean takeBack(SowId sow, String section, PartyId party) {
        return database.deleteFrom(ASSENT)
                        .where(ASSENT.SOW_ID.eq(sow.value()))
                        .and(ASSENT.SECTION.eq(section))
                        .and(ASSENT.PARTY_ID.eq(party.value()))
                        .execute()
                > 0;
    }

    /// What was put up for signature.
    List<PutUp> putUp(SowId sow) {
        return database.select(PUT_UP.REQUEST_ID, PUT_UP.ORDINAL)
                .from(PUT_UP)
                .where(PUT_UP.SOW_ID.eq(sow.value()))
                .fetch(row -> new PutUp(new RequestId(row.value1()), row.value2()));
    }

    void putUp(EngagementId engagement, SowId sow, PutUp one) {
        database.insertInto(PUT_UP)
                .set(PUT_UP.REQUEST_ID, one.request().value())
                .set(PUT_UP.ENGAGEMENT_ID, engagement.value())
                .set(PUT_UP.SOW_ID, sow.value())
                .set(PUT_UP.ORDINAL, one.ordinal())
                .execute();
    }

    private static Remark remark(RemarkRecord row) {
        UUID privateTo = row.getPrivateTo();
        String suggestion = row.getSuggestion();
        String outcome = row.getOutcome();
        UUID settledBy = row.getSettledBy();
        Instant settled = row.getSettled();
        String answer = row.getAnswer();
        return new Remark(
                row.getId(),
                privateTo == null ? null : new PartyId(privateTo),
                row.getSection(),
                row.getOrdinal(),
                row.getText(),
                suggestion == null ? "" : suggestion,
                new PartyId(row.getPartyId()),
                new PersonId(row.getWrittenBy()),
                row.getWritten(),
                outcome == null || settledBy == null || settled == null
                        ? null
                        : new Remark.Settled(
                                Code.of(Remark.Outcome.class, outcome),
                                answer == null ? "" : answer,
                                new PersonId(settledBy),
                                settled));
    }
}
