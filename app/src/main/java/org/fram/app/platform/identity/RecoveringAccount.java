package org.fram.app.platform.identity;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.identity.EntryLink.Purpose;
import org.fram.app.platform.notices.Notice;
import org.fram.app.platform.notices.NoticeKind;
import org.fram.app.platform.notices.Notices;
import org.fram.app.platform.texts.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Asking for a link to choose a new password, as one forgot the last.
///
/// Whoever asks is told the same, after the same time, whether or not there is such an account: it is looked
/// for after the answer. Somebody without a password of their own, who was only invited, gets none this way.
@Component
class RecoveringAccount {

    private static final NoticeKind RECOVERY = NoticeKind.always("recovery");
    private static final Logger LOG = LoggerFactory.getLogger(RecoveringAccount.class);

    /// Long enough for a mail server that is away for an hour or two.
    private static final Duration LIFETIME = Duration.ofHours(4);

    /// So many links in that time, and no more mails.
    private static final int MOST = 3;

    private final Transactions transactions;
    private final People people;
    private final Passwords passwords;
    private final EntryLinks links;
    private final FailedSignIns asked;
    private final Notices notices;
    private final InstantSource clock;

    RecoveringAccount(
            Transactions transactions,
            People people,
            Passwords passwords,
            EntryLinks links,
            FailedSignIns asked,
            Notices notices,
            InstantSource clock) {
        this.transactions = transactions;
        this.people = people;
        this.passwords = passwords;
        this.links = links;
        this.asked = asked;
        this.notices = notices;
        this.clock = clock;
    }

    @Bean
    static NoticeKind recoveryNotices() {
        return RECOVERY;
    }

    /// What came of it.
    enum Outcome {
        /// If there is such an account, a mail to it is on its way.
        HEARD,
        /// That was asked too often, for this account or from this network address.
        TOO_OFTEN,
        /// No mail is sent here.
        NO_MAIL
    }

    /// @param address of the network, to count by
    Outcome ask(String email, String address) {
        if (!notices.mails()) {
            return Outcome.NO_MAIL;
        }
        String account = People.normal(email);
        boolean heard = transactions.<Boolean>as(SigningIn.TASK, () -> {
            if (asked.tooMany("recovery " + account, "recovery " + address)) {
                return false;
            }
            asked.add("recovery " + account, "recovery " + address);
            return true;
        });
        if (!heard) {
            return Outcome.TOO_OFTEN;
        }
        Thread.startVirtualThread(() -> {
            try {
                transactions.run(SigningIn.TASK, () -> send(account));
            } catch (RuntimeException failure) {
                LOG.warn("A link for recovery is not sent: {}", failure.toString());
            }
        });
        return Outcome.HEARD;
    }

    private void send(String account) {
        Optional<Person> known = people.byEmail(account)
                .filter(person -> passwords.of(person.id()).isPresent());
        known.ifPresent(person -> links.hold(person.id(), Purpose.RECOVERY));
        known = known.filter(person ->
                links.count(person.id(), Purpose.RECOVERY, clock.instant().minus(LIFETIME)) < MOST);
        known.ifPresent(person -> {
            var link = links.make(Purpose.RECOVERY, person.id(), null, LIFETIME);
            notices.give(Notice.to(
                            person.email(),
                            RECOVERY,
                            "recovery " + link.id(),
                            Text.of("identity.recovery.subject"),
                            Text.of("identity.recovery.text", person.name(), LIFETIME.toHours()),
                            link.path())
                    .until(link.expires()));
        });
    }
}
