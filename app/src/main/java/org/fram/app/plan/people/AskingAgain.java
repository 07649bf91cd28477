package org.fram.app.plan.people;

import java.time.Duration;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.OnBehalf;
import org.fram.app.platform.notices.Notices;
import org.fram.app.platform.runs.Round;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Asks people who are booked again every two weeks, once somebody has asked them for the first time, until their
/// last day. Where no mail is sent nobody is asked by itself, as somebody has to hand the link on.
@Component
class AskingAgain {

    private static final Actor.Task ASKING = new Actor.Task("asking-booked");
    private static final Duration PAUSE = Duration.ofHours(6);

    private final OnBehalf onBehalf;
    private final AskingBooked asking;
    private final Notices notices;

    AskingAgain(OnBehalf onBehalf, AskingBooked asking, Notices notices) {
        this.onBehalf = onBehalf;
        this.asking = asking;
        this.notices = notices;
    }

    @Bean
    static Round askingBookedRound(AskingAgain again) {
        return Round.every("asking-booked", PAUSE, again::ask);
    }

    /// Looks at all engagements. What goes wrong with one keeps nothing from the others.
    void ask() {
        if (!notices.mails()) {
            return;
        }
        onBehalf.eachMember(ASKING, member -> asking.askAgain(new Actor.Person(member.person()), member.engagement()));
    }
}
