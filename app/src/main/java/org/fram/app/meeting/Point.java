package org.fram.app.meeting;

import org.fram.app.platform.access.Code;

/// A point of an agenda.
///
/// @param key the same as long as it is about the same
/// @param title empty for the last one, which each meeting has
/// @param path of the page of what it is about, below the engagement's address; empty where there is
/// none
/// @param removed whether somebody took it off
public record Point(String key, Origin origin, String title, String path, boolean removed) {

    /// The one that each meeting has, at its end.
    public static final String GENERAL = "general";

    /// Where it comes from, in the order of the agenda.
    public enum Origin implements Code {
        /// It is on the agenda of each.
        STANDING,
        /// Somebody put it on this one.
        ADDED,
        /// What the last meeting left to do, and is not done.
        FOLLOWED_UP,
        /// What is not as it should be, by the last status report that was kept.
        REPORTED,
        /// To be decided.
        DECISION,
        /// Overdue, or due until the next meeting.
        DUE,
        /// A risk whose trigger fires, or that is to be looked at again.
        RISK,
        /// What belongs nowhere else.
        GENERAL
    }
}
