package org.fram.app.sow;

import java.time.Instant;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.files.FileId;

/// A document that was brought in as a version of a statement of work.
///
/// @param ordinal 1 for the first
public record ImportedVersion(
        SowId sow, int ordinal, FileId file, String fileName, PersonId importedBy, Instant imported) {}
