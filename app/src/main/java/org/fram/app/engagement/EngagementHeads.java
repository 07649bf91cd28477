package org.fram.app.engagement;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.fram.app.engagement.EngagementHead.Way;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.texts.Text;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Makes what is above each page of an engagement. Pages of all modules wrap themselves in
/// `layout.engagement` with it.
@Component
public class EngagementHeads {

    private final Authority authority;
    private final Engagements engagements;
    private final ObjectProvider<Room> rooms;

    /// Rooms stand on engagements, so they are asked for when a page is.
    EngagementHeads(Authority authority, Engagements engagements, ObjectProvider<Room> rooms) {
        this.authority = authority;
        this.engagements = engagements;
        this.rooms = rooms;
    }

    /// The head for somebody who may see the engagement. Is asked within a transaction of theirs.
    ///
    /// @throws NotFoundException where they may not
    public EngagementHead of(Frame frame, Actor.Person me, EngagementId id) {
        authority.require(me, Act.SEE, id);
        String address = address(id);
        var ways = Stream.of(
                        Stream.of(way(frame, address, Text.of("engagement.home.title"), true)),
                        rooms().stream().map(room -> way(frame, address + "/" + room.path(), room.title(), false)),
                        Stream.of(
                                way(frame, address + "/people", Text.of("engagement.people.title"), false),
                                way(frame, address + "/setup", Text.of("engagement.setup.title"), false)))
                .flatMap(stream -> stream)
                .toList();
        return new EngagementHead(address, engagements.get(id).name(), ways);
    }

    /// The rooms of all modules, in the order of the lifecycle.
    public List<Room> rooms() {
        return rooms.stream()
                .sorted(Comparator.comparing(Room::stage).thenComparing(Room::path))
                .toList();
    }

    /// The address of an engagement's home page.
    public static String address(EngagementId id) {
        return "/engagements/" + id;
    }

    private static Way way(Frame frame, String address, Text title, boolean exactly) {
        return new Way(address, frame.text(title), exactly ? frame.path().equals(address) : frame.at(address));
    }
}
