package org.fram.app.engagement.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static final String PERSON = "person";
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
                                    person(frame, names, details.by().value()),
                                    details.privately(),
                                    what(frame, names, details.what()),
                                    entry.hash());
                })
                .toList();
    }

    private List<Pair> what(Frame frame, Map<UUID, String> names, Map<String, String> what) {
        return what.entrySet().stream()
                .map(one -> new Pair(
                        frame.text("ledger.what." + one.getKey()),
                        switch (one.getKey()) {
                            case PERSON -> person(frame, names, UUID.fromString(one.getValue()));
                            case PARTY ->
                                names.getOrDefault(UUID.fromString(one.getValue()), frame.text("ledger.unknown"));
                            default -> one.getValue();
                        }))
                .toList();
    }

    private String person(Frame frame, Map<UUID, String> names, UUID id) {
        return names.computeIfAbsent(
                id, _ -> people.find(new PersonId(id)).map(Person::name).orElseGet(() -> frame.text("ledger.unknown")));
    }
}
