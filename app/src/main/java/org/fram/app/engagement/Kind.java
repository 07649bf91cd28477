package org.fram.app.engagement;

import org.fram.app.platform.access.Code;

/// What an engagement is.
public enum Kind implements Code {
    /// A contact center's technology is bought, built or moved.
    TECHNOLOGY_PROJECT,
    /// A contact center's service is given to somebody else.
    OUTSOURCED_SERVICE
}
