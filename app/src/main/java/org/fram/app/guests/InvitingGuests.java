package org.fram.app.guests;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.fram.app.engagement.Engagements;
import org.fram.app.platform.access.Act;
import org.fram.app.platform.access.Actor;
import org.fram.app.platform.access.Authority;
import org.fram.app.platform.access.EngagementId;
import org.fram.app.platform.access.Ids;
import org.fram.app.platform.access.NotFoundException;
import org.fram.app.platform.access.Transactions;
import org.fram.app.platform.files.FileId;
import org.fram.app.platform.files.StoredFiles;
import org.fram.app.platform.identity.Hashes;
import org.fram.app.platform.identity.LinkToken;
import org.fram.app.platform.ledger.Deed;
import org.fram.app.platform.ledger.Ledger;
import org.fram.app.platform.notices.Notice;
import org.fram.app.platform.notices.NoticeKind;
import org.fram.app.platform.notices.Notices;
import org.fram.app.platform.start.PublicAddress;
import org.fram.app.platform.texts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Giving somebody without an account a link to one document or one question, and taking it back.
@Component
public class InvitingGuests {

    private static final NoticeKind INVITATION = NoticeKind.always("guest");

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_QUESTION = 2_000;
    private static final Duration LONGEST = Duration.ofDays(92);
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    private final Transactions transactions;
    private final Authority authority;
    private final Engagements engagements;
    private final StoredFiles files;
    private final GuestLinks links;
    private final Notices notices;
    private final PublicAddress address;
    private final Ledger ledger;
    private final InstantSource clock;

    InvitingGuests(
            Transactions transactions,
            Authority authority,
            Engagements engagements,
            StoredFiles files,
            GuestLinks links,
            Notices notices,
            PublicAddress address,
            Ledger ledger,
            InstantSource clock) {
        this.transactions = transactions;
        this.authority = authority;
        this.engagements = engagements;
        this.files = files;
        this.links = links;
        this.notices = notices;
        this.address = address;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Bean
    static NoticeKind guestInvitations() {
        return INVITATION;
    }

    /// Who gets a link to what.
    ///
    /// @param file that they read; null where they answer a question
    /// @param question that they answer; empty where they read a file
    /// @param expires from when on it opens nothing
    public record Wish(
            String email, String name, @Nullable FileId file, String question, Instant expires, boolean onlyMyParty) {}

    /// What came of it.
    public sealed interface Outcome {

        /// They have a link.
        ///
        /// @param handOn the address to hand on, shown once; empty where a mail is on its way
        record Invited(UUID link, String handOn) implements Outcome {}

        record Revoked() implements Outcome {}

        record Refused(Text reason) implements Outcome {}
    }

    /// Makes a link and sends it.
    public Outcome invite(Actor.Person me, EngagementId engagement, Wish wish) {
        return transactions.<Outcome>as(me, () -> {
            var mine = authority.require(me, Act.INVITE_GUESTS, engagement);
            var now = clock.instant();
            var refusal = refuse(wish, now);
            if (refusal.isPresent()) {
                return new Outcome.Refused(refusal.get());
            }
            var file = wish.file();
            String about = file == null
                    ? wish.question().strip()
                    : files.get(engagement, file).name();
            String token = LinkToken.next();
            var link = new GuestLink(
                    Ids.next(),
                    engagement,
                    wish.onlyMyParty() ? mine.party() : null,
                    wish.email().strip(),
                    wish.name().strip(),
                    file,
                    file == null ? about : "",
                    "",
                    wish.expires(),
                    null,
                    me.id(),
                    now,
                    0,
                    null);
            links.add(link, Hashes.sha256(token));
            ledger.record(me, engagement, link.privateTo(), deed("guest-invited", link, about));
            // Not a part of the path: paths stand in logs.
            String path = "/guest?link=" + token;
            if (!notices.mails()) {
                return new Outcome.Invited(link.id(), address.of(path));
            }
            String name = engagements.get(engagement).name();
            String kind = file == null ? "question" : "document";
            notices.give(Notice.to(
                            link.email(),
                            INVITATION,
                            "guest " + link.id(),
                            Text.of("guests.mailSubject." + kind, name),
                            Text.of("guests.mailText." + kind, name, about, link.expires()),
                            path)
                    .until(link.expires()));
            return new Outcome.Invited(link.id(), "");
        });
    }

    /// Takes a link back: from now on it opens nothing.
    public Outcome revoke(Actor.Person me, EngagementId engagement, UUID id) {
        return transactions.<Outcome>as(me, () -> {
            authority.require(me, Act.INVITE_GUESTS, engagement);
            var link = links.get(id);
            if (!link.engagement().equals(engagement)) {
                throw new NotFoundException();
            }
            if (links.revoke(id, clock.instant())) {
                ledger.record(me, engagement, link.privateTo(), deed("guest-revoked", link, about(link)));
            }
            return new Outcome.Revoked();
        });
    }

    private String about(GuestLink link) {
        var file = link.file();
        return file == null
                ? link.question()
                : files.get(link.engagement(), file).name();
    }

    /// It names nobody: the ledger outlives a guest, and who they were stands beside the link.
    static Deed deed(String kind, GuestLink link, String about) {
        var what = new HashMap<String, @Nullable Object>(Map.of("until", link.expires()));
        what.put(link.file() == null ? "question" : "document", about);
        return Deed.of(kind, link.id(), what);
    }

    private static Optional<Text> refuse(Wish wish, Instant now) {
        if (!EMAIL.matcher(wish.email().strip()).matches()
                || wish.email().strip().length() > LONGEST_EMAIL) {
            return Optional.of(Text.of("identity.email.none"));
        }
        if (wish.name().isBlank() || wish.name().strip().length() > LONGEST_NAME) {
            return Optional.of(Text.of("identity.name.none"));
        }
        if (wish.file() == null && wish.question().isBlank()) {
            return Optional.of(Text.of("guests.refused.nothing"));
        }
        if (wish.file() != null && !wish.question().isBlank()) {
            return Optional.of(Text.of("guests.refused.both"));
        }
        if (wish.question().strip().length() > LONGEST_QUESTION) {
            return Optional.of(Text.of("guests.refused.question", LONGEST_QUESTION));
        }
        return wish.expires().isAfter(now) && !wish.expires().isAfter(now.plus(LONGEST))
                ? Optional.empty()
                : Optional.of(Text.of("guests.refused.expires", LONGEST.toDays()));
    }
}
