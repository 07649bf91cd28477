package org.fram.review;

/// What a statement of work is for; practices ask for different things.
public enum EngagementKind {
    /// Technology is bought, built, moved or upgraded.
    TECHNOLOGY,
    /// Contacts are handled by somebody else's people.
    OUTSOURCING
}
