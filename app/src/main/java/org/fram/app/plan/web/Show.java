package org.fram.app.plan.web;

import org.fram.app.platform.access.Code;

/// Which activities a page shows.
public enum Show implements Code {
    ALL,
    /// Summaries and milestones.
    SUMMARIES,
    CRITICAL,
    /// What is not done.
    OPEN
}
