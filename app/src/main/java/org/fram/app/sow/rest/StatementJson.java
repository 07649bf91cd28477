package org.fram.app.sow.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.UUID;
import org.fram.app.sow.StatementOfWork;

/// A statement of work.
record StatementJson(
        UUID id,
        @JsonPropertyDescription("How often it was stored.") int version,
        String title,

        @JsonPropertyDescription("mine where the own party alone sees it, or else all")
        String seenBy) {

    static StatementJson of(StatementOfWork statement) {
        return new StatementJson(
                statement.id().value(),
                statement.version(),
                statement.title(),
                statement.privateTo() == null ? "all" : "mine");
    }
}
