package org.fram.app.signing;

import static fram.schema.access.Tables.MEMBERSHIP;
import static fram.schema.signing.Tables.AUTHORITY;
import static fram.schema.signing.Tables.DEPUTY;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.register.Money;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// What people may sign for their parties, and who signs in whose place. Is asked within a transaction.
@Component
public class SigningAuthorities {

    private final DSLContext database;
    private final InstantSource clock;

    SigningAuthorities(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// All of an engagement. One that a party gave does not go along with a person to another party.
    public List<SigningAuthority> of(EngagementId engagement) {
        return database.select(AUTHORITY.fields())
                .from(AUTHORITY)
                .join(MEMBERSHIP)
                .on(
                        MEMBERSHIP.ENGAGEMENT_ID.eq(AUTHORITY.ENGAGEMENT_ID),
                        MEMBERSHIP.PERSON_ID.eq(AUTHORITY.PERSON_ID),
                        MEMBERSHIP.PARTY_ID.eq(AUTHORITY.PARTY_ID))
                .where(AUTHORITY.ENGAGEMENT_ID.eq(engagement.value()))
                .orderBy(AUTHORITY.ID)
                .fetch(row -> new SigningAuthority(
                        row.get(AUTHORITY.ID),
                        new PartyId(row.get(AUTHORITY.PARTY_ID)),
                        new PersonId(row.get(AUTHORITY.PERSON_ID)),
                        Code.of(Matter.class, row.get(AUTHORITY.MATTER)),
                        Money.fromTable(row.get(AUTHORITY.UP_TO), row.get(AUTHORITY.CURRENCY))));
    }

    /// All deputies of an engagement, also those whose days have passed or are to come.
    public List<Deputy> deputies(EngagementId engagement) {
        return database.selectFrom(DEPUTY)
                .where(DEPUTY.ENGAGEMENT_ID.eq(engagement.value()))
                .orderBy(DEPUTY.FIRST_DAY, DEPUTY.ID)
                .fetch(row -> new Deputy(
                        row.getId(),
                        new PartyId(row.getPartyId()),
                        new PersonId(row.getPersonId()),
                        new PersonId(row.getDeputyId()),
                        row.getFirstDay(),
                        row.getLastDay()));
    }

    SigningAuthority get(EngagementId engagement, UUID id) {
        return of(engagement).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    Deputy deputy(EngagementId engagement, UUID id) {
        return deputies(engagement).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /// Keeps it in place of what the person could sign of the same kind before.
    void give(EngagementId engagement, SigningAuthority given, PersonId by) {
        var upTo = given.upTo();
        database.deleteFrom(AUTHORITY)
                .where(AUTHORITY.ENGAGEMENT_ID.eq(engagement.value()))
                .and(AUTHORITY.PERSON_ID.eq(given.person().value()))
                .and(AUTHORITY.MATTER.eq(given.matter().code()))
                .execute();
        database.insertInto(AUTHORITY)
                .set(AUTHORITY.ID, given.id())
                .set(AUTHORITY.ENGAGEMENT_ID, engagement.value())
                .set(AUTHORITY.PARTY_ID, given.party().value())
                .set(AUTHORITY.PERSON_ID, given.person().value())
                .set(AUTHORITY.MATTER, given.matter().code())
                .set(AUTHORITY.UP_TO, upTo == null ? null : upTo.amount())
                .set(AUTHORITY.CURRENCY, upTo == null ? null : upTo.currency().getCurrencyCode())
                .set(AUTHORITY.GIVEN_BY, by.value())
                .set(AUTHORITY.GIVEN, clock.instant())
                .execute();
    }

    void withdraw(UUID authority) {
        database.deleteFrom(AUTHORITY).where(AUTHORITY.ID.eq(authority)).execute();
    }

    void name(EngagementId engagement, Deputy deputy, PersonId by) {
        database.insertInto(DEPUTY)
                .set(DEPUTY.ID, deputy.id())
                .set(DEPUTY.ENGAGEMENT_ID, engagement.value())
                .set(DEPUTY.PARTY_ID, deputy.party().value())
                .set(DEPUTY.PERSON_ID, deputy.person().value())
                .set(DEPUTY.DEPUTY_ID, deputy.deputy().value())
                .set(DEPUTY.FIRST_DAY, deputy.first())
                .set(DEPUTY.LAST_DAY, deputy.last())
                .set(DEPUTY.NAMED_BY, by.value())
                .set(DEPUTY.NAMED, clock.instant())
                .execute();
    }

    void end(UUID deputy) {
        database.deleteFrom(DEPUTY).where(DEPUTY.ID.eq(deputy)).execute();
    }
}
