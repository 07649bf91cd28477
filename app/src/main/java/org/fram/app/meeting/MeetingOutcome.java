package org.fram.app.meeting;

import org.fram.app.platform.texts.Text;

/// What came of an act on meetings.
public sealed interface MeetingOutcome {

    /// It is done.
    ///
    /// @param series as people call it
    record Done(String series) implements MeetingOutcome {}

    record Refused(Text reason) implements MeetingOutcome {}
}
