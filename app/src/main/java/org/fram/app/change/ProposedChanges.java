package org.fram.app.change;

import static fram.schema.change.Tables.ASSENT;
import static fram.schema.change.Tables.CHANGE_ORDER;
import static fram.schema.change.Tables.PROPOSED;
import static fram.schema.change.Tables.WORDING;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.register.Query;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Row;
import org.fram.app.platform.register.Rows;
import org.fram.app.signing.RequestId;
import org.fram.app.signing.SignatureRequest;
import org.fram.app.signing.SignatureRequests;
import org.fram.app.sow.SowId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The changes of engagements with what belongs to them, as far as whoever asks may see it. Is asked within a
/// transaction.
@Component
public class ProposedChanges {

    private final DSLContext database;
    private final Rows rows;
    private final Register register;
    private final SignatureRequests requests;

    ProposedChanges(DSLContext database, Rows rows, Register changesRegister, SignatureRequests requests) {
        this.database = database;
        this.rows = rows;
        this.register = changesRegister;
        this.requests = requests;
    }

    /// Those of an engagement, in the order of the register.
    public List<ProposedChange> of(EngagementId engagement) {
        Map<UUID, ProposedChange.Wording> wordings = new HashMap<>();
        database.selectFrom(WORDING)
                .where(WORDING.ENGAGEMENT_ID.eq(engagement.value()))
                .forEach(row -> wordings.put(
                        row.getChangeId(),
                        new ProposedChange.Wording(
                                new SowId(row.getSowId()), row.getFromOrdinal(), row.getToOrdinal())));
        return rows.all(register, engagement, Query.ALL).stream()
                .map(row -> new ProposedChange(row, wordings.get(row.id())))
                .toList();
    }

    /// The one with a number.
    ///
    /// @throws NotFoundException where there is none for whoever asks
    public ProposedChange get(EngagementId engagement, String ref) {
        return database.select(PROPOSED.ID)
                .from(PROPOSED)
                .where(PROPOSED.ENGAGEMENT_ID.eq(engagement.value()))
                .and(PROPOSED.REF.eq(ref))
                .and(PROPOSED.DELETION.isNull())
                .orderBy(PROPOSED.ID)
                .limit(1)
                .fetchOptional(PROPOSED.ID)
                .flatMap(id -> rows.find(register, engagement, id))
                .map(row -> new ProposedChange(row, wording(row)))
                .orElseThrow(NotFoundException::new);
    }

    private ProposedChange.@Nullable Wording wording(Row row) {
        return database.selectFrom(WORDING)
                .where(WORDING.CHANGE_ID.eq(row.id()))
                .fetchOne(found -> new ProposedChange.Wording(
                        new SowId(found.getSowId()), found.getFromOrdinal(), found.getToOrdinal()));
    }

    /// Says between which versions a change lies, or that it lies between none.
    void word(EngagementId engagement, UUID change, ProposedChange.@Nullable Wording wording) {
        database.deleteFrom(WORDING).where(WORDING.CHANGE_ID.eq(change)).execute();
        if (wording != null) {
            database.insertInto(WORDING)
                    .set(WORDING.CHANGE_ID, change)
                    .set(WORDING.ENGAGEMENT_ID, engagement.value())
                    .set(WORDING.SOW_ID, wording.sow().value())
                    .set(WORDING.FROM_ORDINAL, wording.from())
                    .set(WORDING.TO_ORDINAL, wording.to())
                    .execute();
        }
    }

    /// What parties agree to in a change, the earliest first.
    List<Assent> assents(UUID change) {
        return database.selectFrom(ASSENT)
                .where(ASSENT.CHANGE_ID.eq(change))
                .orderBy(ASSENT.GIVEN)
                .fetch(row -> new Assent(
                        new PartyId(row.getPartyId()),
                        row.getSha256(),
                        new PersonId(row.getGivenBy()),
                        row.getGiven()));
    }

    /// Keeps it in place of what the party agreed to before.
    void agree(EngagementId engagement, UUID change, Assent assent) {
        takeBack(change, assent.party());
        database.insertInto(ASSENT)
                .set(ASSENT.ID, Ids.next())
                .set(ASSENT.ENGAGEMENT_ID, engagement.value())
                .set(ASSENT.CHANGE_ID, change)
                .set(ASSENT.SHA256, assent.terms())
                .set(ASSENT.PARTY_ID, assent.party().value())
                .set(ASSENT.GIVEN_BY, assent.by().value())
                .set(ASSENT.GIVEN, assent.given())
                .execute();
    }

    void takeBack(UUID change, PartyId party) {
        database.deleteFrom(ASSENT)
                .where(ASSENT.CHANGE_ID.eq(change))
                .and(ASSENT.PARTY_ID.eq(party.value()))
                .execute();
    }

    /// All change orders of an engagement, the earliest first.
    public List<ChangeOrder> orders(EngagementId engagement) {
        Map<UUID, SignatureRequest> byId = new HashMap<>();
        requests.of(engagement).forEach(request -> byId.put(request.id().value(), request));
        var orders = new ArrayList<ChangeOrder>();
        database.selectFrom(CHANGE_ORDER)
                .where(CHANGE_ORDER.ENGAGEMENT_ID.eq(engagement.value()))
                .orderBy(CHANGE_ORDER.NUMBER)
                .forEach(row -> {
                    var request = byId.get(row.getRequestId());
                    if (request != null) {
                        orders.add(new ChangeOrder(row.getChangeId(), row.getNumber(), request));
                    }
                });
        return orders;
    }

    /// Keeps a change order under the next number that nobody has. Of two that want the same one, the
    /// second waits until the first is kept, and takes the next.
    void order(EngagementId engagement, UUID change, RequestId request) {
        int number = 1
                + database.select(DSL.max(CHANGE_ORDER.NUMBER))
                        .from(CHANGE_ORDER)
                        .where(CHANGE_ORDER.ENGAGEMENT_ID.eq(engagement.value()))
                        .fetchOptional(0, Integer.class)
                        .orElse(0);
        while (!keep(engagement, change, request, number)) {
            number++;
        }
    }

    /// Whether nobody had the number, not even one whose order nobody else sees.
    private boolean keep(EngagementId engagement, UUID change, RequestId request, int number) {
        return database.insertInto(CHANGE_ORDER)
                        .set(CHANGE_ORDER.REQUEST_ID, request.value())
                        .set(CHANGE_ORDER.ENGAGEMENT_ID, engagement.value())
                        .set(CHANGE_ORDER.CHANGE_ID, change)
                        .set(CHANGE_ORDER.NUMBER, number)
                        .onConflict(CHANGE_ORDER.ENGAGEMENT_ID, CHANGE_ORDER.NUMBER)
                        .doNothing()
                        .execute()
                == 1;
    }
}
