package org.fram.app.engagement.web;

import java.util.ArrayList;
import java.util.List;
import org.fram.app.engagement.Engagement;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.engagement.Party;
import org.fram.app.engagement.Site;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Pair;

/// What the home page of an engagement shows.
///
/// @param lists that other modules keep
/// @param doors to the rooms, in the order of the lifecycle
public record HomePage(
        EngagementHead head,
        String summary,
        List<Pair> terms,
        List<Pair> parties,
        List<Pair> sites,
        List<Listed> lists,
        List<Door> doors) {

    /// A list of another module.
    public record Listed(String title, List<Pair> lines) {}

    /// The way to a room.
    public record Door(String address, String title, String state) {}

    static HomePage of(
            Frame frame,
            EngagementHead head,
            Engagement engagement,
            List<Party> parties,
            List<Site> sites,
            List<Listed> lists,
            List<Door> doors) {
        return new HomePage(
                head,
                engagement.summary(),
                terms(frame, engagement),
                parties.stream()
                        .map(party -> new Pair(
                                party.name(),
                                frame.text("engagement.side." + party.side().code())))
                        .toList(),
                sites.stream()
                        .map(site -> new Pair(site.name(), of(frame, site)))
                        .toList(),
                lists,
                doors);
    }

    private static List<Pair> terms(Frame frame, Engagement engagement) {
        var terms = new ArrayList<Pair>();
        terms.add(new Pair(
                frame.text("engagement.kind"),
                frame.text("engagement.kind." + engagement.kind().code())));
        var sourcing = engagement.sourcing();
        terms.add(new Pair(
                frame.text("engagement.sourcing"),
                frame.text("engagement.sourcing." + (sourcing == null ? "open" : sourcing.code()))));
        var seats = engagement.seats();
        if (seats != null) {
            terms.add(new Pair(frame.text("engagement.seats"), frame.text("engagement.number", seats)));
        }
        var peakSeats = engagement.peakSeats();
        if (peakSeats != null) {
            terms.add(new Pair(frame.text("engagement.peakSeats"), frame.text("engagement.number", peakSeats)));
        }
        var targetGoLive = engagement.targetGoLive();
        if (targetGoLive != null) {
            terms.add(new Pair(frame.text("engagement.targetGoLive"), frame.date(targetGoLive)));
        }
        return terms;
    }

    private static String of(Frame frame, Site site) {
        var seats = site.seats();
        return seats == null
                ? site.timeZone().getId()
                : frame.text(
                        "engagement.site.seatsAndZone", seats, site.timeZone().getId());
    }
}
