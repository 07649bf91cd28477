package org.fram.app.plan;

import org.fram.app.platform.access.Code;
import org.jspecify.annotations.Nullable;

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
    OTHER;

    /// What an activity is taken for until somebody says otherwise, by the kind of activity that the
    /// engine reads in its name; null where that tells nothing.
    static @Nullable Area ofKind(String kind) {
        return switch (kind) {
            case "circuit", "number port" -> NETWORK_SERVICES;
            case "hardware" -> HARDWARE;
            case "integration" -> INTEGRATION;
            case "acceptance test", "test" -> TESTING;
            case "training" -> TRAINING;
            case "configuration" -> CONFIGURATION;
            case "design" -> REQUIREMENTS_AND_DESIGN;
            default -> null;
        };
    }
}
