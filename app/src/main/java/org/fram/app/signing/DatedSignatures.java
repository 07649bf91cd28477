package org.fram.app.signing;

import static java.util.stream.Collectors.toSet;

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

/// The last days on which documents can be signed that wait for signatures.
@Component
class DatedSignatures implements Dated {

    private static final Text REQUESTS = Text.of("signing.calendar.requests");

    private final SignatureRequests requests;
    private final Engagements engagements;
    private final InstantSource clock;

    DatedSignatures(SignatureRequests requests, Engagements engagements, InstantSource clock) {
        this.requests = requests;
        this.engagements = engagements;
        this.clock = clock;
    }

    @Override
    public Set<Text> kinds() {
        return Set.of(REQUESTS);
    }

    @Override
    public List<Entry> of(EngagementId engagement) {
        var zone = engagements.get(engagement).timeZone();
        return requests.of(engagement).stream()
                .filter(request -> request.state(clock.instant()) == SignatureRequest.State.OPEN)
                .map(request -> entry(request, zone))
                .toList();
    }

    private static Entry entry(SignatureRequest request, ZoneId zone) {
        return new Entry(
                "signature " + request.id(),
                REQUESTS,
                Text.of("signing.calendar.until"),
                request.title(),
                "signatures/" + request.id(),
                When.Days.on(LocalDate.ofInstant(request.expires().minusMillis(1), zone)),
                new Whose.People(request.signatories().stream()
                        .filter(one -> one.state() == Signatory.State.WAITING)
                        .map(Signatory::person)
                        .collect(toSet())),
                Standing.OPEN,
                request.asked());
    }
}
