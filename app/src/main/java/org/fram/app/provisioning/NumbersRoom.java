package org.fram.app.provisioning;

import org.fram.app.engagement.Room;
import org.fram.app.engagement.Stage;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.texts.Text;
import org.springframework.stereotype.Component;

/// The door to the numbers on an engagement's home page.
@Component
class NumbersRoom implements Room {

    private final Numbers numbers;

    NumbersRoom(Numbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public Stage stage() {
        return Stage.PROVISIONING;
    }

    @Override
    public Text title() {
        return Text.of("provisioning.numbers.title");
    }

    @Override
    public Text state(Actor.Person person, EngagementId engagement) {
        return Text.of("provisioning.numbers.state", numbers.count(engagement));
    }

    @Override
    public String path() {
        return "numbers";
    }
}
