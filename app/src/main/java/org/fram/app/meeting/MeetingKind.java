package org.fram.app.meeting;

import org.fram.app.platform.access.Code;
import org.fram.facts.RaidFacts;
import org.jspecify.annotations.Nullable;

/// What a meeting is for.
public enum MeetingKind implements Code {
    /// Where both sides say how far they are: a check-in for which people meet.
    STATUS_MEETING(RaidFacts.MeetingKind.CHECK_IN),
    /// Questions by a link, for which nobody meets.
    CHECK_IN(RaidFacts.MeetingKind.CHECK_IN),
    BUSINESS_REVIEW(RaidFacts.MeetingKind.BUSINESS_REVIEW),
    STEERING_COMMITTEE(RaidFacts.MeetingKind.STEERING_COMMITTEE),
    WORKSHOP(null),
    OTHER(null);

    private final RaidFacts.@Nullable MeetingKind fact;

    MeetingKind(RaidFacts.@Nullable MeetingKind fact) {
        this.fact = fact;
    }

    /// As practices know it; null where none asks whether it was held.
    public RaidFacts.@Nullable MeetingKind fact() {
        return fact;
    }

    /// Whether how things stand is talked about there, and not only what is to be done.
    boolean looksAtReports() {
        return this == BUSINESS_REVIEW || this == STEERING_COMMITTEE;
    }

    /// Whether people meet.
    public boolean meets() {
        return this != CHECK_IN;
    }
}
