package org.fram.app.engagement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Link;
import org.fram.app.platform.pages.Ways;
import org.fram.app.platform.texts.Text;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/// Makes what is above each page of an engagement. Pages of all modules wrap themselves in
/// `layout.engagement` with it.
@Component
public class EngagementHeads {

    private final Authority authority;
    private final Engagements engagements;
    private final SingletonSupplier<List<Room>> rooms;
    private final ObjectProvider<Shortcut> shortcuts;

    /// Rooms stand on engagements, so they are asked for when the first page is.
    EngagementHeads(
            Authority authority,
            Engagements engagements,
            ObjectProvider<Room> rooms,
            ObjectProvider<Shortcut> shortcuts) {
        this.authority = authority;
        this.engagements = engagements;
        this.shortcuts = shortcuts;
        this.rooms = SingletonSupplier.of(() -> rooms.stream()
                .sorted(Comparator.comparing(Room::stage)
                        .thenComparing(room -> room instanceof RegisterRoom)
                        .thenComparing(Room::path))
                .toList());
    }

    /// The head for somebody who may see the engagement. Is asked within a transaction of theirs.
    ///
    /// @throws NotFoundException where they may not
    public EngagementHead of(Frame frame, Actor.Person me, EngagementId id) {
        return of(frame, me, id, "");
    }

    /// The same for a page that belongs to a room and has its address elsewhere.
    ///
    /// @param within the path of the room, or empty where addresses say it
    public EngagementHead of(Frame frame, Actor.Person me, EngagementId id, String within) {
        var mine = authority.require(me, Act.SEE, id);
        String address = address(id);
        var ways = new ArrayList<Ways>();
        ways.add(new Ways(
                "",
                List.of(new Link(
                        address,
                        frame.text("engagement.home.title"),
                        frame.path().equals(address)))));
        for (Stage stage : Stage.values()) {
            var links = rooms().stream()
                    .filter(room -> room.stage() == stage && room.isOpenTo(me, id))
                    .map(room -> new Link(
                            address + "/" + room.path(),
                            frame.text(room.title()),
                            frame.at(address + "/" + room.path()) || room.path().equals(within)))
                    .toList();
            if (!links.isEmpty()) {
                ways.add(new Ways(frame.text("engagement.stage." + stage.code()), links));
            }
        }
        var itself = new ArrayList<>(List.of(
                link(frame, address + "/people", Text.of("engagement.people.title")),
                link(frame, address + "/setup", Text.of("engagement.setup.title")),
                link(frame, address + "/ledger", Text.of("ledger.title"))));
        if (mine.may(Act.MANAGE_OWN_PEOPLE)) {
            itself.add(link(frame, address + "/webhooks", Text.of("webhooks.title")));
        }
        ways.add(new Ways(frame.text("engagement.itself.title"), itself));
        return new EngagementHead(
                address,
                engagements.get(id).name(),
                ways,
                shortcuts.stream()
                        .flatMap(shortcut -> shortcut.of(frame, me, mine, id).stream())
                        .toList());
    }

    /// The rooms of all modules, in the order of the lifecycle.
    public List<Room> rooms() {
        return rooms.obtain();
    }

    /// The address of an engagement's home page.
    public static String address(EngagementId id) {
        return "/engagements/" + id;
    }

    private static Link link(Frame frame, String address, Text title) {
        return new Link(address, frame.text(title), frame.at(address));
    }
}
