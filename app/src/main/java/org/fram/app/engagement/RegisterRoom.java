package org.fram.app.engagement;

import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.register.Query;
import org.fram.app.platform.register.Register;
import org.fram.app.platform.register.Rows;
import org.fram.app.platform.texts.Text;

/// The page of a register, on an engagement's home page and among its ways.
public record RegisterRoom(Stage stage, Register register, Rows rows) implements Room {

    @Override
    public Text title() {
        return Text.of(register.texts() + ".title");
    }

    @Override
    public Text state(Actor.Person person, EngagementId engagement) {
        return Text.of("register.count", rows.count(register, engagement, Query.ALL));
    }

    @Override
    public String path() {
        return "registers/" + register.name();
    }
}
