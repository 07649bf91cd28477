package org.fram.app.platform.identity;

import java.time.InstantSource;
import java.util.Optional;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.identity.EntryLink.Purpose;
import org.fram.app.platform.notices.Notice;
import org.fram.app.platform.notices.NoticeKind;
import org.fram.app.platform.notices.Notices;
import org.fram.app.platform.texts.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Choosing a password by a link: of an invitation, or as one forgot the last. The link is used up by it, and
/// all sessions end; whatever else signing in takes, it still takes.
@Component
class EnteringByLink {

    private static final NoticeKind SECURITY = NoticeKind.always("security");

    private final Transactions transactions;
    private final EntryLinks links;
    private final People people;
    private final Passwords passwords;
    private final Sessions sessions;
    private final FailedSignIns failures;
    private final Notices notices;
    private final InstantSource clock;

    EnteringByLink(
            Transactions transactions,
            EntryLinks links,
            People people,
            Passwords passwords,
            Sessions sessions,
            FailedSignIns failures,
            Notices notices,
            InstantSource clock) {
        this.transactions = transactions;
        this.links = links;
        this.people = people;
        this.passwords = passwords;
        this.sessions = sessions;
        this.failures = failures;
        this.notices = notices;
        this.clock = clock;
    }

    @Bean
    static NoticeKind securityNotices() {
        return SECURITY;
    }

    /// What a link opens.
    sealed interface Door {

        record Open(EntryLink link, Person person) implements Door {}

        /// Nothing any more; why, in words.
        record Closed(Text reason) implements Door {}
    }

    /// What came of choosing a password.
    sealed interface Outcome {

        record Entered(Purpose purpose) implements Outcome {}

        record Refused(Door.Open door, Text reason) implements Outcome {}

        record Closed(Text reason) implements Outcome {}
    }

    Door look(String token) {
        return transactions.<Door>as(SigningIn.TASK, () -> door(token));
    }

    Outcome choose(String token, String password) {
        return switch (look(token)) {
            case Door.Closed(var reason) -> new Outcome.Closed(reason);
            case Door.Open open -> {
                var refusal = AccountRules.refusePassword(password);
                yield refusal.isPresent()
                        ? new Outcome.Refused(open, refusal.get())
                        : enter(token, open, passwords.hash(password));
            }
        };
    }

    private Outcome enter(String token, Door.Open open, String hash) {
        return transactions.<Outcome>as(SigningIn.TASK, () -> {
            if (!links.use(open.link())) {
                // Somebody else was faster.
                return door(token) instanceof Door.Closed(var reason)
                        ? new Outcome.Closed(reason)
                        : new Outcome.Closed(Text.of("identity.entry.unknown"));
            }
            PersonId person = open.person().id();
            passwords.set(person, hash, false);
            sessions.endAll(person);
            failures.forget(open.person().email());
            if (open.link().purpose() == Purpose.RECOVERY) {
                links.endAll(person, Purpose.RECOVERY);
                notices.give(Notice.to(
                        person,
                        SECURITY,
                        "recovered " + open.link().id(),
                        Text.of("identity.told.recovered"),
                        Text.of("identity.told.recoveredText", clock.instant()),
                        AccountController.ADDRESS));
            }
            return new Outcome.Entered(open.link().purpose());
        });
    }

    private Door door(String token) {
        Optional<EntryLink> found = links.find(token);
        if (found.isEmpty()) {
            return new Door.Closed(Text.of("identity.entry.unknown"));
        }
        var link = found.get();
        if (link.state() == EntryLink.State.OPEN) {
            return new Door.Open(link, people.find(link.person()).orElseThrow(NotFoundException::new));
        }
        String reasons =
                link.purpose() == Purpose.INVITATION ? "identity.entry.invitation." : "identity.entry.recovery.";
        return new Door.Closed(Text.of(reasons + link.state().code()));
    }
}
