package org.fram.app.platform.api;

import org.fram.app.platform.access.Code;

/// What can go wrong, with the status that says so. `api.problemTitle.CODE` and `api.problemAdvice.CODE` are
/// its words.
enum ProblemKind implements Code {
    NOT_UNDERSTOOD(400),
    NO_TOKEN(401),
    UNKNOWN_TOKEN(401),
    EXPIRED_TOKEN(401),
    OUTSIDE_OF_SCOPE(403),
    PASSWORD_FIRST(403),
    NOT_ALLOWED(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    UNDER_WAY(409),
    OVERTAKEN(412),
    TOO_LARGE(413),
    MEDIA_TYPE(415),
    REFUSED(422),
    KEY_REUSED(422),
    VERSION_MISSING(428),
    TOO_MANY(429),
    FAULT(500);

    private final int status;

    ProblemKind(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }
}
