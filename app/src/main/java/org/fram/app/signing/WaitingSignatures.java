package org.fram.app.signing;

import java.time.LocalDate;
import java.util.List;
import org.fram.app.engagement.Engagements;
import org.fram.app.engagement.Member;
import org.fram.app.engagement.Waiting;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// The signatures for which it is somebody's turn, also in somebody else's place. They were told when it became so.
@Component
class WaitingSignatures implements Waiting {

    private final SignatureRequests requests;
    private final SigningDocument signing;
    private final Engagements engagements;

    WaitingSignatures(SignatureRequests requests, SigningDocument signing, Engagements engagements) {
        this.requests = requests;
        this.signing = signing;
        this.engagements = engagements;
    }

    @Override
    public List<Item> of(Actor.Person me, Member member, EngagementId engagement) {
        var zone = engagements.get(engagement).timeZone();
        return requests.of(engagement).stream()
                .filter(request -> !signing.waitingFor(me, request).isEmpty())
                .map(request -> new Item(
                        Kind.WAITS,
                        "signature " + request.id(),
                        Text.of("signing.waiting", request.title()),
                        "signatures/" + request.id(),
                        LocalDate.ofInstant(request.expires().minusMillis(1), zone),
                        List.of()))
                .toList();
    }
}
