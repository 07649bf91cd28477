package org.fram.app.engagement;

import static fram.schema.access.Tables.MEMBERSHIP;
import static fram.schema.engagement.Tables.HELD_ROLE;
import static fram.schema.identity.Tables.PERSON;
import static java.util.stream.Collectors.toCollection;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Membership;
import org.fram.app.platform.access.Memberships;
import org.fram.app.platform.access.PartyId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.ReadOnce;
import org.fram.app.platform.access.Role;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
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
        return ReadOnce.of(
                Member.class, engagement, () -> read(List.of(engagement)).getOrDefault(engagement, List.of()));
    }

    /// Somebody, in those of some engagements of which they are a member.
    public Map<EngagementId, Member> in(List<EngagementId> engagements, PersonId person) {
        var everyone = read(engagements);
        everyone.forEach((engagement, people) -> ReadOnce.keep(Member.class, engagement, people));
        var found = new HashMap<EngagementId, Member>();
        everyone.forEach((engagement, people) -> people.stream()
                .filter(member -> member.person().equals(person))
                .forEach(member -> found.put(engagement, member)));
        return found;
    }

    private Map<EngagementId, List<Member>> read(List<EngagementId> engagements) {
        UUID[] ids = engagements.stream().map(EngagementId::value).toArray(UUID[]::new);
        record Held(UUID engagement, UUID person) {}
        var does = database.select(HELD_ROLE.ENGAGEMENT_ID, HELD_ROLE.PERSON_ID, HELD_ROLE.ROLE)
                .from(HELD_ROLE)
                .where(HELD_ROLE.ENGAGEMENT_ID.eq(DSL.any(ids)))
                .fetchGroups(
                        row -> new Held(row.value1(), row.value2()), row -> Code.of(ProjectRole.class, row.value3()));
        return database.select(
                        MEMBERSHIP.ENGAGEMENT_ID,
                        PERSON.ID,
                        PERSON.NAME,
                        PERSON.EMAIL,
                        MEMBERSHIP.PARTY_ID,
                        MEMBERSHIP.ROLE)
                .from(MEMBERSHIP)
                .join(PERSON)
                .on(PERSON.ID.eq(MEMBERSHIP.PERSON_ID))
                .where(MEMBERSHIP.ENGAGEMENT_ID.eq(DSL.any(ids)))
                .orderBy(PERSON.NAME, PERSON.EMAIL)
                .fetchGroups(
                        row -> new EngagementId(row.get(MEMBERSHIP.ENGAGEMENT_ID)),
                        row -> new Member(
                                new PersonId(row.get(PERSON.ID)),
                                row.get(PERSON.NAME),
                                row.get(PERSON.EMAIL),
                                new PartyId(row.get(MEMBERSHIP.PARTY_ID)),
                                Code.of(Role.class, row.get(MEMBERSHIP.ROLE)),
                                does
                                        .getOrDefault(
                                                new Held(row.get(MEMBERSHIP.ENGAGEMENT_ID), row.get(PERSON.ID)),
                                                List.of())
                                        .stream()
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
