package org.fram.app.signing;

import java.time.InstantSource;
import java.util.List;
import org.fram.app.engagement.Duties;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// The signatures that somebody has not given yet. Who is to sign never changes: they are asked for anew.
@Component
class OpenSignatures implements Duties {

    private final SignatureRequests requests;
    private final InstantSource clock;

    OpenSignatures(SignatureRequests requests, InstantSource clock) {
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public List<Duty> of(EngagementId engagement, PersonId person) {
        var now = clock.instant();
        return requests.of(engagement).stream()
                .filter(request -> request.state(now) == SignatureRequest.State.OPEN)
                .filter(request -> request.signatories().stream()
                        .anyMatch(one -> one.person().equals(person) && one.state() == Signatory.State.WAITING))
                .map(request -> new Duty(Text.of("signing.duty", request.title()), "signatures/" + request.id(), false))
                .toList();
    }

    @Override
    public void handOn(Actor.Person by, EngagementId engagement, PersonId from, PersonId to) {
        // See above.
    }
}
