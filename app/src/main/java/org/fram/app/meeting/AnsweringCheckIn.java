package org.fram.app.meeting;

import java.time.InstantSource;
import java.util.List;
import org.fram.app.guests.Asking;
import org.fram.app.guests.GuestLink;
import org.fram.app.guests.Statement;
import org.fram.app.platform.access.Actor;
import org.springframework.stereotype.Component;

/// What somebody does with the link of a check-in: they answer each question in words.
@Component
class AnsweringCheckIn implements Asking {

    private final AskedInstead asked;
    private final InstantSource clock;

    AnsweringCheckIn(AskedInstead asked, InstantSource clock) {
        this.asked = asked;
        this.clock = clock;
    }

    @Override
    public List<Statement> statements(GuestLink link) {
        return asked.byLink(link.id()).stream()
                .map(one -> Statement.inWords(one.id(), one.question()))
                .toList();
    }

    @Override
    public void answered(Actor.Guest guest, GuestLink link, List<Statement.Answer> answers) {
        var now = clock.instant();
        answers.forEach(said -> asked.answer(said.statement().id(), said.reason(), now));
    }

    @Override
    public String path() {
        return "meetings";
    }
}
