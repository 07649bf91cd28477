package org.fram.app.sow.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.fram.app.sow.ImportedVersion;
import org.fram.app.sow.exchange.SowFile;

/// The words of a version.
record DocumentJson(
        int version,
        String fileName,

        @JsonPropertyDescription("In the order of the document.")
        List<SowFile.Clause> clauses) {

    static DocumentJson of(ImportedVersion version, List<SowFile.Clause> clauses) {
        return new DocumentJson(version.ordinal(), version.fileName(), clauses);
    }
}
