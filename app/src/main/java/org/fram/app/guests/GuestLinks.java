package org.fram.app.guests;

import static fram.schema.guests.Tables.LINK;

import fram.schema.guests.tables.records.LinkRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.files.FileId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// The links of guests, as far as whoever asks may see them. Is asked within a transaction.
@Component
public class GuestLinks {

    private final DSLContext database;

    GuestLinks(DSLContext database) {
        this.database = database;
    }

    /// All of an engagement, the newest first.
    public List<GuestLink> of(EngagementId engagement) {
        return database.selectFrom(LINK)
                .where(LINK.ENGAGEMENT_ID.eq(engagement.value()))
                .orderBy(LINK.MADE.desc(), LINK.ID.desc())
                .fetch(GuestLinks::link);
    }

    GuestLink get(UUID id) {
        return database.selectFrom(LINK)
                .where(LINK.ID.eq(id))
                .fetchOptional(GuestLinks::link)
                .orElseThrow(NotFoundException::new);
    }

    Optional<GuestLink> find(String tokenHash) {
        return database.selectFrom(LINK).where(LINK.TOKEN_HASH.eq(tokenHash)).fetchOptional(GuestLinks::link);
    }

    void add(GuestLink link, String tokenHash) {
        var privateTo = link.privateTo();
        var file = link.file();
        database.insertInto(LINK)
                .set(LINK.ID, link.id())
                .set(LINK.ENGAGEMENT_ID, link.engagement().value())
                .set(LINK.PRIVATE_TO, privateTo == null ? null : privateTo.value())
                .set(LINK.EMAIL, link.email())
                .set(LINK.NAME, link.name())
                .set(LINK.TOKEN_HASH, tokenHash)
                .set(LINK.FILE_ID, file == null ? null : file.value())
                .set(LINK.QUESTION, link.question().isEmpty() ? null : link.question())
                .set(LINK.EXPIRES, link.expires())
                .set(LINK.MADE_BY, link.madeBy().value())
                .set(LINK.MADE, link.made())
                .execute();
    }

    /// Takes it back.
    ///
    /// @return whether nobody had revoked it before
    boolean revoke(UUID id, Instant now) {
        return database.update(LINK)
                        .set(LINK.REVOKED, now)
                        .where(LINK.ID.eq(id))
                        .and(LINK.REVOKED.isNull())
                        .execute()
                == 1;
    }

    void use(UUID id, Instant now) {
        database.update(LINK)
                .set(LINK.USES, LINK.USES.plus(1))
                .set(LINK.LAST_USED, now)
                .where(LINK.ID.eq(id))
                .execute();
    }

    /// Writes the answer down.
    ///
    /// @return whether there was none before
    boolean answer(UUID id, String answer, Instant now) {
        return database.update(LINK)
                        .set(LINK.ANSWER, answer)
                        .set(LINK.ANSWERED, now)
                        .where(LINK.ID.eq(id))
                        .and(LINK.ANSWER.isNull())
                        .execute()
                == 1;
    }

    private static GuestLink link(LinkRecord row) {
        return new GuestLink(
                row.getId(),
                new EngagementId(row.getEngagementId()),
                row.getPrivateTo() == null ? null : new PartyId(row.getPrivateTo()),
                row.getEmail(),
                row.getName(),
                row.getFileId() == null ? null : new FileId(row.getFileId()),
                row.getQuestion() == null ? "" : row.getQuestion(),
                row.getAnswer() == null ? "" : row.getAnswer(),
                row.getExpires(),
                row.getRevoked(),
                new PersonId(row.getMadeBy()),
                row.getMade(),
                row.getUses(),
                row.getLastUsed());
    }
}
