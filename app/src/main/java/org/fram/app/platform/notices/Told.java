package org.fram.app.platform.notices;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;

/// A notice as it lies in the database.
///
/// @param read when its reader read it, or null
record Told(
        UUID id,
        String kind,
        Text subject,
        List<Text> text,
        String path,
        @Nullable CalendarEvent event,
        Instant given,
        @Nullable Instant read) {}
