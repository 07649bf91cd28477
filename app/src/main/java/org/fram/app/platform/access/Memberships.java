package org.fram.app.platform.access;

import static fram.schema.access.Tables.MEMBERSHIP;

import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Who belongs to which party of an engagement. Is asked within a transaction.
@Component
public class Memberships {

    private final DSLContext database;

    Memberships(DSLContext database) {
        this.database = database;
    }

    /// Everyone who belongs to an engagement.
    public List<Membership> of(EngagementId engagement) {
        return database.selectFrom(MEMBERSHIP)
                .where(MEMBERSHIP.ENGAGEMENT_ID.eq(engagement.value()))
                .fetch(row -> new Membership(
                        engagement,
                        new PartyId(row.getPartyId()),
                        new PersonId(row.getPersonId()),
                        Code.of(Role.class, row.getRole())));
    }

    /// Everyone who belongs to any engagement, as far as whoever asks may know.
    public List<Membership> all() {
        return database.selectFrom(MEMBERSHIP)
                .orderBy(MEMBERSHIP.ENGAGEMENT_ID, MEMBERSHIP.PERSON_ID)
                .fetch(row -> new Membership(
                        new EngagementId(row.getEngagementId()),
                        new PartyId(row.getPartyId()),
                        new PersonId(row.getPersonId()),
                        Code.of(Role.class, row.getRole())));
    }

    /// Lets somebody belong to a party.
    public void add(Membership membership) {
        database.insertInto(MEMBERSHIP)
                .set(MEMBERSHIP.ID, Ids.next())
                .set(MEMBERSHIP.ENGAGEMENT_ID, membership.engagement().value())
                .set(MEMBERSHIP.PARTY_ID, membership.party().value())
                .set(MEMBERSHIP.PERSON_ID, membership.person().value())
                .set(MEMBERSHIP.ROLE, membership.role().code())
                .execute();
    }

    /// Gives somebody another party or role.
    ///
    /// @return whether they were a member
    public boolean change(Membership membership) {
        return database.update(MEMBERSHIP)
                        .set(MEMBERSHIP.PARTY_ID, membership.party().value())
                        .set(MEMBERSHIP.ROLE, membership.role().code())
                        .where(MEMBERSHIP.ENGAGEMENT_ID.eq(
                                membership.engagement().value()))
                        .and(MEMBERSHIP.PERSON_ID.eq(membership.person().value()))
                        .execute()
                == 1;
    }

    /// Ends a membership.
    ///
    /// @return whether there was one
    public boolean remove(EngagementId engagement, PersonId person) {
        return database.deleteFrom(MEMBERSHIP)
                        .where(MEMBERSHIP.ENGAGEMENT_ID.eq(engagement.value()))
                        .and(MEMBERSHIP.PERSON_ID.eq(person.value()))
                        .execute()
                == 1;
    }
}
