package org.fram.app.engagement;

import static fram.schema.access.Tables.MEMBERSHIP;
import static fram.schema.engagement.Tables.HELD_ROLE;
import static fram.schema.identity.Tables.PERSON;
import static java.util.stream.Collectors.toCollection;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Membership;
import org.fram.app.platform.access.Memberships;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Role;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// The people of an engagement. Is asked within a transaction.
@Component
public class Members {

    private final DSLContext database;
    private final Memberships memberships;

    Members(DSLContext database, Memberships memberships) {
        this.database = database;
        this.memberships = memberships;
    }

    /// Everyone of an engagement, by name.
    public List<Member> of(EngagementId engagement) {
        var does = database.select(HELD_ROLE.PERSON_ID, HELD_ROLE.ROLE)
                .from(HELD_ROLE)
                .where(HELD_ROLE.ENGAGEMENT_ID.eq(engagement.value()))
                .fetchGroups(HELD_ROLE.PERSON_ID, row -> Code.of(ProjectRole.class, row.value2()));
        return database.select(PERSON.ID, PERSON.NAME, PERSON.EMAIL, MEMBERSHIP.PARTY_ID, MEMBERSHIP.ROLE)
                .from(MEMBERSHIP)
                .join(PERSON)
                .on(PERSON.ID.eq(MEMBERSHIP.PERSON_ID))
                .where(MEMBERSHIP.ENGAGEMENT_ID.eq(engagement.value()))
                .orderBy(PERSON.NAME, PERSON.EMAIL)
                .fetch(row -> new Member(
                        new PersonId(row.get(PERSON.ID)),
                        row.get(PERSON.NAME),
                        row.get(PERSON.EMAIL),
                        new PartyId(row.get(MEMBERSHIP.PARTY_ID)),
                        Code.of(Role.class, row.get(MEMBERSHIP.ROLE)),
                        does.getOrDefault(row.get(PERSON.ID), List.of()).stream()
                                .collect(toCollection(() -> EnumSet.noneOf(ProjectRole.class)))));
    }

    /// Somebody of an engagement; empty where they are no member.
    public Optional<Member> find(EngagementId engagement, PersonId person) {
        return of(engagement).stream()
                .filter(member -> member.person().equals(person))
                .findFirst();
    }

    void add(Membership membership, Set<ProjectRole> does) {
        memberships.add(membership);
        hold(membership.engagement(), membership.person(), does);
    }

    void change(Membership membership, Set<ProjectRole> does) {
        memberships.change(membership);
        holdNothing(membership.engagement(), membership.person());
        hold(membership.engagement(), membership.person(), does);
    }

    void remove(EngagementId engagement, PersonId person) {
        holdNothing(engagement, person);
        memberships.remove(engagement, person);
    }

    private void hold(EngagementId engagement, PersonId person, Set<ProjectRole> does) {
        for (var role : does) {
            database.insertInto(HELD_ROLE, HELD_ROLE.ENGAGEMENT_ID, HELD_ROLE.PERSON_ID, HELD_ROLE.ROLE)
                    .values(engagement.value(), person.value(), role.code())
                    .execute();
        }
    }

    private void holdNothing(EngagementId engagement, PersonId person) {
        database.deleteFrom(HELD_ROLE)
                .where(HELD_ROLE.ENGAGEMENT_ID.eq(engagement.value()))
                .and(HELD_ROLE.PERSON_ID.eq(person.value()))
                .execute();
    }
}
