package org.fram.app.plan;

import org.fram.app.platform.access.Code;

/// The kind of work that an activity is.
public enum Area implements Code {
    REQUIREMENTS_AND_DESIGN,
    CONFIGURATION,
    DEVELOPMENT,
    INTEGRATION,
    HARDWARE,
    NETWORK_CONNECTIVITY,
    NETWORK_SERVICES,
    TESTING,
    TRAINING,
    CUTOVER,
    ACCEPTANCE,
    POST_IMPLEMENTATION_SERVICES,
    PROJECT_MANAGEMENT,
    OTHER
}
