package org.fram.app.sow.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.util.UUID;
import org.fram.app.sow.ImportedVersion;

/// A document that was brought in as a version of a statement of work.
record VersionJson(
        @JsonPropertyDescription("From 1; the highest is the newest.")
        int ordinal,

        @JsonPropertyDescription("The file of the engagement that it came from.")
        UUID file,

        String fileName,
        Instant broughtIn) {

    static VersionJson of(ImportedVersion version) {
        return new VersionJson(version.ordinal(), version.file().value(), version.fileName(), version.imported());
    }
}
