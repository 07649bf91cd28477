package org.fram.app.engagement.web;

import java.util.List;
import java.util.stream.Stream;
import org.fram.app.engagement.Engagement;
import org.fram.app.engagement.EngagementHead;
import org.fram.app.engagement.HomeList;
import org.fram.app.engagement.Kind;
import org.fram.app.engagement.Party;
import org.fram.app.engagement.Side;
import org.fram.app.engagement.Site;
import org.fram.app.engagement.Sourcing;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Membership;
import org.fram.app.platform.pages.Choice;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Pair;
import org.fram.app.platform.pages.TimeZones;
import org.jspecify.annotations.Nullable;

/// What the page shows on which an engagement is described: its terms, parties and sites.
///
/// @param shapes whether the reader changes terms, parties and sites
/// @param elsewhere the ways to what else says what it is, and is kept there
/// @param refusal why the last attempt failed, or empty
public record SetupPage(
        EngagementHead head,
        boolean shapes,
        TermsForm terms,
        List<PartyLine> parties,
        List<Choice> sides,
        List<Item> sites,
        List<Choice> timeZones,
        List<Link> elsewhere,
        String refusal) {

    /// The fields of the terms, as text.
    public record TermsForm(
            String name,
            List<Choice> kinds,
            String summary,
            List<Choice> sourcings,
            String seats,
            String peakSeats,
            String targetGoLive,
            List<Choice> timeZones,
            String version) {}

    /// A party.
    ///
    /// @param domains of its e-mail addresses, separated by commas
    /// @param address to change them, or empty where that is not the reader's to do
    public record PartyLine(String name, String side, String domains, String address) {}

    /// Something that can be removed.
    ///
    /// @param address of it
    public record Item(String address, String name, String value) {}

    static SetupPage of(
            Frame frame,
            EngagementHead head,
            Membership mine,
            Engagement engagement,
            List<Party> parties,
            List<Site> sites,
            List<HomeList> lists,
            String refusal) {
        var home = HomePage.of(frame, head, engagement, parties, sites, List.of(), List.of());
        return new SetupPage(
                head,
                mine.may(Act.SHAPE),
                terms(frame, engagement),
                parties.stream()
                        .map(party -> new PartyLine(
                                party.name(),
                                frame.text("engagement.side." + party.side().code()),
                                String.join(", ", party.domains()),
                                mine.may(Act.SHAPE) && mine.mayManagePeopleOf(party.id())
                                        ? head.address() + "/setup/parties/" + party.id() + "/domains"
                                        : ""))
                        .toList(),
                Choice.of(Side.class, "engagement.side", Side.VENDOR, frame),
                items(head.address() + "/setup/sites/", sites.stream().map(Site::id), home.sites()),
                TimeZones.choices(engagement.timeZone()),
                lists.stream()
                        .map(list -> Link.to(head.address() + "/" + list.path(), frame.text(list.title())))
                        .toList(),
                refusal);
    }

    private static List<Item> items(String address, Stream<?> ids, List<Pair> lines) {
        var addresses = ids.map(id -> address + id).iterator();
        return lines.stream()
                .map(line -> new Item(addresses.next(), line.name(), line.value()))
                .toList();
    }

    private static TermsForm terms(Frame frame, Engagement engagement) {
        var targetGoLive = engagement.targetGoLive();
        return new TermsForm(
                engagement.name(),
                Choice.of(Kind.class, "engagement.kind", engagement.kind(), frame),
                engagement.summary(),
                Stream.concat(
                                Stream.of(new Choice(
                                        "", frame.text("engagement.sourcing.open"), engagement.sourcing() == null)),
                                Choice.of(Sourcing.class, "engagement.sourcing", engagement.sourcing(), frame).stream())
                        .toList(),
                number(engagement.seats()),
                number(engagement.peakSeats()),
                targetGoLive == null ? "" : targetGoLive.toString(),
                TimeZones.choices(engagement.timeZone()),
                String.valueOf(engagement.version()));
    }

    private static String number(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }
}
