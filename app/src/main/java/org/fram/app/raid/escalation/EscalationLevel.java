package org.fram.app.raid.escalation;

import org.fram.app.raid.IssueKind;

/// A level to which issues of a kind go.
///
/// @param level from 1
/// @param days after the day by which the issue was to be settled
/// @param customer who takes it on the customer’s side, by name, e-mail address or role; may be empty
/// @param vendor the same on the vendor’s side
/// @param what they do, or empty
/// @param ours whether one’s own party alone sees it; what all see never goes there
public record EscalationLevel(
        IssueKind kind, int level, int days, String customer, String vendor, String what, boolean ours) {}
