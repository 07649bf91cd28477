package org.fram.app.plan.people;

import java.time.Duration;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Memberships;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.notices.Notices;
import org.fram.app.platform.runs.Round;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Asks people who are booked again every two weeks, once somebody has asked them for the first time, until their
/// last day. Where no mail is sent nobody is asked by itself, as somebody has to hand the link on.
@Component
class AskingAgain {

    private static final Logger LOG = LoggerFactory.getLogger(AskingAgain.class);
    private static final Actor.Task ASKING = new Actor.Task("asking-booked");
    private static final Duration PAUSE = Duration.ofHours(6);

    private final Memberships memberships;
    private final AskingBooked asking;
    private final Notices notices;
    private final Transactions transactions;

    AskingAgain(Memberships memberships, AskingBooked asking, Notices notices, Transactions transactions) {
        this.memberships = memberships;
        this.asking = asking;
        this.notices = notices;
        this.transactions = transactions;
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
        for (var member : transactions.as(ASKING, memberships::all)) {
            try {
                asking.askAgain(new Actor.Person(member.person()), member.engagement());
            } catch (RuntimeException failure) {
                LOG.warn(
                        "Nobody was asked again about bookings in engagement {}, as that failed. It is tried again"
                                + " later.",
                        member.engagement(),
                        failure);
            }
        }
    }
}
