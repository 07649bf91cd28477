package org.fram.app.signing;

import static fram.schema.signing.Tables.ELSEWHERE;
import static fram.schema.signing.Tables.ELSEWHERE_SIGNATURE;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import fram.schema.signing.tables.records.ElsewhereSignatureRecord;
import java.util.List;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.files.FileId;
import org.fram.app.platform.register.Money;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Result;
import org.springframework.stereotype.Component;

/// What was signed elsewhere, as far as whoever asks may see it. Is asked within a transaction.
@Component
public class ElsewhereSignatures {

    private static final Field<Result<ElsewhereSignatureRecord>> SIGNATURES = multiset(
                    select(ELSEWHERE_SIGNATURE.fields())
                            .from(ELSEWHERE_SIGNATURE)
                            .where(ELSEWHERE_SIGNATURE.ELSEWHERE_ID.eq(ELSEWHERE.ID))
                            .orderBy(ELSEWHERE_SIGNATURE.POSITION))
            .as("signatures")
            .convertFrom(rows -> rows.into(ELSEWHERE_SIGNATURE));

    private final DSLContext database;

    ElsewhereSignatures(DSLContext database) {
        this.database = database;
    }

    /// All of an engagement, the newest first.
    public List<SignedElsewhere> of(EngagementId engagement) {
        return database.select(ELSEWHERE.fields())
                .select(SIGNATURES)
                .from(ELSEWHERE)
                .where(ELSEWHERE.ENGAGEMENT_ID.eq(engagement.value()))
                .orderBy(ELSEWHERE.RECORDED.desc(), ELSEWHERE.ID.desc())
                .fetch(row -> new SignedElsewhere(
                        row.get(ELSEWHERE.ID),
                        engagement,
                        row.get(ELSEWHERE.PRIVATE_TO) == null ? null : new PartyId(row.get(ELSEWHERE.PRIVATE_TO)),
                        row.get(ELSEWHERE.TITLE),
                        Code.of(Matter.class, row.get(ELSEWHERE.MATTER)),
                        Money.fromTable(row.get(ELSEWHERE.AMOUNT), row.get(ELSEWHERE.CURRENCY)),
                        Code.of(SignedElsewhere.Way.class, row.get(ELSEWHERE.WAY)),
                        new FileId(row.get(ELSEWHERE.FILE_ID)),
                        row.get(ELSEWHERE.SHA256),
                        new PersonId(row.get(ELSEWHERE.RECORDED_BY)),
                        row.get(ELSEWHERE.RECORDED),
                        row.get(SIGNATURES)
                                .map(one -> new SignedElsewhere.Signature(
                                        one.getName(), new PartyId(one.getPartyId()), one.getSignedOn()))));
    }

    void add(SignedElsewhere document) {
        var amount = document.amount();
        var privateTo =
                document.privateTo() == null ? null : document.privateTo().value();
        database.insertInto(ELSEWHERE)
                .set(ELSEWHERE.ID, document.id())
                .set(ELSEWHERE.ENGAGEMENT_ID, document.engagement().value())
                .set(ELSEWHERE.PRIVATE_TO, privateTo)
                .set(ELSEWHERE.TITLE, document.title())
                .set(ELSEWHERE.MATTER, document.matter().code())
                .set(ELSEWHERE.AMOUNT, amount == null ? null : amount.amount())
                .set(
                        ELSEWHERE.CURRENCY,
                        amount == null ? null : amount.currency().getCurrencyCode())
                .set(ELSEWHERE.WAY, document.way().code())
                .set(ELSEWHERE.FILE_ID, document.file().value())
                .set(ELSEWHERE.SHA256, document.sha256())
                .set(ELSEWHERE.RECORDED_BY, document.recordedBy().value())
                .set(ELSEWHERE.RECORDED, document.recorded())
                .execute();
        int position = 1;
        for (var signature : document.signatures()) {
            database.insertInto(ELSEWHERE_SIGNATURE)
                    .set(ELSEWHERE_SIGNATURE.ID, Ids.next())
                    .set(
                            ELSEWHERE_SIGNATURE.ENGAGEMENT_ID,
                            document.engagement().value())
                    .set(ELSEWHERE_SIGNATURE.PRIVATE_TO, privateTo)
                    .set(ELSEWHERE_SIGNATURE.ELSEWHERE_ID, document.id())
                    .set(ELSEWHERE_SIGNATURE.POSITION, position++)
                    .set(ELSEWHERE_SIGNATURE.NAME, signature.name())
                    .set(ELSEWHERE_SIGNATURE.PARTY_ID, signature.party().value())
                    .set(ELSEWHERE_SIGNATURE.SIGNED_ON, signature.signedOn())
                    .execute();
        }
    }
}
