package org.fram.app.engagement.web;

import java.time.ZoneId;
import java.util.List;
import org.fram.app.engagement.Kind;
import org.fram.app.engagement.Side;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.TimeZones;

/// What the form for a new engagement shows.
///
/// @param refusal why the last attempt failed, or empty
public record CreatePage(
        String name, List<Choice> kinds, String party, List<Choice> sides, List<Choice> timeZones, String refusal) {

    static CreatePage empty(Frame frame) {
        return of(frame, "", Kind.TECHNOLOGY_PROJECT, "", Side.BUYER, ZoneId.of("UTC"), "");
    }

    static CreatePage of(
            Frame frame, String name, Kind kind, String party, Side side, ZoneId timeZone, String refusal) {
        return new CreatePage(
                name,
                Choice.of(Kind.class, "engagement.kind", kind, frame),
                party,
                Choice.of(Side.class, "engagement.side", side, frame),
                TimeZones.choices(timeZone),
                refusal);
    }
}
