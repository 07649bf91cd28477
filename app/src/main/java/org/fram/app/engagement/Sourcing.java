package org.fram.app.engagement;

import org.fram.app.platform.access.Code;

/// Where the technology runs, which moves responsibilities.
public enum Sourcing implements Code {
    ON_PREMISES,
    HOSTED,
    CLOUD
}
