package org.fram.app.platform.access;

/// What can be done in an engagement, and the least role that may. Here, and nowhere else, it is written
/// down.
public enum Act {
    /// Looking at the engagement.
    SEE(Role.VIEWER),
    /// Adding to, changing and removing what the engagement's pages hold.
    CONTRIBUTE(Role.CONTRIBUTOR),
    /// Deciding to live with a finding, or that a practice does not apply.
    WAIVE(Role.MANAGER),
    /// Changing the engagement itself: its name, parties, sites, sourcing strategy.
    SHAPE(Role.MANAGER),
    /// Keeping the dates of the plan as what is agreed.
    SET_BASELINE(Role.MANAGER),
    /// Accepting how likely the target go-live date is.
    ACCEPT_DATE(Role.MANAGER),
    /// Asking people for signatures, and keeping what was signed elsewhere.
    ASK_FOR_SIGNATURES(Role.MANAGER),
    /// Entering a decision in the ledger as one that binds.
    RECORD_DECISION(Role.MANAGER),
    /// Keeping a status report and sending it, and seeing an area of it otherwise than its rule.
    REPORT_STATUS(Role.MANAGER),
    /// Giving somebody without an account a link to one document or one question.
    INVITE_GUESTS(Role.MANAGER),
    /// Saying what people of one's own party may sign, and who signs in whose place.
    GIVE_AUTHORITY(Role.MANAGER),
    /// Saying who belongs to one's own party and in which role.
    MANAGE_OWN_PEOPLE(Role.MANAGER),
    /// Saying who belongs to any party, and who owns the engagement.
    MANAGE_ALL_PEOPLE(Role.OWNER);

    private final Role least;

    Act(Role least) {
        this.least = least;
    }

    /// The least role that may do it.
    public Role least() {
        return least;
    }
}
