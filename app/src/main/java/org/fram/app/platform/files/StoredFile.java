package org.fram.app.platform.files;

import java.time.Instant;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PersonId;

/// A file that somebody put into an engagement.
///
/// @param name without folders
public record StoredFile(
        FileId id, EngagementId engagement, String name, Content content, PersonId storedBy, Instant stored) {}
