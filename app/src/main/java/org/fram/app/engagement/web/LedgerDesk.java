package org.fram.app.engagement.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fram.app.engagement.Engagements;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.identity.People;
import org.fram.app.platform.identity.Person;
import org.fram.app.platform.ledger.Recorded;
import org.fram.app.platform.pages.Frame;
import org.fram.app.platform.pages.Pair;
import org.springframework.stereotype.Component;

/// Puts the ledger into words: the ledger itself knows ids only. Is asked within a transaction of whoever looks.
@Component
class LedgerDesk {

    /// Names of what is said about an entry whose values are people.
    private static final Set<String> PEOPLE = Set.of("person", "deputy", "inPlaceOf", "successor");

    /// Names whose values are codes, with the first part of the keys of their words.
    private static final Map<String, String> CODES =
            Map.of("matter", "signing.matter.", "way", "signing.way.", "role", "access.role.");

    /// Kinds of what guests do.
    private static final Set<String> GUESTS = Set.of("guest-looked", "guest-read", "guest-answered");

    private static final String PARTY = "party";

    private final Engagements engagements;
    private final People people;

    LedgerDesk(Engagements engagements, People people) {
        this.engagements = engagements;
        this.people = people;
    }

    List<LedgerPage.Line> lines(Frame frame, EngagementId engagement, List<Recorded> entries) {
        var zone = engagements.get(engagement).timeZone();
        var names = new HashMap<UUID, String>();
        engagements.parties(engagement).forEach(party -> names.put(party.id().value(), party.name()));
        return entries.stream()
                .map(entry -> {
                    var details = entry.details();
                    String time = frame.time(entry.entry().time(), zone);
                    return details == null
                            ? new LedgerPage.Line(
                                    entry.entry().number(),
                                    time,
                                    frame.text("ledger.closed"),
                                    "",
                                    false,
                                    List.of(),
                                    entry.hash())
                            : new LedgerPage.Line(
                                    entry.entry().number(),
                                    time,
                                    frame.text("ledger.deed." + details.kind()),
                                    by(frame, names, details),
                                    details.privately(),
                                    what(frame, names, details.what()),
                                    entry.hash());
                })
                .toList();
    }

    /// A guest has no name here: it stands beside their link.
    private String by(Frame frame, Map<UUID, String> names, Recorded.Details details) {
        return GUESTS.contains(details.kind())
                ? frame.text("ledger.guest")
                : person(frame, names, details.by().value());
    }

    private List<Pair> what(Frame frame, Map<UUID, String> names, Map<String, String> what) {
        return what.entrySet().stream()
                .map(one -> new Pair(
                        frame.text("ledger.what." + one.getKey()), what(frame, names, one.getKey(), one.getValue())))
                .toList();
    }

    private String what(Frame frame, Map<UUID, String> names, String name, String value) {
        if (PEOPLE.contains(name)) {
            return person(frame, names, UUID.fromString(value));
        }
        if (name.equals(PARTY)) {
            return names.getOrDefault(UUID.fromString(value), frame.text("ledger.unknown"));
        }
        String words = CODES.get(name);
        return words == null ? value : frame.text(words + value);
    }

    private String person(Frame frame, Map<UUID, String> names, UUID id) {
        return names.computeIfAbsent(
                id, _ -> people.find(new PersonId(id)).map(Person::name).orElseGet(() -> frame.text("ledger.unknown")));
    }
}
