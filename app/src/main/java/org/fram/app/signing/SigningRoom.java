package org.fram.app.signing;

import org.fram.app.engagement.Room;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// The door to the signatures on an engagement's home page.
@Component
class SigningRoom implements Room {

    private final SignatureRequests requests;
    private final SigningDocument signing;

    SigningRoom(SignatureRequests requests, SigningDocument signing) {
        this.requests = requests;
        this.signing = signing;
    }

    @Override
    public Stage stage() {
        return Stage.SOW;
    }

    @Override
    public Text title() {
        return Text.of("signing.title");
    }

    @Override
    public Text state(Actor.Person person, EngagementId engagement) {
        var all = requests.of(engagement);
        long mine = all.stream()
                .filter(request -> !signing.waitingFor(person, request).isEmpty())
                .count();
        return Text.of("signing.room.state", all.size(), mine);
    }

    @Override
    public String path() {
        return "signatures";
    }
}
