package org.fram.app.engagement.web;

import java.util.List;
import org.fram.app.engagement.Engagement;
import org.fram.app.engagement.Party;
import org.fram.app.engagement.Room;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.pages.Frame;

/// What the home page of an engagement shows.
public record HomePage(
        String address, String name, String kind, String summary, List<String> parties, List<Door> doors) {

    /// The way to a room.
    public record Door(String address, String title, String state) {}

    static HomePage of(Frame frame, Actor.Person me, Engagement engagement, List<Party> parties, List<Room> rooms) {
        String address = "/engagements/" + engagement.id();
        return new HomePage(
                address,
                engagement.name(),
                frame.text("engagement.kind." + engagement.kind().code()),
                engagement.summary(),
                parties.stream()
                        .map(party -> frame.text(
                                "engagement.party.withSide",
                                party.name(),
                                frame.text("engagement.side." + party.side().code())))
                        .toList(),
                rooms.stream()
                        .map(room -> new Door(
                                address + "/" + room.path(),
                                frame.text(room.title()),
                                frame.text(room.state(me, engagement.id()))))
                        .toList());
    }
}
