package org.fram.app.guests;

import java.time.InstantSource;
import org.fram.app.engagement.Room;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// The door to the guests on an engagement's home page.
@Component
class GuestsRoom implements Room {

    private final Authority authority;
    private final GuestLinks links;
    private final InstantSource clock;

    GuestsRoom(Authority authority, GuestLinks links, InstantSource clock) {
        this.authority = authority;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public boolean isOpenTo(Actor.Person person, EngagementId engagement) {
        return authority.may(person, Act.INVITE_GUESTS, engagement);
    }

    @Override
    public Stage stage() {
        return Stage.PEOPLE;
    }

    @Override
    public Text title() {
        return Text.of("guests.title");
    }

    @Override
    public Text state(Actor.Person person, EngagementId engagement) {
        var now = clock.instant();
        var all = links.of(engagement);
        long open = all.stream()
                .filter(link -> link.state(now) == GuestLink.State.OPEN)
                .count();
        return Text.of("guests.room.state", all.size(), open);
    }

    @Override
    public String path() {
        return "guests";
    }
}
