package org.fram.app.platform.identity;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Code;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.PersonId;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.identity.EntryLink.Purpose;
import org.fram.app.platform.notices.Notice;
import org.fram.app.platform.notices.NoticeKind;
import org.fram.app.platform.notices.Notices;
import org.fram.app.platform.start.PublicAddress;
import org.fram.app.platform.texts.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Inviting somebody to an account of their own, by a link with which they choose a password. It goes to
/// their e-mail address; where this installation sends no mail, whoever invites is shown the link to hand it
/// on.
///
/// Whether somebody may invite is decided by whoever calls this: administrators may, and those who say who
/// belongs to an engagement.
@Component
public class InvitingPeople {

    private static final NoticeKind INVITATION = NoticeKind.always("invitation");
    private static final Duration LIFETIME = Duration.ofDays(7);

    private final Transactions transactions;
    private final People people;
    private final AddingPeople adding;
    private final EntryLinks links;
    private final Notices notices;
    private final PublicAddress address;

    InvitingPeople(
            Transactions transactions,
            People people,
            AddingPeople adding,
            EntryLinks links,
            Notices notices,
            PublicAddress address) {
        this.transactions = transactions;
        this.people = people;
        this.adding = adding;
        this.links = links;
        this.notices = notices;
        this.address = address;
    }

    @Bean
    static NoticeKind invitationNotices() {
        return INVITATION;
    }

    /// What came of it.
    public sealed interface Outcome {

        /// A mail with the link is on its way.
        record Mailed(PersonId person) implements Outcome {}

        /// No mail is sent here: this is the link, shown once, to be handed on.
        record ToHandOn(PersonId person, String link) implements Outcome {}

        /// Somebody with this address has an account.
        record Known(PersonId person) implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// Somebody who was invited and has not come yet.
    ///
    /// @param expires when their link does, or did
    public record Waiting(PersonId person, Instant expires, State state) {

        /// How it stands with the last invitation.
        public enum State implements Code {
            OPEN,
            /// The mail server refused to take it to that address.
            REFUSED,
            EXPIRED,
            /// Taken back.
            ENDED
        }

        /// Whether the link still works.
        public boolean isOpen() {
            return state == State.OPEN || state == State.REFUSED;
        }
    }

    /// Whether invitations go by mail.
    public boolean mails() {
        return notices.mails();
    }

    /// Makes an account and invites its owner.
    public Outcome invite(Actor.Person me, String email, String name, boolean administrator) {
        return switch (adding.addUninvited(email, name, administrator)) {
            case AddingPeople.Outcome.Refused(var reason) -> new Outcome.Refused(reason);
            case AddingPeople.Outcome.Known(var person) -> new Outcome.Known(person);
            case AddingPeople.Outcome.Added(var person, var _) -> send(me, person, Optional.empty());
        };
    }

    /// Invites the owner of an account that was made for them.
    ///
    /// @param to what they are invited to, as the name of an engagement
    public Outcome send(Actor.Person me, PersonId person, Optional<String> to) {
        var inviter = transactions
                .<Optional<Person>>as(me, () -> people.find(me.id()))
                .orElseThrow(NotFoundException::new);
        return transactions.<Outcome>as(AddingPeople.TASK, () -> {
            var invited = people.find(person).orElseThrow(NotFoundException::new);
            var link = links.make(Purpose.INVITATION, person, me.id(), LIFETIME);
            if (!notices.mails()) {
                return new Outcome.ToHandOn(person, address.of(link.path()));
            }
            notices.give(Notice.to(
                            invited.email(),
                            INVITATION,
                            key(link.id()),
                            to.map(name -> Text.of("identity.invitation.subjectTo", inviter.name(), name))
                                    .orElseGet(() -> Text.of("identity.invitation.subject", inviter.name())),
                            Text.of("identity.invitation.text", invited.name(), LIFETIME.toDays()),
                            link.path())
                    .until(link.expires()));
            return new Outcome.Mailed(person);
        });
    }

    /// Sends somebody who has not come yet a new link; the one before opens nothing from now on.
    ///
    /// Where no mail is sent the link is shown only to administrators and to whoever made the last one:
    /// whoever has it can be that person.
    public Outcome again(Actor.Person me, PersonId person) {
        var waiting = transactions.<List<EntryLink>>as(AddingPeople.TASK, links::waiting).stream()
                .filter(link -> link.person().equals(person))
                .findFirst();
        if (waiting.isEmpty()) {
            return new Outcome.Refused(Text.of("identity.invitation.came"));
        }
        var last = waiting.get();
        if (!notices.mails() && !me.id().equals(last.by()) && !administrates(me)) {
            return new Outcome.Refused(Text.of("identity.invitation.notYours"));
        }
        return send(me, person, Optional.empty());
    }

    /// Takes an invitation back: its link opens nothing any more.
    public void takeBack(PersonId person) {
        transactions.run(AddingPeople.TASK, () -> links.endAll(person, Purpose.INVITATION));
    }

    /// Those who were invited and have not come yet. Whoever asks is told of people whom they may see anyway.
    public List<Waiting> waiting(Actor.Person me) {
        var visible = transactions.<Set<PersonId>>as(
                me, () -> people.all().stream().map(Person::id).collect(toSet()));
        return transactions.<List<EntryLink>>as(AddingPeople.TASK, links::waiting).stream()
                .filter(link -> visible.contains(link.person()))
                .map(link -> new Waiting(link.person(), link.expires(), state(link)))
                .toList();
    }

    private Waiting.State state(EntryLink link) {
        return switch (link.state()) {
            case OPEN -> notices.isRefused(key(link.id())) ? Waiting.State.REFUSED : Waiting.State.OPEN;
            case EXPIRED -> Waiting.State.EXPIRED;
            case USED, ENDED -> Waiting.State.ENDED;
        };
    }

    private boolean administrates(Actor.Person me) {
        return transactions.<Boolean>as(
                me, () -> people.find(me.id()).filter(Person::administrator).isPresent());
    }

    private static String key(UUID link) {
        return "invitation " + link;
    }
}
