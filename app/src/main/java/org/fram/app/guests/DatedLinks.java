package org.fram.app.guests;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.fram.app.engagement.Dated;
import org.fram.app.engagement.Engagements;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// The last days of links by which somebody was asked and has not answered: of whoever asks.
@Component
class DatedLinks implements Dated {

    private static final Text LINKS = Text.of("guests.calendar.links");

    private final GuestLinks links;
    private final Engagements engagements;
    private final InstantSource clock;

    DatedLinks(GuestLinks links, Engagements engagements, InstantSource clock) {
        this.links = links;
        this.engagements = engagements;
        this.clock = clock;
    }

    @Override
    public Set<Text> kinds() {
        return Set.of(LINKS);
    }

    @Override
    public List<Entry> of(EngagementId engagement) {
        var zone = engagements.get(engagement).timeZone();
        return links.of(engagement).stream()
                .filter(link -> link.state(clock.instant()) == GuestLink.State.OPEN)
                .map(link -> entry(link, zone))
                .toList();
    }

    private static Entry entry(GuestLink link, ZoneId zone) {
        return new Entry(
                "link " + link.id(),
                LINKS,
                Text.of("guests.calendar.until"),
                link.name().isEmpty() ? link.email() : link.name(),
                "guests",
                When.Days.on(LocalDate.ofInstant(link.expires().minusMillis(1), zone)),
                new Whose.People(Set.of(link.madeBy())),
                Standing.FIXED,
                link.made());
    }
}
