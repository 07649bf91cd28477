package org.fram.app.platform.access;

import static fram.schema.access.Tables.MEMBERSHIP;

import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Decides who may do what. Row security holds the same again, so that a forgotten question lets nothing
/// through.
///
/// It is asked within a transaction of the person it is asked about.
@Component
public class Authority {

    private final DSLContext database;

    Authority(DSLContext database) {
        this.database = database;
    }

    /// The person's membership in an engagement; empty where they have none, also where there is no such
    /// engagement.
    public Optional<Membership> membership(Actor.Person person, EngagementId engagement) {
        return database.select(MEMBERSHIP.PARTY_ID, MEMBERSHIP.ROLE)
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.ENGAGEMENT_ID.eq(engagement.value()))
                .and(MEMBERSHIP.PERSON_ID.eq(person.id().value()))
                .fetchOptional(row -> new Membership(
                        engagement,
                        new PartyId(row.get(MEMBERSHIP.PARTY_ID)),
                        person.id(),
                        Code.of(Role.class, row.get(MEMBERSHIP.ROLE))));
    }

    /// Whether the person may do that in the engagement.
    public boolean may(Actor.Person person, Act act, EngagementId engagement) {
        return membership(person, engagement).filter(member -> member.may(act)).isPresent();
    }

    /// Gives the person's membership where they may do that.
    ///
    /// @throws NotFoundException where they are no member, as to them there is no such engagement
    /// @throws NotAllowedException where they are, but may not
    public Membership require(Actor.Person person, Act act, EngagementId engagement) {
        var membership = membership(person, engagement).orElseThrow(NotFoundException::new);
        if (!membership.may(act)) {
            throw new NotAllowedException(act);
        }
        return membership;
    }
}
