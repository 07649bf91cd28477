package org.fram.app.signing;

import static fram.schema.signing.Tables.REQUEST;
import static fram.schema.signing.Tables.SIGNATORY;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import fram.schema.signing.tables.records.SignatoryRecord;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.files.FileId;
import org.fram.app.platform.register.Money;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The requests for signatures that whoever asks may see. Is asked within a transaction.
@Component
public class SignatureRequests {

    private static final Field<Result<SignatoryRecord>> SIGNATORIES = multiset(select(SIGNATORY.fields())
                    .from(SIGNATORY)
                    .where(SIGNATORY.REQUEST_ID.eq(REQUEST.ID))
                    .orderBy(SIGNATORY.POSITION))
            .as("signatories")
            .convertFrom(rows -> rows.into(SIGNATORY));

    private final DSLContext database;

    SignatureRequests(DSLContext database) {
        this.database = database;
    }

    /// Those of an engagement, the newest first.
    public List<SignatureRequest> of(EngagementId engagement) {
        return all(REQUEST.ENGAGEMENT_ID.eq(engagement.value()));
    }

    /// The request with this id, in this engagement.
    ///
    /// @throws NotFoundException where there is none for whoever asks
    public SignatureRequest get(EngagementId engagement, RequestId id) {
        return all(REQUEST.ENGAGEMENT_ID.eq(engagement.value()).and(REQUEST.ID.eq(id.value()))).stream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    void add(SignatureRequest request) {
        var amount = request.amount();
        var privateTo = request.privateTo() == null ? null : request.privateTo().value();
        database.insertInto(REQUEST)
                .set(REQUEST.ID, request.id().value())
                .set(REQUEST.ENGAGEMENT_ID, request.engagement().value())
                .set(REQUEST.PRIVATE_TO, privateTo)
                .set(REQUEST.TITLE, request.title())
                .set(REQUEST.MATTER, request.matter().code())
                .set(REQUEST.AMOUNT, amount == null ? null : amount.amount())
                .set(REQUEST.CURRENCY, amount == null ? null : amount.currency().getCurrencyCode())
                .set(REQUEST.FILE_ID, request.file().value())
                .set(REQUEST.SHA256, request.sha256())
                .set(REQUEST.IN_ORDER, request.inOrder())
                .set(REQUEST.EXPIRES, request.expires())
                .set(REQUEST.ASKED_BY, request.askedBy().value())
                .set(REQUEST.ASKED, request.asked())
                .execute();
        for (var signatory : request.signatories()) {
            database.insertInto(SIGNATORY)
                    .set(SIGNATORY.ID, signatory.id())
                    .set(SIGNATORY.ENGAGEMENT_ID, request.engagement().value())
                    .set(SIGNATORY.PRIVATE_TO, privateTo)
                    .set(SIGNATORY.REQUEST_ID, request.id().value())
                    .set(SIGNATORY.POSITION, signatory.position())
                    .set(SIGNATORY.PERSON_ID, signatory.person().value())
                    .set(SIGNATORY.PARTY_ID, signatory.party().value())
                    .execute();
        }
    }

    /// @param sha256 of the bytes as they lie on the disk
    void sign(UUID signatory, PersonId by, Signatory.Means means, String sha256, Instant now) {
        database.update(SIGNATORY)
                .set(SIGNATORY.STATE, Signatory.State.SIGNED.code())
                .set(SIGNATORY.DONE, now)
                .set(SIGNATORY.DONE_BY, by.value())
                .set(SIGNATORY.MEANS, means.code())
                .set(SIGNATORY.SHA256, sha256)
                .where(SIGNATORY.ID.eq(signatory))
                .execute();
    }

    void refuse(UUID signatory, PersonId by, String reason, Instant now) {
        database.update(SIGNATORY)
                .set(SIGNATORY.STATE, Signatory.State.REFUSED.code())
                .set(SIGNATORY.DONE, now)
                .set(SIGNATORY.DONE_BY, by.value())
                .set(SIGNATORY.REASON, reason)
                .where(SIGNATORY.ID.eq(signatory))
                .execute();
    }

    void withdraw(RequestId request, Instant now) {
        database.update(REQUEST)
                .set(REQUEST.STATE, SignatureRequest.Kept.WITHDRAWN.code())
                .set(REQUEST.ENDED, now)
                .where(REQUEST.ID.eq(request.value()))
                .execute();
    }

    /// Until the transaction ends nobody else signs, refuses or withdraws it.
    void hold(RequestId request) {
        database.fetch("select pg_advisory_xact_lock(hashtextextended(?, 0))", "signatures " + request);
    }

    private List<SignatureRequest> all(Condition condition) {
        return database.select(REQUEST.fields())
                .select(SIGNATORIES)
                .from(REQUEST)
                .where(condition)
                .orderBy(REQUEST.ASKED.desc(), REQUEST.ID.desc())
                .fetch(row -> new SignatureRequest(
                        new RequestId(row.get(REQUEST.ID)),
                        new EngagementId(row.get(REQUEST.ENGAGEMENT_ID)),
                        party(row, REQUEST.PRIVATE_TO),
                        row.get(REQUEST.TITLE),
                        Code.of(Matter.class, row.get(REQUEST.MATTER)),
                        Money.fromTable(row.get(REQUEST.AMOUNT), row.get(REQUEST.CURRENCY)),
                        new FileId(row.get(REQUEST.FILE_ID)),
                        row.get(REQUEST.SHA256),
                        row.get(REQUEST.IN_ORDER),
                        row.get(REQUEST.EXPIRES),
                        new PersonId(row.get(REQUEST.ASKED_BY)),
                        row.get(REQUEST.ASKED),
                        Code.of(SignatureRequest.Kept.class, row.get(REQUEST.STATE)),
                        row.get(REQUEST.ENDED),
                        row.get(SIGNATORIES).map(SignatureRequests::signatory)));
    }

    private static Signatory signatory(SignatoryRecord row) {
        return new Signatory(
                row.getId(),
                row.getPosition(),
                new PersonId(row.getPersonId()),
                new PartyId(row.getPartyId()),
                Code.of(Signatory.State.class, row.getState()),
                row.getDone(),
                row.getDoneBy() == null ? null : new PersonId(row.getDoneBy()),
                row.getMeans() == null ? null : Code.of(Signatory.Means.class, row.getMeans()),
                row.getReason() == null ? "" : row.getReason());
    }

    private static @Nullable PartyId party(Record row, Field<UUID> field) {
        UUID id = row.get(field);
        return id == null ? null : new PartyId(id);
    }
}
