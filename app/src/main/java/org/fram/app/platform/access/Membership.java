package org.fram.app.platform.access;

/// That a person belongs to a party of an engagement, in a role.
public record Membership(EngagementId engagement, PartyId party, PersonId person, Role role) {

    /// Whether this role may do that.
    public boolean may(Act act) {
        return role.atLeast(act.least());
    }

    /// Whether this person says who belongs to a party.
    public boolean mayManagePeopleOf(PartyId other) {
        return may(Act.MANAGE_ALL_PEOPLE) || may(Act.MANAGE_OWN_PEOPLE) && party.equals(other);
    }
}
