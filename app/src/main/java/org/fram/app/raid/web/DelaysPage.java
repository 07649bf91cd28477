package org.fram.app.raid.web;

import java.util.List;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.platform.pages.KeyFigure;

/// Who was waited for, how long and why, as evidence.
///
/// @param figures days by party, each day counted once
/// @param width of the picture, in its own units
/// @param months where months begin in the picture
public record DelaysPage(
        EngagementHead head, List<KeyFigure> figures, List<Party> parties, int width, List<Month> months) {

    /// A party that was waited for.
    public record Party(String name, String count, List<Line> lines) {}

    /// A delay.
    ///
    /// @param from where its bar begins in the picture, and how long it is
    /// @param change in which it was claimed, or empty
    public record Line(
            String ref,
            String address,
            String text,
            String when,
            String days,
            boolean open,
            int from,
            int length,
            String cause,
            String effect,
            String change) {}

    /// The begin of a month.
    public record Month(int at, String label) {}
}
