package org.fram.app.engagement;

import org.fram.app.platform.access.Code;

/// What somebody does in an engagement. It says nothing of what they may do in Fram.
public enum ProjectRole implements Code {
    SPONSOR,
    STEERING_COMMITTEE,
    PROJECT_MANAGER,
    /// Keeps an eye on the whole for the customer.
    OVERSEER,
    DESIGN_ENGINEER,
    IT_LEAD,
    CONTACT_CENTER_LEAD,
    SUBJECT_MATTER_EXPERT,
    SUPER_USER,
    TRAINER,
    LEGAL,
    HUMAN_RESOURCES
}
